"""A question that came as a message: answered in reply, or who asked is told why not."""

import asyncio
from datetime import UTC, datetime
from functools import partial

from telegram import Message

from bot.telegram.admission import TurnedAway, count_question
from bot.telegram.askers import Asker
from bot.telegram.asking.in_place import show_in_place
from bot.telegram.asking.left_over import note, owed
from bot.telegram.asking.progress import shown
from bot.telegram.asking.way_in import ask_in_chat, offered, turn
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.doors import may_write, turn_away
from bot.telegram.memory import Asked
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
        await turn_away(message, away, context)
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
                await turn_away(message, away, context)


async def _answer(
    message: Message, question: str, context: Context, instead_of: Asked | None, late: bool
) -> Asked:
    """Answer one wording, unless there is a newer one by then; what it came to.

    Raises TurnedAway.
    """
    here, who = context.here, Asker.who_wrote(message)
    say = here.say(message.from_user)
    count_question(here, who)
    with owed(message, who, say, here) as told:
        async with turn(here, who):
            async with shown(message, say, partial(note, message, here)) as progress:
                after = here.memory.replied_to(message)
                found = await ask_in_chat(here, who, question, instead_of, progress, after)
            found.asked_in = message.message_id
            place = message.chat_id, message.message_id
            before = instead_of.shown_in if instead_of else []
            told = progress.told.message_id if progress.told else told
            others = here.told_how.pop(place, None), told
            standing = [*before, *(one for one in others if one is not None)]
            if here.wordings.newest(place) != question:
                found.shown_in = standing
                return found
            if late:
                await reply(message, ChatText(say("offline")))
            await show_in_place(message, standing, found, context)
            return found


async def usage(message: Message, context: Context) -> None:
    """How to ask: for what has no words. When it has some, the answer takes its place."""
    if await may_write(message, context):
        here = context.here
        if sent := await reply(message, ChatText(here.say(message.from_user)("ask-usage"))):
            here.told_how[message.chat_id, message.message_id] = sent.message_id


async def _is_newest(message: Message, context: Context) -> bool:
    """Of the questions of a topic that waited while the bot was off, whether this is the last."""
    waiting, who = context.here.stale, Asker.who_wrote(message)
    place = who.chat_id, who.topic
    newest = max(waiting.get(place, 0), message.message_id)
    waiting[place] = newest
    await asyncio.sleep(GATHER_SECONDS)
    return waiting.get(place) == message.message_id
