"""The one way in to the text for every question, whatever it came by.

Who may ask, and how often, is decided by `admission`; here it is worked on in the bounded threads
and counted. Each way in says what became of the question in its own manner.
"""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar, TypeVarTuple

from bot.answering import Answer, NoAnswer, talk_in
from bot.operations import Busy
from bot.telegram.admission import TurnedAway, Why, count_question
from bot.telegram.askers import Asker
from bot.telegram.asking.progress import Progress
from bot.telegram.asking.refusing import note_refused
from bot.telegram.context import Parts
from bot.telegram.marks import mark_of_generation
from bot.telegram.memory import Asked, goes_on_from
from bot.telegram.texts import Texts

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")


@asynccontextmanager
async def turn(here: Parts, who: Asker) -> AsyncIterator[None]:
    """In the block it is this question's turn in its chat. Raises TurnedAway."""
    try:
        async with here.turns.of(who.chat_id):
            yield
    except Busy:
        here.metrics.turned_away()
        raise TurnedAway(Why.BUSY) from None


async def look_up(here: Parts, who: Asker, question: str) -> Answer | NoAnswer:
    """What the text says. Raises TurnedAway."""
    count_question(here, who)
    return await _put_to_text(here, question)


async def look_up_in_chat(
    here: Parts, who: Asker, question: str, instead_of: Asked | None = None
) -> Asked:
    """`look_up` for a chat that the bot is in: a follow-up goes on from the question before.

    One asked `instead_of` another, corrected or once more, goes on from what that one did.
    """
    count_question(here, who)
    return await ask_in_chat(here, who, question, instead_of)


async def ask_in_chat(
    here: Parts,
    who: Asker,
    question: str,
    instead_of: Asked | None = None,
    progress: Progress | None = None,
    after: Asked | None = None,
) -> Asked:
    """`look_up_in_chat` for who has been let in; raises TurnedAway when too much work waits.

    It goes on from the question it comes `after`, where none is given from their last one.
    """
    last = after or here.memory.last(who.chat_id, who.user_id, who.topic)
    before = instead_of.before if instead_of else last.goes_on_as if last else ""
    live = here.answering.view.generation
    goes_on = goes_on_from(question, before)
    result = await _put_to_text(here, question, goes_on, progress)
    if not goes_on:  # what goes on from another says too little by itself
        await note_refused(here, question, result)
    place = who.chat_id, who.user_id
    mark = mark_of_generation(live)
    return Asked(*place, question, result, live.number, before=before, topic=who.topic, mark=mark)


async def whole(here: Parts, asked: Asked) -> Asked:
    """A question with its answer, also where another bot answered it. Raises TurnedAway."""
    if not asked.answered_here:
        live = here.answering.view.generation
        asked.result = await worked(here, here.answering.ask, asked.question, asked.after)
        asked.generation, asked.mark = live.number, mark_of_generation(live)
        here.memory.remember(asked)
    return asked


async def _put_to_text(
    here: Parts, question: str, before: str = "", progress: Progress | None = None
) -> Answer | NoAnswer:
    """`before` is the question that a follow-up goes on from."""
    started = time.monotonic()
    try:
        entered = here.work.enter(here.answering.ask, question, before)
        if progress:
            progress.entered = entered
        result = await entered.result()
    except Busy:
        here.metrics.turned_away()
        raise TurnedAway(Why.BUSY) from None
    if not talk_in(question):
        outcome = "answered" if isinstance(result, Answer) else "refused"
        here.metrics.answered(outcome, time.monotonic() - started)
    return result


async def worked(
    here: Parts, function: Callable[[*Arguments], Result], *arguments: *Arguments
) -> Result:
    """What a function comes to that may take its time, in the bounded threads.

    Raises TurnedAway when too much work waits.
    """
    try:
        return await here.work.run(function, *arguments)
    except Busy:
        raise TurnedAway(Why.BUSY) from None


async def offered(here: Parts, say: Texts) -> list[str]:
    """The example questions; raises TurnedAway when too much other work waits."""
    return await worked(here, here.examples.offered, here.answering.view, here.answering.ask, say)
