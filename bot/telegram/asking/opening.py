"""What a deep link opens: a quote, or a question."""

from telegram import Message

from bot.answering import QuestionAnswering, Quote
from bot.state import PRESS
from bot.telegram.admission import TurnedAway
from bot.telegram.asking.given import open_given
from bot.telegram.asking.moved import quote_now
from bot.telegram.asking.places import place_of
from bot.telegram.asking.questions import ask, ask_example
from bot.telegram.asking.way_in import worked
from bot.telegram.buttons import Example, Shown
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.doors import may_write, turn_away
from bot.telegram.keyboards import opened_buttons
from bot.telegram.links import given, linked
from bot.telegram.messages import drawn
from bot.telegram.sending import reply


async def open_link(message: Message, payload: str, context: Context) -> bool:
    """Do what the link of a `/start` says; False if it says nothing that can be done."""
    if (written := given(payload)) is not None:
        await open_given(message, written, context)
        return True
    at = linked(payload)
    if isinstance(at, str):
        await ask(message, at, context)
        return True
    # Questions are counted on their way in.
    if isinstance(at, Example):
        return await ask_example(message, at.place, context)
    if at and await may_write(message, context, PRESS):
        return await _open_quote(message, at, context)
    return at is not None


async def _open_quote(message: Message, at: Shown, context: Context) -> bool:
    """Show a quote for itself; where its text is another since, say so."""
    here = context.here
    say = here.say(message.from_user)
    try:
        quote, known = await worked(here, _looked_up, at, here.answering)
    except TurnedAway as away:
        await turn_away(message, away, context)
        return True
    if not quote and known:
        return False
    text = drawn(quote, say) if quote else ChatText(say("changed"))
    place = place_of(quote, here.answering.view) if quote else None
    await reply(message, text, opened_buttons(place, say) if place else None)
    return True


def _looked_up(at: Shown, answering: QuestionAnswering) -> tuple[Quote | None, bool]:
    """The quote of a place, and whether its document is still known."""
    quote = quote_now(at, answering)
    return quote, quote is not None or answering.view.numbered(at.number) is not None
