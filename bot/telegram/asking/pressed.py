"""The buttons under answers: look around the quote, look further, say whether it was right."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup

from bot.answering import Quote
from bot.telegram import buttons
from bot.telegram.asking.again import again, example, near_question, other_passage
from bot.telegram.asking.answers import unjudged
from bot.telegram.asking.citing import cite_pressed
from bot.telegram.asking.moved import quote_now
from bot.telegram.asking.places import place_of, wider
from bot.telegram.asking.quoted import dated, emphasised, exchanged, room, shows_judged, words
from bot.telegram.asking.refused_parts import still_below
from bot.telegram.asking.telling import unwait_pressed, wait_pressed
from bot.telegram.asking.way_in import worked
from bot.telegram.buttons import Closest, Right, Shown, Widen, Wrong
from bot.telegram.composing import ChatText
from bot.telegram.cutting import ROOM
from bot.telegram.keyboards import again_button, answer_buttons
from bot.telegram.messages import drawn, fits, quotation
from bot.telegram.under import Acts, Under, on


async def widen(under: Under, at: Widen) -> None:
    """One sentence more before and after, as far as a message holds them."""
    quote = await _quote(under, at)
    if quote is None:
        return
    here = under.context.here
    grown = await worked(here, wider, quote, here.answering.view)
    if grown.span == quote.span:
        await under.tell(under.say("all-shown"))
    elif not fits(grown, room(under) if dated(under, at) else ROOM):
        await under.tell(under.say("message-full"), alert=True)
    else:
        await under.tell()
        await _show(under, at, grown)


async def closest(under: Under, at: Closest) -> None:
    """What the refusal would not call an answer, labelled so."""
    quote = await _quote(under, at)
    if quote:
        await under.tell()
        await _show(under, at, quote)


async def _show(under: Under, at: Shown, quote: Quote) -> None:
    """Put the quote into the message, in the place of what it shows."""
    if shows_judged(under):  # also if that was before a restart
        under.context.here.judged[under.key, at.rank] = True
    await under.redraw(_drawn(under, at, quote), _buttons(under, at, quote))


def _drawn(under: Under, at: Shown, quote: Quote) -> ChatText:
    """The quote alone, or beside those of other dates."""
    if dated(under, at):
        return exchanged(under, quotation(quote, room(under)))
    said = still_below(under, at.label)
    return drawn(quote, under.say, at.rank, at.others, said=said)


async def judge(under: Under, at: Right | Wrong) -> None:
    """Note whether it was right, without who said so; each quote of a message is judged once."""
    here = under.context.here
    first = (under.key, at.rank) not in here.judged
    here.judged[under.key, at.rank] = True
    quote = await _quote(under, at)
    if quote is None:
        return
    if first:
        span, right = quote.span, isinstance(at, Right)
        generation, doc_id = here.answering.generation, quote.document.doc_id
        here.state.record_feedback(generation, doc_id, span.start, span.end, right)
    await under.tell(under.say("thanks"))
    if buttons := _buttons(under, at, quote):
        await under.set_buttons(buttons)


def _buttons(under: Under, at: Shown, quote: Quote) -> InlineKeyboardMarkup | None:
    place = place_of(quote, under.context.here.answering.view, at.rank, at.others)
    if place is None:
        return None
    return unjudged(answer_buttons(place, under.say), place, under)


async def _quote(under: Under, at: Shown) -> Quote | None:
    """The quote a button belongs to; None if it stands there no more, which has been told."""
    here = under.context.here
    quote = await worked(here, quote_now, at, here.answering, words(under, at.end - at.start))
    if quote is None:
        await under.tell(under.say("changed"), alert=True)
        if under.message:
            await under.set_buttons(again_button(here.answering.generation, under.say))
        return None
    bold = emphasised(under, quote.span.of(quote.document.text))
    quote = quote.labelled(at.label)
    return replace(quote, answer=bold.shift(quote.span.start)) if bold else quote


PRESSED: Acts = dict(
    (
        on(buttons.Widen, widen),
        on(buttons.Other, other_passage),
        on(buttons.Right, judge),
        on(buttons.Wrong, judge),
        on(buttons.Closest, closest),
        on(buttons.Again, again),
        on(buttons.Example, example),
        on(buttons.Near, near_question),
        on(buttons.Cite, cite_pressed),
        on(buttons.Wait, wait_pressed),
        on(buttons.Unwait, unwait_pressed),
    )
)
