"""Updates at work: each in a task of its own, no more at a time than the bot can bear."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram import Update

logger = logging.getLogger(__name__)

# So many updates are at work at a time. Most of them wait, for a thread or for Telegram; what
# comes beyond them stays with Telegram until there is room.
MOST = 512
# How long what was broken off may take to end, in seconds: it has only to let go.
LETTING_GO = 0.5
# How long what has been sent may take to be noted as that, in seconds.
NOTING = 0.4


class UnderWay:
    """The updates at work."""

    def __init__(self, process: Callable[[Update], Awaitable[None]], most: int = MOST) -> None:
        self._process = process
        self._most = most
        self._room = asyncio.Semaphore(most)
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def room(self) -> int:
        """How many more can be at work."""
        return self._most - len(self._tasks)

    async def take(self, update: Update) -> None:
        """Begin with an update, as soon as there is room."""
        await self._room.acquire()
        task = asyncio.create_task(self._run(update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, update: Update) -> None:
        try:
            await self._process(update)
        except Exception:  # the application has its own net: one update must not stop the others
            logger.exception("update %d failed", update.update_id)
        finally:
            self._room.release()

    async def end(
        self, patience: float, finish: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        """Wait for what is at work, at most so many seconds; then break it off.

        `finish` comes between: it lets what is being sent arrive, and nothing new be sent.
        """
        left = set(self._tasks)
        if left:
            _, left = await asyncio.wait(left, timeout=patience)
        if finish:
            await finish()
            if left:
                _, left = await asyncio.wait(left, timeout=NOTING)
        for task in left:
            task.cancel()
        if left:
            logger.warning("%d updates were broken off", len(left))
            await asyncio.wait(left, timeout=LETTING_GO)
