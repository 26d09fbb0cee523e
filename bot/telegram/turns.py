"""Questions of one chat are answered one after the other, in the order in which they came."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.operations import Busy

# So many of one chat wait at most: a group takes 20 messages a minute, so the last of them is
# answered after five minutes.
MOST_WAITING = 100
# And of all groups together: half of the updates that are at work at a time (see
# `transport.under_way`), so that some full groups leave room for everybody else.
MOST_IN_GROUPS = 256


@dataclass(slots=True)
class _Line:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    inside: int = 0


class Turns:
    """Whose turn it is in each chat. Not for several threads."""

    def __init__(self) -> None:
        self._lines: dict[int, _Line] = {}
        self._in_groups = 0

    @asynccontextmanager
    async def of(self, chat_id: int) -> AsyncIterator[None]:
        """Wait for the turn, and have it in the block. Raises Busy at once when too many wait."""
        line = self._lines.setdefault(chat_id, _Line())
        waits_in_group = chat_id < 0 and line.inside > 0
        if line.inside > MOST_WAITING or (waits_in_group and self._in_groups >= MOST_IN_GROUPS):
            raise Busy
        line.inside += 1
        self._in_groups += waits_in_group
        try:
            async with line.turn:  # whoever came first gets it first
                yield
        finally:
            line.inside -= 1
            self._in_groups -= waits_in_group
            if not line.inside:
                del self._lines[chat_id]
