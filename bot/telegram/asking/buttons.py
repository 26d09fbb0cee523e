"""The buttons under answers: look around the quote, look further, say whether it was right."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from telegram import InlineKeyboardMarkup, Update

from bot.answering import Quote
from bot.telegram.asking.again import again, example, near_question, other_passage
from bot.telegram.asking.answers import unjudged
from bot.telegram.asking.citing import cite_pressed
from bot.telegram.asking.moved import quote_now
from bot.telegram.asking.places import place_of, wider
from bot.telegram.asking.telling import unwait_pressed, wait_pressed
from bot.telegram.asking.under import Under
from bot.telegram.asking.way_in import TurnedAway, worked
from bot.telegram.context import Context
from bot.telegram.keyboards import Action, Pressed, again_button, answer_buttons, parse
from bot.telegram.messages import drawn, fits
from bot.telegram.sending import notice

Act = Callable[[Under, Pressed], Coroutine[Any, Any, None]]


async def pressed(update: Update, context: Context) -> None:
    """A button of an answer: for who may ask, of the text as it is now."""
    query = update.callback_query
    at = parse(query.data or "") if query else None
    if not query:
        return
    under = Under(query, context)
    who = under.who
    if not at or not context.here.access.may_ask(who.user_id, who.chat_id, who.private):
        await notice(query)
        return
    try:
        await _ACTS[at.action](under, at)
    except TurnedAway as away:
        words = away.words(under.say)
        await under.tell(words, alert=words is not None)


async def _widen(under: Under, at: Pressed) -> None:
    """One sentence more before and after, as far as a message holds them."""
    quote = await _quote(under, at)
    if quote is None:
        return
    here = under.context.here
    grown = await worked(here, wider, quote, here.answering.view)
    if grown.span == quote.span:
        await under.tell(under.say("all-shown"))
    elif not fits(grown):
        await under.tell(under.say("message-full"), alert=True)
    else:
        await under.tell()
        await _show(under, at, grown)


async def _closest(under: Under, at: Pressed) -> None:
    """What the refusal would not call an answer, labelled so."""
    quote = await _quote(under, at)
    if quote:
        await under.tell()
        await _show(under, at, quote)


async def _show(under: Under, at: Pressed, quote: Quote) -> None:
    """Put the quote into the message, in the place of what it shows."""
    if under.judged:  # also if that was before a restart
        under.context.here.judged[under.key, at.rank] = True
    text = drawn(quote, under.say, at.rank, at.others)
    await under.redraw(text, _buttons(under, at, quote))


async def _judge(under: Under, at: Pressed) -> None:
    """Note whether it was right, without who said so; each quote of a message is judged once."""
    here = under.context.here
    first = (under.key, at.rank) not in here.judged
    here.judged[under.key, at.rank] = True
    quote = await _quote(under, at)
    if quote is None:
        return
    if first:
        span, right = quote.span, at.action is Action.RIGHT
        generation, doc_id = here.answering.generation, quote.document.doc_id
        here.state.record_feedback(generation, doc_id, span.start, span.end, right)
    await under.tell(under.say("thanks"))
    if buttons := _buttons(under, at, quote):
        await under.set_buttons(buttons)


def _buttons(under: Under, at: Pressed, quote: Quote) -> InlineKeyboardMarkup | None:
    place = place_of(quote, under.context.here.answering.view, at.rank, at.others)
    if place is None:
        return None
    return unjudged(answer_buttons(place, under.say), place, under)


_ACTS: dict[Action, Act] = {
    Action.CONTEXT: _widen,
    Action.OTHER: other_passage,
    Action.RIGHT: _judge,
    Action.WRONG: _judge,
    Action.CLOSEST: _closest,
    Action.AGAIN: again,
    Action.EXAMPLE: example,
    Action.NEAR: near_question,
    Action.CITE: cite_pressed,
    Action.WAIT: wait_pressed,
    Action.UNWAIT: unwait_pressed,
}


async def _quote(under: Under, at: Pressed) -> Quote | None:
    """The quote a button belongs to; None if it stands there no more, which has been told."""
    here = under.context.here
    words = under.words(at.end - at.start)
    quote = await worked(here, quote_now, at, here.answering, words)
    if quote is None:
        await under.tell(under.say("changed"), alert=True)
        if under.message:
            await under.set_buttons(again_button(here.answering.generation, under.say))
        return None
    emphasised = under.emphasised(len(quote.span))
    return replace(quote, answer=emphasised.shift(quote.span.start)) if emphasised else quote
