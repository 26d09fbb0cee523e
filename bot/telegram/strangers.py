"""What those who are not let in are told: once how to get in, from a purse all of them share.

Anybody may write to a bot, from any number of accounts. What they cost is bounded here, so that
it is never felt by those who are let in. In memory only: nothing is stored about a stranger but
the request that waits.
"""

from cachetools import LRUCache

from bot.state import Bucket, Together

# A stranger is told once in so many seconds: a day, as long as the code lasts that they are told.
ONCE_IN = 86_400.0
# So many are remembered; who is forgotten may be told again, out of the same purse.
REMEMBERED = 10_000
# What all strangers together are told, in messages a minute: one in ninety of those that Telegram
# takes of a bot (30 a second, https://core.telegram.org/bots/faq#broadcasting-to-users).
NOTICES_PER_MINUTE = 20.0


# What several bots count them by.
_TOLD, _PURSE = "told", "purse"


class Strangers:
    """Which strangers have been told, and what is left of their purse. Not for several threads.

    Several bots have one purse, and tell each stranger once.
    """

    def __init__(self, shared: Together | None = None) -> None:
        self._shared = shared
        self._told: LRUCache[int, float] = LRUCache(REMEMBERED)
        self._purse: Bucket | None = None

    def forget(self, id: int) -> None:
        """Who was let in and is forgotten has been told nothing."""
        self._told.pop(id, None)
        if self._shared:
            self._shared.give_back(_TOLD, id)

    def may_be_told(self, id: int, now: float) -> bool:
        """Whether this user or group may be told something at this Unix time; it counts as told.

        What the purse is empty for is not told later either: nothing waits here.
        """
        if self._shared:
            return _by_any(self._shared, id, now)
        if now - self._told.get(id, now - ONCE_IN) < ONCE_IN:
            return False
        purse = self._purse or Bucket.full(NOTICES_PER_MINUTE, now)
        self._purse, verdict = purse.spend(NOTICES_PER_MINUTE, now)
        if verdict == "ok":
            self._told[id] = now
        return verdict == "ok"


def _by_any(shared: Together, id: int, now: float) -> bool:
    """As `may_be_told`, counted for all bots."""
    if shared.spend(_TOLD, id, 1, 60 / ONCE_IN, now) != "ok":
        return False
    if shared.spend(_PURSE, 0, NOTICES_PER_MINUTE, NOTICES_PER_MINUTE, now) == "ok":
        return True
    shared.give_back(_TOLD, id)
    return False
