"""A question that came as a message: answered in reply, or who asked is told why not."""

import asyncio
import time
from datetime import UTC, datetime
from functools import partial

from telegram import Message
from telegram.constants import ChatType

from bot.telegram.admission import admitted, within_limit
from bot.telegram.asking.in_place import show_in_place
from bot.telegram.asking.left_over import note, owed
from bot.telegram.asking.progress import shown
from bot.telegram.asking.way_in import Asker, TurnedAway, Why, in_chat, let_in, offered, turn
from bot.telegram.context import Context
from bot.telegram.memory import Asked
from bot.telegram.messages import ChatText
from bot.telegram.sending import reply

# Questions older than this were asked while the bot was off: only the newest is still wanted.
STALE_SECONDS = 600
GATHER_SECONDS = 1.5


async def ask(message: Message, question: str, context: Context) -> None:
    """Answer one question in reply to its message; without words, say how to ask."""
    if not question.strip():
        await usage(message, context)
        return
    late = (datetime.now(UTC) - message.date).total_seconds() > STALE_SECONDS
    if not late or await _is_newest(message, context):
        await answer(message, question.strip(), context, late=late)


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
    message: Message,
    question: str,
    context: Context,
    instead_of: Asked | None = None,
    late: bool = False,
) -> None:
    """Answer a message, in the place of the answer to the question it corrects; or say why not.

    Corrected meanwhile, it is answered as it reads in the end, once.
    """
    wordings, place = context.here.wordings, (message.chat_id, message.message_id)
    if wordings.correct(place, question):
        return
    with wordings.answering(place, question):
        question = ""
        while question != (newest := wordings.newest(place)) and newest:
            question = newest
            try:
                instead_of = await _answer(message, question, context, instead_of, late)
            except TurnedAway as away:
                await tell(message, away, context)


async def _answer(
    message: Message, question: str, context: Context, instead_of: Asked | None, late: bool
) -> Asked:
    """Answer one wording, unless there is a newer one by then; what it came to.

    Raises TurnedAway.
    """
    here, who = context.here, Asker.who_wrote(message)
    say = here.say(message.from_user)
    let_in(here, who)
    with owed(message, who, say, here) as told:
        async with turn(here, who):
            async with shown(message, say, partial(note, message, here)) as progress:
                after = here.memory.replied_to(message)
                found = await in_chat(here, who, question, instead_of, progress, after)
            found.asked_in = message.message_id
            before = instead_of.shown_in if instead_of else []
            told = progress.told.message_id if progress.told else told
            standing = [*before, *([] if told is None else [told])]
            if here.wordings.newest((message.chat_id, message.message_id)) != question:
                found.shown_in = standing
                return found
            if late:
                await reply(message, ChatText(say("offline")))
            await show_in_place(message, standing, found, context)
            return found


async def usage(message: Message, context: Context) -> None:
    """How to ask: for what has no words."""
    user = message.from_user
    if await admitted(message, user, context) and await within_limit(message, user, context):
        await reply(message, ChatText(context.here.say(user)("ask-usage")))


async def tell(message: Message, away: TurnedAway, context: Context) -> None:
    """Say in reply why the question is not answered; strangers are told how to get in."""
    here = context.here
    if away.why is Why.STRANGER:
        await admitted(message, message.from_user, context)
    elif words := away.words(here.say(message.from_user)):
        crowd = away.why is Why.BUSY and message.chat.type != ChatType.PRIVATE
        # A group takes few messages: its answers need them more than a crowd of apologies.
        if not crowd or here.state.spend(message.chat_id, time.time()) == "ok":
            await reply(message, ChatText(words))


async def _is_newest(message: Message, context: Context) -> bool:
    """Of the questions of a chat that waited while the bot was off, whether this is the last."""
    waiting = context.here.stale
    newest = max(waiting.get(message.chat_id, 0), message.message_id)
    waiting[message.chat_id] = newest
    await asyncio.sleep(GATHER_SECONDS)
    return waiting.get(message.chat_id) == message.message_id
