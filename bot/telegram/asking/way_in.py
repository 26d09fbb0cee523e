"""The one way in to the text for every question, whatever it came by.

It looks who may ask, how often, works in the bounded threads and counts; each way in says what
became of the question in its own manner.
"""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeVar, TypeVarTuple

from telegram import Message, User
from telegram.constants import ChatType

from bot.answering import Answer, NoAnswer, talk_in
from bot.operations import Busy
from bot.telegram.asking.progress import Progress
from bot.telegram.asking.refusing import note_refused
from bot.telegram.context import Parts
from bot.telegram.incoming import sender_of
from bot.telegram.memory import Asked, goes_on_from
from bot.telegram.texts import Texts

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks where; `user_id` is a chat's id for whoever writes in its name."""

    user_id: int
    chat_id: int
    private: bool

    @classmethod
    def who_wrote(cls, message: Message) -> "Asker":
        """Whoever wrote a message, in its chat."""
        private = message.chat.type == ChatType.PRIVATE
        return cls(sender_of(message), message.chat_id, private)

    @classmethod
    def elsewhere(cls, user: User) -> "Asker":
        """A user in a chat that the bot does not know: as if it were their own."""
        return cls(user.id, user.id, True)


class Why(Enum):
    """Why a question is not put to the text."""

    STRANGER = auto()
    """Who asks has not been let in."""
    TOO_OFTEN = auto()
    """They have asked too often, and are told so."""
    STILL_TOO_OFTEN = auto()
    """They have been told already."""
    BUSY = auto()
    """Too many questions wait."""


class TurnedAway(Exception):
    """A question that is not put to the text."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.name)
        self.why = why

    def words(self, say: Texts) -> str | None:
        """What to say to who asked; None for nothing, or nothing that fits every way in."""
        if self.why is Why.TOO_OFTEN:
            return say("slow-down")
        return say("busy") if self.why is Why.BUSY else None


def let_in(here: Parts, who: Asker) -> None:
    """Count a question of theirs; raises TurnedAway where it is not to be put to the text."""
    if not here.access.may_ask(who.user_id, who.chat_id, who.private):
        raise TurnedAway(Why.STRANGER)
    verdict = here.state.spend(who.user_id or who.chat_id, time.time())
    if verdict != "ok":
        raise TurnedAway(Why.TOO_OFTEN if verdict == "warn" else Why.STILL_TOO_OFTEN)


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
    let_in(here, who)
    return await _put_to_text(here, question)


async def look_up_in_chat(
    here: Parts, who: Asker, question: str, instead_of: Asked | None = None
) -> Asked:
    """`look_up` for a chat that the bot is in: a follow-up goes on from the question before.

    One asked `instead_of` another, corrected or once more, goes on from what that one did.
    """
    let_in(here, who)
    return await in_chat(here, who, question, instead_of)


async def in_chat(
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
    last = after or here.memory.last(who.chat_id, who.user_id)
    before = instead_of.before if instead_of else last.goes_on_as if last else ""
    generation = here.answering.generation
    goes_on = goes_on_from(question, before)
    result = await _put_to_text(here, question, goes_on, progress)
    if not goes_on:  # what goes on from another says too little by itself
        await note_refused(here, question, result)
    return Asked(who.chat_id, who.user_id, question, result, generation, before=before)


async def whole(here: Parts, asked: Asked) -> Asked:
    """A question with its answer, also where another bot answered it. Raises TurnedAway."""
    if not asked.answered_here:
        generation = here.answering.generation
        asked.result = await worked(here, here.answering.ask, asked.question, asked.after)
        asked.generation = generation
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
