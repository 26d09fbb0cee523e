"""What those who are not let in are told: once how to get in, from a purse all of them share.

Anybody may write to a bot, from any number of accounts. What they cost is bounded here, so that
it is never felt by those who are let in. In memory only: nothing is stored about a stranger but
the request that waits.
"""

from cachetools import LRUCache

from bot.state import Bucket

# A stranger is told once in so many seconds: a day, as long as the code lasts that they are told.
ONCE_IN = 86_400.0
# So many are remembered; who is forgotten may be told again, out of the same purse.
REMEMBERED = 10_000
# What all strangers together are told, in messages a minute: one in ninety of those that Telegram
# takes of a bot (30 a second, https://core.telegram.org/bots/faq#broadcasting-to-users).
NOTICES_PER_MINUTE = 20.0


class Strangers:
    """Which strangers have been told, and what is left of their purse. Not for several threads."""

    def __init__(self) -> None:
        self._told: LRUCache[int, float] = LRUCache(REMEMBERED)
        self._purse: Bucket | None = None

    def forget(self, id: int) -> None:
        """Who is forgotten has been told nothing."""
        self._told.pop(id, None)

    def may_be_told(self, id: int, now: float) -> bool:
        """Whether this user or group may be told something at this Unix time; it counts as told.

        What the purse is empty for is not told later either: nothing waits here.
        """
        if now - self._told.get(id, now - ONCE_IN) < ONCE_IN:
            return False
        purse = self._purse or Bucket.full(NOTICES_PER_MINUTE, now)
        self._purse, verdict = purse.spend(NOTICES_PER_MINUTE, now)
        if verdict == "ok":
            self._told[id] = now
        return verdict == "ok"
