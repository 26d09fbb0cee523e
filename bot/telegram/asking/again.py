"""Buttons that go back to the question: its next passage, the same again, one of the examples."""

import asyncio
import contextlib

from telegram import CallbackQuery, Message
from telegram.error import BadRequest

from bot.answering import Answer, Quote
from bot.telegram.admission import within_limit
from bot.telegram.asking.questions import answer, look_up, rendered
from bot.telegram.context import Context
from bot.telegram.keyboards import CONTEXT, Pressed, answer_buttons
from bot.telegram.memory import Asked
from bot.telegram.messages import ChatText, quote_messages
from bot.telegram.sending import replace, reply


async def next_passage(
    query: CallbackQuery, message: Message, at: Pressed, context: Context
) -> None:
    """The next passage found for the same question, as a message of its own."""
    here = context.here
    say = here.say(query.from_user)
    asked = await _asked(query, message, context)
    if asked is None:
        await notice(query, say("forgotten-question"), alert=True)
        return
    hits = asked.result.hits
    if at.rank + 1 >= len(hits):
        await notice(query, say("no-more"))
        return
    await notice(query)
    passage = hits[at.rank + 1].passage
    number = here.answering.view.number_of(passage.document)
    quote = Quote(passage.document, passage.span, passage.span, passage.heading)
    place = Pressed(
        CONTEXT, at.generation, number or 0, passage.span.start, passage.span.end, at.rank + 1
    )
    label = "" if isinstance(asked.result, Answer) else say("closest-label")
    for text in quote_messages(quote, say, label):
        sent = await reply(message, text, answer_buttons(place, say))
        if sent:
            asked.shown_in.append(sent.message_id)
    here.memory.remember(asked)


async def _asked(query: CallbackQuery, message: Message, context: Context) -> Asked | None:
    """The question that a message answers; asked again if the bot has been restarted since."""
    here = context.here
    asked = here.memory.of_message(message.chat_id, message.message_id)
    if asked and asked.generation == here.answering.generation:
        return asked
    question = asked.question if asked else _question_text(message)
    if not question:
        return None
    result = await look_up(here, message.chat_id, query.from_user.id, question)
    return Asked(
        message.chat_id,
        query.from_user.id,
        question,
        result,
        here.answering.generation,
        shown_in=[message.message_id],
    )


def _question_text(message: Message) -> str:
    """The question that a message of ours replies to."""
    asked = message.reply_to_message
    if not asked or (asked.from_user and asked.from_user.is_bot):
        return ""
    text = asked.text or asked.caption or ""
    return text.partition(" ")[2] if text.startswith("/") else text


async def again(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    """Ask the same question of the text as it is now, in the place of the old answer."""
    here = context.here
    say = here.say(query.from_user)
    if not await within_limit(message, query.from_user, context):
        return
    asked = await _asked(query, message, context)
    if asked is None:
        await reply(message, ChatText(say("forgotten-question")))
        return
    first, *more = rendered(asked, say, context)
    await replace(message.get_bot(), message.chat_id, message.message_id, *first)
    asked.shown_in = [message.message_id]
    for text, keyboard in more:
        if sent := await reply(message, text, keyboard):
            asked.shown_in.append(sent.message_id)
    here.memory.remember(asked)


async def example(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    """Ask one of the examples that `/start` offered."""
    here = context.here
    say = here.say(query.from_user)
    offered = await asyncio.to_thread(
        here.examples.offered, here.answering.view, here.answering.ask, say
    )
    if at.rank >= len(offered) or not await within_limit(message, query.from_user, context):
        return
    found = await answer(message, offered[at.rank], context)
    if found is None:
        return
    found.asked_in, found.user_id = None, query.from_user.id
    for text, keyboard in rendered(found, say, context):
        if sent := await reply(message, text, keyboard):
            found.shown_in.append(sent.message_id)
    here.memory.remember(found)


async def notice(query: CallbackQuery, text: str | None = None, alert: bool = False) -> None:
    """Tell Telegram that the press has arrived; one that is too old to answer is no matter."""
    with contextlib.suppress(BadRequest):
        await query.answer(text, show_alert=alert)
