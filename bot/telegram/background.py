"""What goes on beside the handlers, again and again, whatever becomes of one time."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from telegram import Bot

from bot.telegram.admin import send_digest
from bot.telegram.asking import tell_known
from bot.telegram.context import Parts
from index.memory import give_back
from index.store import Generation

logger = logging.getLogger(__name__)

REFRESH_SECONDS = 1.0
# So long after some questions that wait could not be asked, they are asked again.
AGAIN_SECONDS = 60.0
# So long a generation answers before the words of its first texts are made ready: that takes a
# processor for seconds, which the first questions after a start, or a change, want.
READY_AFTER_SECONDS = 10.0
# How often it is looked whether the weekly digest is due.
DIGEST_SECONDS = 3_600.0

# Does something once, and says in how many seconds it is to be done again.
Step = Callable[[], Awaitable[float]]


async def repeated(what: str, step: Step, again: float, pause: float = 0.0) -> None:
    """Pause, do it, and so on, for ever: of what fails, the log says so, and it is done `again`.

    `pause` and `again` are in seconds.
    """
    while True:
        await asyncio.sleep(pause)
        try:
            pause = await step()
        except Exception:
            logger.exception("%s failed", what)
            pause = again


def begun(here: Parts, bot: Bot) -> list[asyncio.Task[None]]:
    """All of it, under way."""
    ready, waiting = Preparing(here), AskingAgain(here, bot)
    loops = (
        repeated("looking for a new generation", partial(keep_fresh, here), again=0.0),
        repeated("making a generation ready", ready.step, REFRESH_SECONDS),
        repeated("asking the questions that wait", waiting.step, AGAIN_SECONDS, REFRESH_SECONDS),
        repeated(
            "telling what the texts do not answer", partial(tell_gaps, here, bot), DIGEST_SECONDS
        ),
    )
    return [asyncio.create_task(one) for one in loops]


async def keep_fresh(here: Parts) -> float:
    """Swap to what another process has built, within a second or so; give back free memory.

    It pauses by itself, since another bot may say that there is something new. A crowd has 50 MB
    free in a minute, and as much mapped; to give that back takes 3 ms.
    """
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(here.renewed.wait(), REFRESH_SECONDS)
    here.renewed.clear()
    await asyncio.to_thread(here.answering.refresh)
    await asyncio.to_thread(give_back)
    return 0.0


@dataclass(slots=True)
class Preparing:
    """What takes seconds of each generation, and keeps the next one from nothing."""

    here: Parts
    made: Generation | None = None
    seen: Generation | None = None
    since: float = 0.0

    async def step(self) -> float:
        """Examples at once, the words of its texts when it has answered for a while."""
        await asyncio.to_thread(self._prepare)
        answering = self.here.answering
        live = answering.view.generation
        if live != self.seen:
            self.seen, self.since = live, time.monotonic()
        if live != self.made and time.monotonic() - self.since >= READY_AFTER_SECONDS:
            self.made = live
            await asyncio.to_thread(answering.make_ready)
        return REFRESH_SECONDS

    def _prepare(self) -> None:
        """Have examples ready of what has gone live."""
        here = self.here
        here.contents.of(here.answering.view)
        here.examples.renew(here.answering.view, here.answering.ask)


@dataclass(slots=True)
class AskingAgain:
    """Asks what waits for an answer again, of each generation; of several bots, one does."""

    here: Parts
    bot: Bot
    asked: Generation | None = None

    async def step(self) -> float:
        """All that waits, if there is another generation; a while later what could not be."""
        live = self.here.answering.view.generation
        if live != self.asked and _leads(self.here):
            if not await tell_known(self.bot, self.here):
                return AGAIN_SECONDS
            self.asked = live
        return REFRESH_SECONDS


async def tell_gaps(here: Parts, bot: Bot) -> float:
    """The weekly digest, if it is due; of several bots, one tells it."""
    if _leads(here):
        await send_digest(bot, here, time.time())
    return DIGEST_SECONDS


def _leads(here: Parts) -> bool:
    return here.state.together is None or here.state.together.leads
