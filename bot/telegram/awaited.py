"""Whose next words are to be verified: who has sent `/verify` alone, for ten minutes."""

from cachetools import TTLCache

from bot.state import VERIFY, State

# So long, in seconds, and of so many users or chats at a time.
WITHIN, MOST = 600.0, 10_000


class Awaited:
    """By chat and user, in memory; in the state where several bots share one."""

    def __init__(self, state: State) -> None:
        self._shared = state if state.together else None
        self._here: TTLCache[tuple[int, int], bool] = TTLCache(MOST, WITHIN)

    def expect(self, chat_id: int, user_id: int, now: float) -> None:
        """What this user writes next in the chat, from this Unix time on."""
        if self._shared:
            self._shared.keep(VERIFY, user_id, chat_id, str(now))
        else:
            self._here[chat_id, user_id] = True

    def came(self, chat_id: int, user_id: int, now: float) -> bool:
        """Whether it was expected; from now on it is not."""
        if not self._shared:
            return self._here.pop((chat_id, user_id), False)
        since = self._shared.kept(VERIFY, user_id, chat_id)
        if since is None:
            return False
        self._shared.drop(VERIFY, user_id, chat_id)
        return now - float(since) < WITHIN
