"""Whose next words are to be verified: who has sent `/verify` alone, for ten minutes."""

from cachetools import TTLCache

from bot.state import VERIFY, State
from bot.telegram.askers import Asker

# So long, in seconds, and of so many users or chats at a time.
WITHIN, MOST = 600.0, 10_000


class Awaited:
    """By chat and user, in memory; in the state where several bots share one."""

    def __init__(self, state: State) -> None:
        self._shared = state if state.together else None
        self._here: TTLCache[tuple[int, int], bool] = TTLCache(MOST, WITHIN)

    def expect(self, who: Asker, now: float) -> None:
        """What they write next in the chat, from this Unix time on."""
        if self._shared:
            self._shared.keep(VERIFY, who.user_id, who.chat_id, str(now))
        else:
            self._here[who.chat_id, who.user_id] = True

    def came(self, who: Asker, now: float) -> bool:
        """Whether it was expected; from now on it is not."""
        if not self._shared:
            return self._here.pop((who.chat_id, who.user_id), False)
        since = self._shared.kept(VERIFY, who.user_id, who.chat_id)
        if since is None:
            return False
        self._shared.drop(VERIFY, who.user_id, who.chat_id)
        return now - float(since) < WITHIN
