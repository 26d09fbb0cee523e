"""Pictures sent together come as a message each: the album gets one reply."""

import asyncio

from cachetools import TTLCache
from telegram import Message

# The messages of an album come within this many seconds of each other.
TOGETHER = 1.0
# How long an album is known, in seconds, and how many are.
KNOWN, MOST = 60.0, 1_000

Key = tuple[int, str]


class Albums:
    """Which albums have been seen, and which of them have words. Not for several threads."""

    def __init__(self) -> None:
        self._seen: TTLCache[Key, None] = TTLCache(MOST, KNOWN)
        self._worded: TTLCache[Key, None] = TTLCache(MOST, KNOWN)

    def first_words(self, message: Message) -> bool:
        """Whether no message of the same album had words before this one, which has."""
        return _first(message, self._worded)

    async def no_words(self, message: Message) -> bool:
        """Whether this is the first message of an album that has no words at all, or of none."""
        if not message.media_group_id:
            return True
        if not _first(message, self._seen):
            return False
        await asyncio.sleep(TOGETHER)
        return (message.chat_id, message.media_group_id) not in self._worded


def _first(message: Message, known: TTLCache[Key, None]) -> bool:
    if not message.media_group_id:
        return True
    key = message.chat_id, message.media_group_id
    first = key not in known
    known[key] = None
    return first
