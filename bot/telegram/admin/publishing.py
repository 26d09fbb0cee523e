"""A change carried out in the chat: its progress, its end, and what needs a decision first."""

import asyncio
import logging
from dataclasses import replace

from telegram import Bot

from bot.operations import Busy
from bot.telegram.admin.approve import named
from bot.telegram.admin.carrying_out import Outcome, Overtaken, carry_out, is_made
from bot.telegram.admin.changes import Change, Changes
from bot.telegram.admin.golden import Compared, Worse
from bot.telegram.admin.preview import yes_label
from bot.telegram.admin.progress import Progress, show_progress
from bot.telegram.admin.showing import show, yes_or_no
from bot.telegram.admin.unread import unchanged
from bot.telegram.admin.wording import overtaken, published, worse
from bot.telegram.composing import ChatText
from bot.telegram.context import Parts
from bot.telegram.texts import Texts, texts
from index.errors import VerbatimError

logger = logging.getLogger(__name__)


async def publish(here: Parts, bot: Bot, change: Change, sure: bool = False) -> None:
    """Carry a change out and say so where it is shown; until it is done, it is kept.

    What fails, or what the admin has to decide first, changes nothing and leaves buttons to go on.
    `sure` if golden questions have been decided on.
    """
    place = change.admin, change.message_id
    here.publishing.add(place)  # what another bot was at, and died, is begun anew
    try:
        await _publish(here, bot, change, sure)
    finally:
        here.publishing.discard(place)


async def _publish(here: Parts, bot: Bot, change: Change, sure: bool) -> None:
    changes, say = Changes(here.state), texts(change.language)
    change = replace(change, tries=change.tries + 1)
    await asyncio.to_thread(changes.put, replace(change, under_way=True))
    await show(bot, change, ChatText(say("building-starts")))
    progress = Progress()
    shown = asyncio.create_task(show_progress(bot, change.admin, change.message_id, progress, say))
    try:
        outcome = await here.rebuilding.run(carry_out, here, change, sure, progress)
    except Exception as error:
        await _stopped(shown)
        await _offer_again(here, bot, change, error)
        return
    await _stopped(shown)
    changes.drop(change)
    text = published(outcome, here.answering.generation, say, change.documents)
    await show(bot, change, ChatText(text))


async def _offer_again(here: Parts, bot: Bot, change: Change, error: Exception) -> None:
    """Why nothing has changed, and the buttons to go on all the same, or not."""
    say = texts(change.language)
    sure, label = False, say("try-again-button")
    if isinstance(error, Overtaken):
        who = {done.admin: await named(bot, done.admin) for done in error.done or ()}
        text, label = overtaken(error, who, say), yes_label(here.answering.view, change)
        change = change.beside(error.live)
    elif isinstance(error, Worse):
        text, label, sure = worse(error.compared, say), say("all-the-same-button"), True
    else:
        text = say("rebuild-failed", reason=_reason(error, say))
    await asyncio.to_thread(Changes(here.state).put, replace(change, under_way=False))
    await show(bot, change, ChatText(text), yes_or_no(change, label, sure))


def _reason(error: Exception, say: Texts) -> str:
    if isinstance(error, Busy):
        return say("changes-busy")
    if isinstance(error, VerbatimError):
        logger.warning("a change of the library failed: %s", error)
        return unchanged(error, say)
    logger.error("a change of the library failed", exc_info=error)
    return say("failed")


async def offer_interrupted(here: Parts, bot: Bot) -> None:
    """At the start: changes that the bot was stopped at are said to be so, and offered again.

    One that had gone live when it was stopped is said to be live.
    """
    changes, view = Changes(here.state), here.answering.view
    for change in await asyncio.to_thread(changes.under_way):
        say = texts(change.language)
        if await asyncio.to_thread(is_made, view, change):
            changes.drop(change)
            outcome = Outcome(view.generation, Compared())
            text = published(outcome, view.generation.number, say, change.documents)
            await show(bot, change, ChatText(text))
            continue
        await asyncio.to_thread(changes.put, replace(change, under_way=False))
        keyboard = yes_or_no(change, say("try-again-button"))
        await show(bot, change, ChatText(say("build-interrupted")), keyboard)


async def _stopped(task: "asyncio.Task[None]") -> None:
    """Wait for a task to be cancelled, so that it cannot edit after the last word."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
