"""Messages out: in reply to the question, once each, patient while the API cannot be reached."""

import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, InputFile, Message, ReplyParameters
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_delay,
    wait_exponential,
)

from bot.telegram.messages import ChatText

logger = logging.getLogger(__name__)

# How long a message waits for an API that is down, in seconds; then it is given up.
PATIENCE = 120.0
# Between attempts, in seconds; each pause is twice the one before.
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 8.0

# What Telegram says when the place where the question stood is gone: the answer then goes to
# the chat itself.
_NO_MESSAGE = "message to be replied not found"
_GONE = (_NO_MESSAGE, "message thread not found", "topic_closed")
# Or that the question no longer has the words that were to be quoted: somebody corrected it.
_NO_QUOTE = "quote_text_invalid"

T = TypeVar("T")


async def reply(
    message: Message,
    text: ChatText,
    keyboard: InlineKeyboardMarkup | None = None,
    quoting: str | None = None,
) -> Message | None:
    """Send in reply to a message; None if the chat does not want it (blocked, kicked, flooded).

    `quoting` is the part of the message that the reply is to, None for all of it.
    """
    to = ReplyParameters(message.message_id, quote=quoting)
    try:
        return await patiently(
            lambda: message.reply_text(
                text.text, entities=text.entities, reply_markup=keyboard, reply_parameters=to
            )
        )
    except (Forbidden, RetryAfter) as error:
        logger.info("cannot write to chat %d: %s", message.chat_id, error)
        return None
    except BadRequest as error:
        if quoting and _NO_QUOTE in str(error).lower():
            return await reply(message, text, keyboard)
        return await _reply_nearby(message, text, keyboard, error)


async def _reply_nearby(
    message: Message, text: ChatText, keyboard: InlineKeyboardMarkup | None, error: BadRequest
) -> Message | None:
    """Send to the topic of a message that is gone, or to the chat; raises what says otherwise."""
    said = str(error).lower()
    if not any(words in said for words in _GONE):
        raise error
    # Where the topic is gone too, the chat is left.
    kept = message.is_topic_message and _NO_MESSAGE in said
    topic = message.message_thread_id if kept else None
    return await send(message.get_bot(), message.chat_id, text, keyboard, topic)


async def reply_file(message: Message, file: InputFile) -> None:
    """Send a file in reply to a message, in its topic; one that the chat does not want is none."""
    to = ReplyParameters(message.message_id)
    try:
        await patiently(lambda: message.reply_document(file, reply_parameters=to))
    except (Forbidden, RetryAfter) as error:
        logger.info("cannot write to chat %d: %s", message.chat_id, error)


async def send(
    bot: Bot,
    chat_id: int,
    text: ChatText,
    keyboard: InlineKeyboardMarkup | None = None,
    topic: int | None = None,
    reply_to: int | None = None,
) -> Message | None:
    """Send to a chat, or a topic of it; None if the chat does not want it.

    In reply to the message of a number, if one is given.
    """
    try:
        return await patiently(
            lambda: bot.send_message(
                chat_id,
                text.text,
                entities=text.entities,
                reply_markup=keyboard,
                message_thread_id=topic,
                reply_to_message_id=reply_to,
            )
        )
    except (Forbidden, RetryAfter) as error:
        logger.info("cannot write to chat %d: %s", chat_id, error)
        return None


async def replace(
    bot: Bot,
    chat_id: int,
    message_id: int,
    text: ChatText,
    keyboard: InlineKeyboardMarkup | None = None,
) -> bool:
    """Edit a message of ours; False if it is gone, True also if it already said this."""
    return await edited(
        lambda: bot.edit_message_text(
            text.text,
            chat_id=chat_id,
            message_id=message_id,
            entities=text.entities,
            reply_markup=keyboard,
        )
    )


async def edited(edit: Callable[[], Awaitable[object]]) -> bool:
    """Do an edit; False if there is nothing left to edit."""
    try:
        await patiently(edit)
    except BadRequest as error:
        return "message is not modified" in str(error).lower()
    except Forbidden:
        return False
    return True


async def react(message: Message, emoji: str) -> bool:
    """Put a reaction under a message; False where the chat allows none, or not this one."""
    try:
        await patiently(lambda: message.set_reaction(emoji))
    except (BadRequest, Forbidden, RetryAfter) as error:
        logger.info("cannot react in chat %d: %s", message.chat_id, error)
        return False
    return True


async def notice(query: CallbackQuery, text: str | None = None, alert: bool = False) -> None:
    """Tell Telegram that the press has arrived; one that is too old to answer is no matter."""
    with contextlib.suppress(BadRequest):
        await query.answer(text, show_alert=alert)


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Try again while the API cannot be reached: what was never received cannot come twice.

    A call that was received but not confirmed (TimedOut while reading) is made once more. One
    that is answered 401 or 404 met a proxy, or a server being replaced. How long to wait where
    Telegram says so (RetryAfter) is the rate limiter's concern.
    """
    retrying = AsyncRetrying(
        retry=retry_if_exception(_Unreached()),
        wait=wait_exponential(FIRST_PAUSE, LONGEST_PAUSE),
        stop=stop_after_delay(PATIENCE),
        before_sleep=_tell,
        reraise=True,
    )
    async for attempt in retrying:
        with attempt:
            return await call()
    raise AssertionError("an attempt either returns or raises")


def _tell(state: RetryCallState) -> None:
    logger.warning("Telegram cannot be reached, trying again in %.1f s", state.upcoming_sleep)


class _Unreached:
    """Whether one call's failure is one of the line, so that the call may be made again."""

    def __init__(self) -> None:
        self._unconfirmed = 0

    def __call__(self, error: BaseException) -> bool:
        if isinstance(error, InvalidToken):
            return True
        if not isinstance(error, NetworkError) or isinstance(error, BadRequest):
            return False
        self._unconfirmed += isinstance(error, TimedOut) and not _never_connected(error)
        return self._unconfirmed <= 1


def _never_connected(error: NetworkError) -> bool:
    never = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
    return isinstance(error.__cause__, never)
