"""A button that is tapped twice is answered once."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cachetools import TTLCache

# Who taps again within so many seconds has not seen the answer yet, whoever taps.
AGAIN_WITHIN = 1.0
REMEMBERED = 1_000

# The message, by its chat and number, or by its name if it was posted elsewhere; the button.
Key = tuple[tuple[int, int] | str, str]


class Taps:
    """Which taps are being answered, or were a moment ago. Not for several threads."""

    def __init__(self, timer: Callable[[], float] = time.monotonic) -> None:
        self._answering: set[Key] = set()
        self._answered: TTLCache[Key, None] = TTLCache(REMEMBERED, AGAIN_WITHIN, timer)

    @contextmanager
    def first(self, message: tuple[int, int] | str, data: str) -> Iterator[bool]:
        """Whether this tap is the first, which is being answered in the block."""
        key = (message, data)
        if key in self._answering or key in self._answered:
            yield False
            return
        self._answering.add(key)
        try:
            yield True
        finally:
            self._answering.discard(key)
            self._answered[key] = None
