"""How updates come in where several bots share them."""

import asyncio
from contextlib import suppress

from telegram import Update

from bot.telegram.transport.polling import Polling, Take
from bot.telegram.transport.receiving import Led

SOON = 60.0


def test_only_who_leads_polls() -> None:
    """It begins when it leads, and stops when it does no more."""

    class Polled(Polling):
        def __init__(self) -> None:
            self.polls = 0

        async def run(self, take: Take) -> None:
            while True:
                self.polls += 1
                await asyncio.sleep(0.01)

    async def run() -> None:
        made: list[Polled] = []
        leads = False

        def polling() -> Polling:
            made.append(Polled())
            return made[-1]

        async def take(_: Update) -> None:
            pass

        led = asyncio.create_task(Led(polling, lambda: leads).run(take))
        await asyncio.sleep(0.1)
        assert made == []
        leads = True
        async with asyncio.timeout(SOON):
            while not made or not made[-1].polls:
                await asyncio.sleep(0.01)
        leads = False
        await asyncio.sleep(1.2)
        polls = made[-1].polls
        await asyncio.sleep(0.2)
        assert (len(made), made[-1].polls) == (1, polls)
        led.cancel()
        with suppress(asyncio.CancelledError):
            await led

    asyncio.run(run())
