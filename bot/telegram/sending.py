"""Messages out: in reply to the question, once each, patient while the API cannot be reached."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
from telegram import Bot, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Forbidden, NetworkError, TimedOut

from bot.telegram.messages import ChatText

logger = logging.getLogger(__name__)

# How long a message waits for an API that is down, in seconds; then it is given up.
PATIENCE = 120.0
LONGEST_PAUSE = 8.0

# What Telegram says when the place where the question stood is gone: the answer then goes to
# the chat itself.
_GONE = ("message to be replied not found", "message thread not found", "topic_closed")

T = TypeVar("T")


async def reply(
    message: Message, text: ChatText, keyboard: InlineKeyboardMarkup | None = None
) -> Message | None:
    """Send in reply to a message; None if the chat does not want it (blocked, kicked)."""

    async def once() -> Message:
        return await message.reply_text(
            text.text,
            entities=text.entities,
            reply_markup=keyboard,
            reply_to_message_id=message.message_id,
        )

    try:
        return await patiently(once)
    except Forbidden as error:
        logger.info("cannot write to chat %d: %s", message.chat_id, error)
    except BadRequest as error:
        if not any(words in str(error).lower() for words in _GONE):
            raise
        return await send(message.get_bot(), message.chat_id, text, keyboard)
    return None


async def send(
    bot: Bot, chat_id: int, text: ChatText, keyboard: InlineKeyboardMarkup | None = None
) -> Message | None:
    """Send to a chat, in reply to nothing; None if the chat does not want it."""
    try:
        return await patiently(
            lambda: bot.send_message(
                chat_id, text.text, entities=text.entities, reply_markup=keyboard
            )
        )
    except Forbidden as error:
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


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Try again while the API cannot be reached: what was never received cannot come twice.

    A call that was received but not confirmed (TimedOut while reading) is made once more.
    """
    deadline = asyncio.get_running_loop().time() + PATIENCE
    pause, unconfirmed = 0.5, 0
    while True:
        try:
            return await call()
        except (BadRequest, Forbidden):
            raise
        except NetworkError as error:
            received = isinstance(error, TimedOut) and not _never_connected(error)
            unconfirmed += received
            if unconfirmed > 1 or asyncio.get_running_loop().time() > deadline:
                raise
            logger.warning("Telegram cannot be reached, trying again in %.1f s", pause)
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


def _never_connected(error: NetworkError) -> bool:
    never = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
    return isinstance(error.__cause__, never)
