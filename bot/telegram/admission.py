"""Who is let in, and how often: said before any work is done, whatever way a question comes by."""

import time
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import CallbackQuery, Chat, Message, Update, User

from bot.state import PRESS
from bot.telegram.context import Context, Parts, is_ours
from bot.telegram.incoming import sender_of
from bot.telegram.knocking import knock
from bot.telegram.messages import ChatText
from bot.telegram.sending import notice, reply

Handle = Callable[[Update, Context], Coroutine[Any, Any, None]]


async def admitted(message: Message, user: User | None, context: Context) -> bool:
    """Whether who wrote this may ask in this chat; if not, they are told how to get in."""
    here, by = context.here, sender_of(message)
    private = message.chat.type == Chat.PRIVATE
    if here.access.may_ask(by, message.chat_id, private):
        return True
    waiting, now = by if private else message.chat_id, time.time()
    if not here.state.blocked(waiting) and here.strangers.may_be_told(waiting, now):
        key = "not-allowed" if private else "not-allowed-group"
        code = here.state.pair(waiting, by or waiting, now)
        await reply(message, ChatText(here.say(user)(key, code=code)))
        await knock(here, context.bot, message.chat, user, code)
    return False


async def within_limit(
    message: Message, user: User | None, context: Context, cost: float = 1.0
) -> bool:
    """Whether who wrote this has not asked too often; one warning, then silence.

    `cost` is how much of a question it is.
    """
    here = context.here
    verdict = here.state.spend(sender_of(message) or message.chat_id, time.time(), cost)
    if verdict == "warn":
        await reply(message, ChatText(here.say(user)("slow-down")))
    return verdict == "ok"


async def may_press(query: CallbackQuery, context: Context) -> bool:
    """Whether this press counts: of who is let in, and not too often; if not, it is answered."""
    here, user, chat = context.here, query.from_user, query.message and query.message.chat
    verdict = here.state.spend(user.id, time.time(), PRESS)
    if verdict == "silent":
        return False
    place = (chat.id, chat.type == Chat.PRIVATE) if chat else (user.id, True)
    if not here.access.may_ask(user.id, *place):
        await notice(query)
    elif verdict == "warn":
        await notice(query, here.say(user)("slow-down"), alert=True)
    else:
        return True
    return False


def limited(handle: Handle) -> Handle:
    """The same handler for who is let in, and not more often than questions.

    Commands cost messages too.
    """

    async def run(update: Update, context: Context) -> None:
        message = update.effective_message
        if not message or is_ours(update):
            return
        user = message.from_user
        if await admitted(message, user, context) and await within_limit(message, user, context):
            await handle(update, context)

    return run


def for_admins(handle: Handle) -> Handle:
    """The same handler, for admins as often as they like; others, who are told why, `limited`."""
    for_others = limited(handle)

    async def run(update: Update, context: Context) -> None:
        message = update.effective_message
        if message and by_admin(message, context.here):
            await handle(update, context)
        else:
            await for_others(update, context)

    return run


def by_admin(message: Message, here: Parts) -> bool:
    """Whether an admin wrote this, for certain."""
    anonymous = message.sender_chat.id if message.sender_chat else None
    return here.access.is_admin(message.from_user.id if message.from_user else None, anonymous)
