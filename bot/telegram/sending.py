"""Messages out: in reply to the question, once each, patient while the API cannot be reached."""

import contextlib
import logging
from collections.abc import Awaitable, Callable

from telegram import (
    Bot,
    CallbackQuery,
    ForceReply,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    ReplyParameters,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    RetryAfter,
    TelegramError,
)

from bot.telegram.composing import ChatText
from bot.telegram.patience import patiently

logger = logging.getLogger(__name__)

# What Telegram says when the place where the question stood is gone: the answer then goes to
# the chat itself.
_NO_MESSAGE = "message to be replied not found"
_GONE = (_NO_MESSAGE, "message thread not found", "topic_closed")
# Or that the question no longer has the words that were to be quoted: somebody corrected it.
_NO_QUOTE = "quote_text_invalid"

# Or that the chat takes no messages of the bot's, as one that has blocked it.
_UNWANTED = (
    "no rights to send",
    "not enough rights",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_restricted",
    "chat not found",
    "peer_id_invalid",
    "topic_closed",
)

# What it says of an edit that changes nothing, and where there is nothing to edit or delete.
_UNCHANGED = "message is not modified"
_UNEDITABLE = (
    "message to edit not found",
    "message to delete not found",
    "message can't be",
    "message_id_invalid",
)


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
        _let_be(message.chat_id, error)
        return None
    except ChatMigrated as error:
        return await send(message.get_bot(), error.new_chat_id, text, keyboard)
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
        _let_be(message.chat_id, error)
        return None
    # Where the topic is gone too, the chat is left.
    kept = message.is_topic_message and _NO_MESSAGE in said
    topic = message.message_thread_id if kept else None
    return await send(message.get_bot(), message.chat_id, text, keyboard, topic)


async def reply_file(message: Message, file: InputFile) -> None:
    """Send a file in reply to a message, in its topic; one that the chat does not want is none."""
    to = ReplyParameters(message.message_id)
    try:
        await patiently(lambda: message.reply_document(file, reply_parameters=to))
    except ChatMigrated as error:
        new = error.new_chat_id
        await patiently(lambda: message.get_bot().send_document(new, file))
    except (Forbidden, RetryAfter, BadRequest) as error:
        _let_be(message.chat_id, error)


async def send(
    bot: Bot,
    chat_id: int,
    text: ChatText,
    keyboard: InlineKeyboardMarkup | ForceReply | None = None,
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
    except ChatMigrated as error:
        return await send(bot, error.new_chat_id, text, keyboard)
    except (Forbidden, RetryAfter, BadRequest) as error:
        _let_be(chat_id, error)
        return None


def _let_be(chat_id: int, error: TelegramError) -> None:
    """A chat that does not want messages gets none; raises what says otherwise."""
    unwanted = any(words in str(error).lower() for words in _UNWANTED)
    if isinstance(error, BadRequest) and not unwanted:
        raise error
    logger.info("cannot write to chat %d: %s", chat_id, error)


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
    """Do an edit; False if there is nothing left to edit, or it is not one that can be done."""
    try:
        await patiently(edit)
    except BadRequest as error:
        said = str(error).lower()
        if not any(words in said for words in (_UNCHANGED, *_UNEDITABLE, *_UNWANTED)):
            logger.error("a message stays as it is: %s", error)
        return _UNCHANGED in said
    except (Forbidden, ChatMigrated):
        return False
    return True


async def react(message: Message, emoji: str) -> bool:
    """Put a reaction under a message; False where the chat allows none, or not this one."""
    try:
        await patiently(lambda: message.set_reaction(emoji))
    except (BadRequest, Forbidden, RetryAfter, ChatMigrated) as error:
        logger.info("cannot react in chat %d: %s", message.chat_id, error)
        return False
    return True


async def notice(query: CallbackQuery, text: str | None = None, alert: bool = False) -> None:
    """Tell Telegram that the press has arrived; that it cannot be told, or too late, is no matter.

    What the button does matters more.
    """
    with contextlib.suppress(TelegramError):
        await query.answer(text, show_alert=alert)
