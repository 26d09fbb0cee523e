"""The buttons under answers: look around the quote, look further, say whether it was right."""

import asyncio
import dataclasses
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update

from bot.answering import Answer, Quote
from bot.telegram.asking.again import again, example, next_passage
from bot.telegram.asking.places import quote_at, wider
from bot.telegram.asking.way_in import Asker, TurnedAway
from bot.telegram.context import Context, Parts
from bot.telegram.keyboards import (
    Action,
    Pressed,
    again_button,
    answer_buttons,
    pressed_in,
    without,
)
from bot.telegram.messages import quote_messages
from bot.telegram.sending import edited, notice, replace, reply
from bot.telegram.texts import Texts

# The longest notification over the chat (Bot API, answerCallbackQuery).
LONGEST_NOTICE = 200

Act = Callable[[CallbackQuery, Message, Pressed, Context], Coroutine[Any, Any, None]]


async def pressed(update: Update, context: Context) -> None:
    """A button of an answer: for who may ask, of the text as it is now."""
    found = pressed_in(update)
    if found is None:
        if update.callback_query:
            await notice(update.callback_query)
        return
    query, message, at = found
    here = context.here
    say = here.say(query.from_user)
    who = Asker.of(query.from_user, message)
    if not here.access.may_ask(who.user_id, who.chat_id, who.private):
        await notice(query)
    elif at.generation != here.answering.generation and at.action is not Action.AGAIN:
        await notice(query, say("changed"), alert=True)
        await _set_buttons(message, again_button(here.answering.generation, say))
    else:
        await _act(query, message, at, context)


async def _act(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    try:
        await _ACTS[at.action](query, message, at, context)
    except TurnedAway as away:
        words = away.words(context.here.say(query.from_user))
        await notice(query, words, alert=words is not None)


async def _source(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    """Title, date, heading and address, over the chat."""
    quote = await _quote(query, message, at, context)
    if quote is None:
        return
    document = quote.document
    parts = (document.title or document.doc_id, document.date, quote.heading, document.url)
    text = "\n".join(part for part in parts if part)
    short = text if len(text) <= LONGEST_NOTICE else text[: LONGEST_NOTICE - 1] + "…"
    await notice(query, short, alert=True)


async def _widen(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    """One sentence more before and after."""
    here = context.here
    say = here.say(query.from_user)
    quote = await _quote(query, message, at, context)
    if quote is None:
        return
    grown = await asyncio.to_thread(wider, quote, here.answering.view)
    if grown.span == quote.span:
        await notice(query, say("all-shown"))
        return
    await notice(query)
    asked = here.memory.of_message(message.chat_id, message.message_id)
    refused = asked is not None and not isinstance(asked.result, Answer)
    place = dataclasses.replace(at, start=grown.span.start, end=grown.span.end)
    await _show(message, grown, place, say, say("closest-label") if refused else "")


async def _closest(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    """What the refusal would not call an answer, labelled so."""
    quote = await _quote(query, message, at, context)
    if quote is None:
        return
    await notice(query)
    say = context.here.say(query.from_user)
    await _show(message, quote, at, say, f"{say('no-answer')}\n{say('closest-label')}")


async def _judge(query: CallbackQuery, message: Message, at: Pressed, context: Context) -> None:
    """Note whether it was right, without who said so; each message is judged once."""
    here = context.here
    quote = await _quote(query, message, at, context)
    if quote is None:
        return
    here.state.record_feedback(
        at.generation, quote.document.doc_id, at.start, at.end, at.action is Action.RIGHT
    )
    await notice(query, here.say(query.from_user)("thanks"))
    if message.reply_markup:
        await _set_buttons(message, without(message.reply_markup, Action.RIGHT, Action.WRONG))


_ACTS: dict[Action, Act] = {
    Action.CONTEXT: _widen,
    Action.NEXT: next_passage,
    Action.SOURCE: _source,
    Action.RIGHT: _judge,
    Action.WRONG: _judge,
    Action.CLOSEST: _closest,
    Action.AGAIN: again,
    Action.EXAMPLE: example,
}


async def _quote(
    query: CallbackQuery, message: Message, at: Pressed, context: Context
) -> Quote | None:
    """The quote a button belongs to; None if there is none, which has been told."""
    here = context.here
    quote = await asyncio.to_thread(quote_at, at, here.answering.view)
    if quote is None:
        await notice(query, here.say(query.from_user)("changed"), alert=True)
        return None
    return _emphasised(quote, message, here)


def _emphasised(quote: Quote, message: Message, here: Parts) -> Quote:
    """The quote with the answering words as they were, if they are still known."""
    asked = here.memory.of_message(message.chat_id, message.message_id)
    known = asked.result.quotes if asked and isinstance(asked.result, Answer) else ()
    same = (
        one.answer
        for one in known
        if one.document == quote.document and quote.span.contains(one.answer)
    )
    return dataclasses.replace(quote, answer=next(same, quote.answer))


async def _show(message: Message, quote: Quote, at: Pressed, say: Texts, label: str) -> None:
    """Put the quote into the message; what does not fit into one follows in reply."""
    first, *more = quote_messages(quote, say, label)
    buttons = answer_buttons(at, say)
    await replace(
        message.get_bot(), message.chat_id, message.message_id, first, None if more else buttons
    )
    for text in more:
        await reply(message, text, buttons if text is more[-1] else None)


async def _set_buttons(message: Message, markup: InlineKeyboardMarkup) -> None:
    await edited(lambda: message.edit_reply_markup(markup))
