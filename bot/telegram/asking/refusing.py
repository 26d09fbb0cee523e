"""A question that the texts do not answer, noted for admins where the settings say so."""

import asyncio
import logging
import time
from collections.abc import Iterator

from bot.answering import Answer, NoAnswer, Quote, is_follow_up
from bot.gaps import cleaned, known_in, note
from bot.state import StateError
from bot.telegram.context import Parts
from bot.telegram.texts import short
from index.errors import LibraryError

logger = logging.getLogger(__name__)
# Of the name of what is closest so many code points are kept.
LONGEST_NAME = 80


async def note_refused(here: Parts, question: str, result: object) -> None:
    """Keep what is refused of a question without who asked; small talk is none.

    Nobody waits for it.
    """
    for asked, closest in _refused(question, result) if here.settings.gaps else ():
        await _note(here, asked, closest)


def _refused(question: str, result: object) -> Iterator[tuple[str, Quote]]:
    """The question, or what of it is not answered and says enough by itself, with what is near."""
    if isinstance(result, NoAnswer) and result.closest:
        yield question, result.closest
    for one in result.unanswered if isinstance(result, Answer) else ():
        if one.closest and not is_follow_up(one.question):
            yield one.question, one.closest


async def _note(here: Parts, question: str, closest: Quote) -> None:
    name = closest.heading or closest.document.title or closest.document.public_id
    try:
        known = known_in(here.answering.view)
        kept = await asyncio.to_thread(cleaned, question, known)
        if kept:
            note(here.state, kept, short(name, LONGEST_NAME), time.time())
    except (LibraryError, StateError) as error:
        logger.warning("a refused question could not be kept: %s", error)
