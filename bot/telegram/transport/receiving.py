"""How updates come in; with several bots, by polling while this one leads."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from bot.telegram.transport.polling import Polling, Take

# How long until a bot that does not lead looks again whether it does, in seconds.
LEAD_SECONDS = 0.5


class Receiving(Protocol):
    """How updates come in."""

    async def run(self, take: Take) -> None:
        """For ever."""

    async def acknowledge(self) -> None:
        """Tell Telegram what has been taken."""


class Led:
    """Polling while this bot leads, and as long as it does."""

    def __init__(self, polling: Callable[[], Polling], leads: Callable[[], bool]) -> None:
        self._made = polling
        self._leads = leads
        self._polling: Polling | None = None

    async def run(self, take: Take) -> None:
        """For ever. Raises TokenRefused after a minute of 401."""
        while True:
            while not self._leads():
                await asyncio.sleep(LEAD_SECONDS)
            self._polling = self._made()
            running = asyncio.create_task(self._polling.run(take))
            try:
                while self._leads() and not running.done():
                    await asyncio.wait({running}, timeout=LEAD_SECONDS)
                if running.done():
                    running.result()
            finally:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)

    async def acknowledge(self) -> None:
        """What was kept, if it is still this bot that asks."""
        if self._polling and self._leads():
            await self._polling.acknowledge()
