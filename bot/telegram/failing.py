"""What fails is left unsaid to nobody: a log line for who runs it, an apology for who asked."""

import contextlib
import logging
import time

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.state import StateError
from bot.telegram.admin import unchanged
from bot.telegram.composing import ChatText
from bot.telegram.context import Context, Parts
from bot.telegram.sending import reply
from bot.telegram.texts import spoken, texts
from bot.telegram.transport import MOST_TRIES
from index.errors import LibraryError, VerbatimError

logger = logging.getLogger(__name__)

# Another bot with the same token is told of so often: it refuses every call for updates.
CONFLICT_SECONDS = 60.0


class Failing:
    """What is done when a handler fails, or a call for updates."""

    def __init__(self) -> None:
        self._conflict = -CONFLICT_SECONDS

    async def failed(self, update: object, context: Context) -> None:
        """Tell of it; what waits for the database is handled again instead."""
        error = context.error
        if isinstance(error, Conflict):
            self._tell_of_conflict()
        elif update is None and isinstance(error, NetworkError | InvalidToken | RetryAfter):
            logger.warning("Telegram cannot be reached: %s", error)
        elif isinstance(update, Update) and _waits(context.here, update.update_id, error):
            logger.warning("update %s waits for the database: %s", update.update_id, error)
        else:
            await _tell(update if isinstance(update, Update) else None, context)

    def _tell_of_conflict(self) -> None:
        if time.monotonic() - self._conflict >= CONFLICT_SECONDS:
            self._conflict = time.monotonic()
            logger.error("another instance polls with this token: stop one of them")


def _waits(here: Parts, number: int, error: object) -> bool:
    """Whether an update that failed is handled again, as those of several bots are."""
    of_database = isinstance(error, StateError | LibraryError)
    if not here.state.together or not of_database or here.unsettled[number] >= MOST_TRIES - 1:
        return False
    here.unsettled[number] += 1
    return True


async def _tell(update: Update | None, context: Context) -> None:
    error, number = context.error, update.update_id if update else None
    known = error if isinstance(error, VerbatimError) else None
    if known:  # which says itself what to do
        logger.error("update %s failed: %s", number, error)
    else:
        logger.error("update %s failed", number, exc_info=error)
    if update and update.message:
        with contextlib.suppress(TelegramError, StateError):  # sending is often what failed
            await reply(update.message, ChatText(_apology(context.here, update, known)))


def _apology(here: Parts, update: Update, why: VerbatimError | None) -> str:
    """What went wrong, if that is known and an admin asks."""
    user = update.effective_user
    try:
        say = here.say(user)
    except StateError:  # nobody knows which one they chose
        say = texts(spoken(user.language_code if user else None))
    if why and here.access.is_admin(user.id if user else 0):
        return say("rebuild-failed", reason=unchanged(why, say))
    return say("failed")
