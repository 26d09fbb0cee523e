"""Who is let in, and how often: said before any work is done."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Chat, Message, Update, User

from bot.state import TooManyPending
from bot.telegram.context import Context, Parts
from bot.telegram.messages import ChatText
from bot.telegram.sending import reply


async def admitted(message: Message, user: User | None, context: Context) -> bool:
    """Whether this user may ask in this chat; if not, they are told how to get in."""
    here = context.here
    user_id, private = user.id if user else 0, message.chat.type == Chat.PRIVATE
    if here.access.may_ask(user_id, message.chat_id, private):
        return True
    waiting = user_id if private else message.chat_id
    if here.state.blocked(waiting):
        return False
    # Being told is limited too: a stranger gets no more than one who may ask.
    if here.state.spend(user_id or message.chat_id, time.time()) != "ok":
        return False
    say = here.say(user)
    code = await asyncio.to_thread(_code, here, waiting)
    key = "not-allowed" if private else "not-allowed-group"
    await reply(message, ChatText(say(key, code=code) if code else say("too-many-pending")))
    return False


def _code(here: Parts, waiting: int) -> str | None:
    with contextlib.suppress(TooManyPending):
        return here.state.pair(waiting, time.time())
    return None


Handle = Callable[[Update, Context], Coroutine[Any, Any, None]]


def limited(handle: Handle) -> Handle:
    """The same handler, but not more often than questions: commands cost messages too."""

    async def run(update: Update, context: Context) -> None:
        message = update.effective_message
        if message and await within_limit(message, message.from_user, context):
            await handle(update, context)

    return run


async def within_limit(message: Message, user: User | None, context: Context) -> bool:
    """Whether the user has not asked too often; one warning, then silence."""
    here = context.here
    verdict = here.state.spend(user.id if user else message.chat_id, time.time())
    if verdict == "warn":
        await reply(message, ChatText(here.say(user)("slow-down")))
    return verdict == "ok"
