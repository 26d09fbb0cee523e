"""What goes on around the handlers, between a start and an end of it."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.telegram.application import Life
from tests.bot_api.direct import Direct


def living(direct: Direct, scenario: Callable[[], Awaitable[None]]) -> None:
    """Run it between a start and an end of the life around the handlers."""

    async def lived() -> None:
        life = Life(direct.parts)
        await life.start(direct.application)
        try:
            await scenario()
        finally:
            await life.stop(direct.application)

    direct.during(lived())


async def until(found: Callable[[], object]) -> None:
    """Wait for it, ten seconds at most."""
    async with asyncio.timeout(10):
        while not found():
            await asyncio.sleep(0.01)
