"""Confirmed texts become the live generation while the old one goes on answering."""

import asyncio
import logging
import time
from collections.abc import Callable

from telegram import Message

from bot.operations import Busy
from bot.telegram.admin.golden import GoldenError, gate, read_golden
from bot.telegram.context import Parts
from bot.telegram.intake import Batch
from bot.telegram.messages import ChatText
from bot.telegram.sending import replace
from bot.telegram.texts import Texts
from index.building import Counts, build, remove
from index.errors import VerbatimError

logger = logging.getLogger(__name__)

# How often the message with the progress is edited, in seconds; Telegram allows about one.
PROGRESS_SECONDS = 2.0


class Progress:
    """How far a build is, written by its thread and shown by the chat."""

    def __init__(self) -> None:
        self._done, self._total, self._since = 0, 0, 0.0

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Take note; only passages take time."""
        if what == "passages" and total:
            self._since = self._since or time.monotonic()
            self._done, self._total = done, total

    def text(self, say: Texts) -> str | None:
        """The line to show, or None before the first passages are encoded."""
        if not self._done:
            return None
        seconds = max(time.monotonic() - self._since, 0.1)
        rate = round(self._done / seconds, 1)
        return say("building", done=self._done, total=self._total, rate=rate)


async def go_live(
    here: Parts, message: Message, batch: Batch, say: Texts, everything: bool
) -> None:
    """Build, swap, and say so in `message`; what fails changes nothing and says why."""
    progress = Progress()

    def work() -> Counts:
        path = here.settings.golden_questions
        answering = here.answering
        golden = gate(read_golden(path), answering.encoder, answering.reader) if path else None
        return build(
            answering.library,
            batch.documents,
            answering.encoder,
            replace=everything,
            gate=golden,
            progress=progress,
        )

    await _publish(here, message, say, work, progress)


async def take_out(here: Parts, message: Message, doc_id: str, say: Texts) -> None:
    """Remove a document and go on without it."""
    await _publish(
        here, message, say, lambda: remove(here.answering.library, [doc_id]), Progress()
    )


async def go_back(here: Parts, message: Message, number: int, say: Texts) -> None:
    """Make an earlier generation live again."""
    await _publish(here, message, say, lambda: here.answering.library.rollback(number), Progress())


async def _publish(
    here: Parts,
    message: Message,
    say: Texts,
    work: Callable[[], object],
    progress: Progress,
) -> None:
    def published() -> None:
        work()
        here.answering.refresh()
        _make_room(here)

    shown = asyncio.create_task(_show_progress(message, progress, say))
    try:
        await here.rebuilding.run(published)
        text = _live(here, say)
    except GoldenError as error:
        lines = [f"• {question}" for question in error.failing]
        text = "\n".join([say("golden-failed"), *lines])[:4_000]
    except Busy:
        text = say("rebuild-failed", reason=say("busy"))
    except VerbatimError as error:
        text = say("rebuild-failed", reason=str(error))[:4_000]
    except Exception:
        logger.exception("a change of the library failed")
        text = say("rebuild-failed", reason=say("failed"))
    finally:
        shown.cancel()
    await _stopped(shown)
    await replace(message.get_bot(), message.chat_id, message.message_id, ChatText(text))


def _make_room(here: Parts) -> None:
    """Delete generations so old that nobody goes back to them; that it fails is no failure."""
    try:
        here.answering.library.prune(here.settings.keep_generations - 1)
    except VerbatimError as error:
        logger.warning("old generations stay: %s", error)


def _live(here: Parts, say: Texts) -> str:
    generation = here.answering.view.generation
    return say("live", generation=generation.number, documents=generation.documents)


async def _show_progress(message: Message, progress: Progress, say: Texts) -> None:
    while True:
        await asyncio.sleep(PROGRESS_SECONDS)
        if text := progress.text(say):
            bot = message.get_bot()
            await replace(bot, message.chat_id, message.message_id, ChatText(text))


async def _stopped(task: "asyncio.Task[None]") -> None:
    """Wait for a cancelled task, so that it cannot edit after the last word."""
    await asyncio.gather(task, return_exceptions=True)
