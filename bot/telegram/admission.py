"""Who is let in, and how often: decided here, whatever a question, press or command comes by.

It is decided before any work is done. Each way in says in its own manner why somebody is turned
away: by a message or over the chat in `doors`, inline and to guests where those are answered.
"""

import time
from enum import Enum, auto

from telegram import Message

from bot.telegram.askers import Asker
from bot.telegram.context import Parts
from bot.telegram.texts import Texts


class Why(Enum):
    """Why somebody is turned away."""

    STRANGER = auto()
    """They have not been let in."""
    TOO_OFTEN = auto()
    """They have asked too often, and are told so."""
    STILL_TOO_OFTEN = auto()
    """They have been told already."""
    BUSY = auto()
    """Too many questions wait."""


class TurnedAway(Exception):
    """What is not to be done for who asks."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.name)
        self.why = why

    def words(self, say: Texts) -> str | None:
        """What to say to who asked; None for nothing, or nothing that fits every way in."""
        if self.why is Why.TOO_OFTEN:
            return say("slow-down")
        return say("busy") if self.why is Why.BUSY else None


def count_question(here: Parts, who: Asker, cost: float = 1.0) -> None:
    """Count a question of theirs, or what costs so much of one; raises TurnedAway."""
    refuse_strangers(here, who)
    verdict = here.state.spend(who.counted_as, time.time(), cost)
    if verdict != "ok":
        raise TurnedAway(Why.TOO_OFTEN if verdict == "warn" else Why.STILL_TOO_OFTEN)


def refuse_strangers(here: Parts, who: Asker) -> None:
    """Raises TurnedAway for strangers; what is counted further in costs nothing here."""
    if not here.access.may_ask(who):
        raise TurnedAway(Why.STRANGER)


def worth_a_word(here: Parts, who: Asker) -> bool:
    """Whether to answer what costs nothing to ask: a stranger as seldom as they are told."""
    return here.access.may_ask(who) or here.strangers.may_be_told(who.let_in_as, time.time())


def code_for(here: Parts, who: Asker) -> str | None:
    """The code by which a stranger waits from now on; None where they are to be told nothing."""
    waiting, now = who.let_in_as, time.time()
    if here.state.blocked(waiting) or not here.strangers.may_be_told(waiting, now):
        return None
    return here.state.pair(waiting, who.user_id or waiting, now)


def by_admin(message: Message, here: Parts) -> bool:
    """Whether an admin wrote this, for certain."""
    return here.access.is_admin(Asker.who_wrote(message).user_id)
