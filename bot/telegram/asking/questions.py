"""A question that came as a message: answered in reply, or who asked is told why not."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from telegram import Message
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError

from bot.telegram.admission import admitted, within_limit
from bot.telegram.asking.answers import show
from bot.telegram.asking.way_in import Asker, TurnedAway, Why, look_up_in_chat, offered
from bot.telegram.context import Context
from bot.telegram.memory import Asked
from bot.telegram.messages import ChatText
from bot.telegram.sending import reply

# Questions older than this were asked while the bot was off: only the newest is still wanted.
STALE_SECONDS = 600
GATHER_SECONDS = 1.5
TYPING_AFTER = 0.5


async def ask(message: Message, question: str, context: Context) -> None:
    """Answer one question in reply to its message; without words, say how to ask."""
    here = context.here
    say = here.say(message.from_user)
    if not question.strip():
        await usage(message, context)
        return
    late = (datetime.now(UTC) - message.date).total_seconds() > STALE_SECONDS
    if late and not await _is_newest(message, context):
        return
    found = await answer(message, question.strip(), context)
    if found is None:
        return
    if late:
        await reply(message, ChatText(say("offline")))
    await show(message, found, say, here)


async def ask_example(message: Message, place: int, context: Context) -> bool:
    """Answer the example in that place, in reply to a message; False if there is none."""
    try:
        examples = await offered(context.here, context.here.say(message.from_user))
    except TurnedAway as away:
        await tell(message, away, context)
        return True
    if place >= len(examples):
        return False
    await ask(message, examples[place], context)
    return True


async def answer(
    message: Message, question: str, context: Context, instead_of: Asked | None = None
) -> Asked | None:
    """What the text says; None when it was not asked, which the user has been told.

    `instead_of` is the question that this one corrects.
    """
    who = Asker.who_wrote(message)
    try:
        async with typing(message):
            found = await look_up_in_chat(context.here, who, question, instead_of)
    except TurnedAway as away:
        await tell(message, away, context)
        return None
    found.asked_in = message.message_id
    return found


async def usage(message: Message, context: Context) -> None:
    """How to ask: for what has no words."""
    user = message.from_user
    if await admitted(message, user, context) and await within_limit(message, user, context):
        await reply(message, ChatText(context.here.say(user)("ask-usage")))


async def tell(message: Message, away: TurnedAway, context: Context) -> None:
    """Say in reply why the question is not answered; strangers are told how to get in."""
    if away.why is Why.STRANGER:
        await admitted(message, message.from_user, context)
    elif words := away.words(context.here.say(message.from_user)):
        await reply(message, ChatText(words))


@contextlib.asynccontextmanager
async def typing(message: Message) -> AsyncIterator[None]:
    """Show that work is going on, if it takes longer than a moment."""
    shown = asyncio.create_task(_type(message))
    try:
        yield
    finally:
        shown.cancel()


async def _type(message: Message) -> None:
    """Its failure is no matter."""
    if message.chat.type != ChatType.PRIVATE:
        return
    await asyncio.sleep(TYPING_AFTER)
    with contextlib.suppress(TelegramError):
        await message.reply_chat_action(ChatAction.TYPING)


async def _is_newest(message: Message, context: Context) -> bool:
    """Of the questions of a chat that waited while the bot was off, whether this is the last."""
    waiting = context.here.stale
    newest = max(waiting.get(message.chat_id, 0), message.message_id)
    waiting[message.chat_id] = newest
    await asyncio.sleep(GATHER_SECONDS)
    return waiting.get(message.chat_id) == message.message_id
