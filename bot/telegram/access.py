"""Who may ask, and who may command: decided before any work is done."""

from bot.settings import BotSettings
from bot.state import State

# Telegram's own accounts, which many people write through: messages of channels, those of
# anonymous admins (GroupAnonymousBot) and those of channels in groups (Channel_Bot).
SHARED_ACCOUNTS = frozenset({777000, 1087968824, 136817688})


class Access:
    """What `ACCESS`, `ADMIN_IDS` and `ALLOWED_IDS` say, and what admins approved since."""

    def __init__(self, settings: BotSettings, state: State) -> None:
        self._open = settings.access == "open"
        self._admins = frozenset(settings.admin_ids) - SHARED_ACCOUNTS
        self._allowed = frozenset(settings.allowed_ids)
        self._state = state

    def may_ask(self, user_id: int | None, chat_id: int, private: bool) -> bool:
        """Whether to answer: groups go by their own id, and need approval in `open` too."""
        if user_id is not None and self.is_admin(user_id):
            return True
        if not private:
            return self._approved(chat_id)
        if user_id is None:
            return self._open
        return self._approved(user_id) or (self._open and not self._state.blocked(user_id))

    def is_admin(self, user_id: int | None, sender_chat_id: int | None = None) -> bool:
        """Whether this is an admin for certain: never who writes in a chat's name."""
        return sender_chat_id is None and user_id in self._admins

    def _approved(self, id: int) -> bool:
        return id in self._allowed or self._state.allowed(id)
