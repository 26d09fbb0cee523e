"""`t.me/BOT?start=v_ID`: a quote that was given, whatever has become of its words since."""

from collections.abc import Iterator

from telegram import InlineKeyboardMarkup, Message
from telegram.constants import MessageEntityType as Kind

from bot.answering import QuestionAnswering, Quote
from bot.state import PRESS
from bot.telegram.admission import TurnedAway
from bot.telegram.asking.marking import add_marked
from bot.telegram.asking.places import place_of, quote_in
from bot.telegram.asking.way_in import worked
from bot.telegram.composing import ChatText, Composer
from bot.telegram.context import Context
from bot.telegram.cutting import units
from bot.telegram.doors import may_write, turn_away
from bot.telegram.keyboards import opened_buttons
from bot.telegram.messages import drawn, headed
from bot.telegram.sending import reply
from bot.telegram.source_line import add_source, source_of
from bot.telegram.texts import Texts
from index.store import View
from index.text import Span
from index.versions import QuoteId, Standing, Stood, UnknownQuote, stood

_SAID = {
    Standing.STANDS: "quote-stands",
    Standing.MOVED: "quote-moved",
    Standing.CHANGED: "quote-changed",
    Standing.REMOVED: "quote-removed",
    Standing.FORGOTTEN: "quote-forgotten",
}
# Entities beside those of the words: that they are a quotation, and the link of the source.
_BESIDE = 2


async def open_given(message: Message, written: str, context: Context) -> None:
    """Say what has become of the quote of an ID, and show its words."""
    here = context.here
    if not await may_write(message, context, PRESS):
        return
    say = here.say(message.from_user)
    try:
        text, buttons = await worked(here, _looked_up, written, here.answering, say)
    except TurnedAway as away:
        await turn_away(message, away, context)
        return
    await reply(message, text, buttons)


def _looked_up(
    written: str, answering: QuestionAnswering, say: Texts
) -> tuple[ChatText, InlineKeyboardMarkup | None]:
    try:
        found = stood(answering.library, QuoteId.read(written))
    except UnknownQuote:
        return ChatText(say("quote-unknown")), None
    quote = _current(found, answering.view)
    place = place_of(quote, answering.view) if quote else None
    return _written(found, quote, say), opened_buttons(place, say) if place else None


def _current(found: Stood, view: View) -> Quote | None:
    """The words as they are now, with the sentences they are of."""
    return quote_in(found.document, found.current, view) if found.current else None


def _written(found: Stood, quote: Quote | None, say: Texts) -> ChatText:
    """What became of the words, then the words: as they are, or with what was changed marked."""
    dated = {"date": say.date(found.since.created[:10])} if found.since else {"date": ""}
    said = say(_SAID[found.standing], **dated)
    if quote and not found.changes:
        return headed(said, drawn(quote, say))
    message = Composer().add(said, Kind.BOLD).add("\n")
    start, span = message.length, found.current or Span(0, 0)
    shown = Quote(found.document, span, span, "")
    room = message.room - units(source_of(shown, say)) - 1
    add_marked(message, _changed(found), room, message.marks - _BESIDE)
    message.mark(start, Kind.BLOCKQUOTE)
    add_source(message, shown, say, None)
    return message.done()


def _changed(found: Stood) -> Iterator[tuple[str, str | None]]:
    """The words as they were, struck where they are no more; underlined those there are now."""
    quoted = found.quoted or ""
    after, at = found.current.of(found.document.text) if found.current else "", 0
    for one in found.changes:
        yield quoted[at : one.before.start], None
        lost, added = one.before.of(quoted), one.after.of(after)
        if lost:
            yield lost, Kind.STRIKETHROUGH
        if added:
            yield " " if one.before.start else "", None
            yield added, Kind.UNDERLINE
            yield "" if one.before.start or lost else " ", None
        at = one.before.end
    yield quoted[at:], None
