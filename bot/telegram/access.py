"""Who may ask, who may command, and how often: decided before any work is done."""

from collections import OrderedDict
from typing import Literal

from bot.settings import BotSettings
from bot.state.embedded import Store

# Telegram's own accounts, which many people write through: messages of channels, those of
# anonymous admins (GroupAnonymousBot) and those of channels in groups (Channel_Bot).
SHARED_ACCOUNTS = frozenset({777000, 1087968824, 136817688})
# Users whose questions are counted at a time; the one silent for longest is let go.
MOST_USERS = 10_000


class Access:
    """What `ACCESS`, `ADMIN_IDS` and `ALLOWED_IDS` say, and what admins approved since."""

    def __init__(self, settings: BotSettings, store: Store) -> None:
        self._open = settings.access == "open"
        self._admins = frozenset(settings.admin_ids) - SHARED_ACCOUNTS
        self._allowed = frozenset(settings.allowed_ids)
        self._store = store

    def may_ask(self, user_id: int | None, chat_id: int, private: bool) -> bool:
        """Whether to answer: groups go by their own id, and need approval in `open` too."""
        if user_id is not None and self.is_admin(user_id):
            return True
        if not private:
            return self._approved(chat_id)
        return self._open or (user_id is not None and self._approved(user_id))

    def is_admin(self, user_id: int | None, sender_chat_id: int | None = None) -> bool:
        """Whether this is an admin for certain: never who writes in a chat's name."""
        return sender_chat_id is None and user_id in self._admins

    def _approved(self, id: int) -> bool:
        return id in self._allowed or self._store.allowed(id)


class RateLimit:
    """A token bucket for each user: `burst` questions at once, then `per_minute`.

    `burst` is `per_minute`, and at least one, unless said otherwise. Times are in seconds of any
    clock that does not go back. Not for several threads.
    """

    def __init__(self, per_minute: float, burst: float | None = None) -> None:
        self._per_second = per_minute / 60
        self._burst = max(1.0, per_minute if burst is None else burst)
        # By user: tokens, when they were counted, whether the user has been warned.
        self._buckets: OrderedDict[int, tuple[float, float, bool]] = OrderedDict()

    def check(self, user_id: int, now: float) -> Literal["ok", "warn", "silent"]:
        """Take one token: `ok`; `warn` for the first question without one, then `silent`."""
        tokens, since, warned = self._buckets.pop(user_id, (self._burst, now, False))
        tokens = min(self._burst, tokens + max(0.0, now - since) * self._per_second)
        enough = tokens >= 1
        self._buckets[user_id] = (tokens - enough, now, not enough)
        while len(self._buckets) > MOST_USERS:
            self._buckets.popitem(last=False)
        if enough:
            return "ok"
        return "silent" if warned else "warn"
