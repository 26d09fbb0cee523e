"""Questions that the bot owes an answer to: none is lost unsaid when it is stopped or killed."""

import contextlib
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from telegram import Bot, InlineKeyboardMarkup, Message
from telegram.error import TelegramError

from bot.state import StateError, Unanswered
from bot.telegram.askers import Asker
from bot.telegram.composing import ChatText
from bot.telegram.context import Parts
from bot.telegram.keyboards import again_button
from bot.telegram.sending import replace, send
from bot.telegram.texts import Texts, texts

logger = logging.getLogger(__name__)


@contextmanager
def owed(message: Message, who: Asker, say: Texts, here: Parts) -> Iterator[int | None]:
    """Keep, until the block ends, that this message is owed an answer; after a break-off too.

    Gives the message by which a bot that has died told their place in the line, if there is one.
    """
    told = _begin(message, who, say, here)
    try:
        yield told
    except Exception:  # of a failure they are told at once
        _end(message, here)
        raise
    _end(message, here)


def _begin(message: Message, who: Asker, say: Texts, here: Parts) -> int | None:
    """What cannot be noted is answered all the same; of several bots, another one may note it."""
    try:
        return here.state.begin(message.chat_id, message.message_id, who.user_id, say.language)
    except StateError as error:
        if here.state.together:
            raise
        logger.error("a question cannot be noted: %s", error)
        return None


def _end(message: Message, here: Parts) -> None:
    """What was answered was answered, even if that cannot be noted."""
    try:
        here.state.end(message.chat_id, message.message_id)
    except StateError as error:
        logger.error("an answer cannot be noted: %s", error)


def note(message: Message, here: Parts, told: Message) -> None:
    """Keep which message says that this one waits: what is said later takes its place."""
    with contextlib.suppress(StateError):  # it only stays where it is, then
        here.state.told(message.chat_id, message.message_id, told.message_id)


async def tell_unanswered(bot: Bot, left: Sequence[Unanswered], here: Parts) -> None:
    """Say in reply to each question that a bot before this one left, and offer to ask again."""
    for one in left:
        if here.access.may_ask(Asker(one.user_id, one.chat_id, private=one.chat_id > 0)):
            say = texts(one.language)
            again = again_button(here.answering.generation, say)
            with contextlib.suppress(TelegramError):  # the chat is gone, or will not have it
                await _say(bot, one, ChatText(say("restarted")), again)
        here.state.end(one.chat_id, one.message_id)


async def _say(bot: Bot, one: Unanswered, text: ChatText, again: InlineKeyboardMarkup) -> None:
    """In the place of the message that told their place in the line, if there is one."""
    if one.told is None or not await replace(bot, one.chat_id, one.told, text, again):
        await send(bot, one.chat_id, text, again, reply_to=one.message_id)
