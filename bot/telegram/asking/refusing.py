"""A question that the texts do not answer, noted for admins where the settings say so."""

import asyncio
import logging
import time

from bot.answering import NoAnswer
from bot.gaps import cleaned, known_in, note
from bot.state import StateError
from bot.telegram.context import Parts
from bot.telegram.texts import short
from index.errors import LibraryError

logger = logging.getLogger(__name__)
# Of the name of what is closest so many code points are kept.
LONGEST_NAME = 80


async def note_refused(here: Parts, question: str, result: object) -> None:
    """Keep a refused question without who asked; small talk is none. Nobody waits for it."""
    if not here.settings.gaps or not isinstance(result, NoAnswer) or not result.closest:
        return
    closest = result.closest
    name = closest.heading or closest.document.title or closest.document.public_id
    try:
        known = known_in(here.answering.view)
        kept = await asyncio.to_thread(cleaned, question, known)
        if kept:
            note(here.state, kept, short(name, LONGEST_NAME), time.time())
    except (LibraryError, StateError) as error:
        logger.warning("a refused question could not be kept: %s", error)
