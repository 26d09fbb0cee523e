"""An answer as a message: the quote with its source and its label, or that there is none."""

from collections.abc import Sequence
from dataclasses import replace

from telegram.constants import MessageEntityType as Kind

from bot.answering import LEFT_OUT, Label, Quote, broken, quotations
from bot.telegram.composing import LONGEST_TITLE, ChatText, Composer
from bot.telegram.cutting import LONGEST_MESSAGE, ROOM, fitting, units
from bot.telegram.source_line import add_source, source_of
from bot.telegram.texts import Texts, short
from index.text import Span

# A line above an answer may fill so much: what it says, and 200 letters of a question.
LONGEST_ABOVE = 460
# Telegram folds an expandable quotation to three lines, about so many letters on a phone. What
# fills more than twice as much folds, unless that would hide what answers.
OPEN_LINES = 120
FOLDED = 300


def drawn(
    quote: Quote,
    say: Texts,
    rank: int = 0,
    others: int = 0,
    link: str | None = None,
    said: str | None = None,
) -> ChatText:
    """A quote with its source and its label: whatever it is shown for, it is drawn here.

    `rank` is its place among the `others` found, 0 for what answers or is closest; `link` is where
    the source leads if it has no address of the web; `said` stands below instead of its label.
    What does not fit into a message is left out, and a mark says so.
    """
    message = Composer()
    if quote.label is Label.CLOSEST:
        message.add(f"{say('no-answer')}\n")
    last = hedge(quote.label, rank, others, say) if said is None else said
    room = min(ROOM, _beside(message.length, source_of(quote, say), last))
    _add_quoted(message, _unread(quote) if rank else quote, room)
    add_source(message, quote, say, link)
    if last:
        message.add("\n").add(last, Kind.ITALIC)
    return message.done()


def drawn_dated(quotes: Sequence[Quote], say: Texts, links: Sequence[str | None] = ()) -> ChatText:
    """Quotes of texts that say otherwise, newest first, each below its date, in one message.

    `links` are where their sources lead if they have no address of the web.
    """
    message = Composer()
    days = [say.date(quote.document.date or "") for quote in quotes]
    heads = [
        say("earlier-on" if number else "dated-on", date=day) for number, day in enumerate(days)
    ]
    last = hedge(quotes[0].label, 0, 0, say)
    # Between two there is an empty line.
    room = _beside(len(quotes), *heads, *(source_of(quote, say) for quote in quotes), last)
    for head, quote, link in zip(heads, quotes, links or [None] * len(quotes), strict=True):
        message.add("\n\n" if message.length else "").add(f"{head}\n")
        _add_quoted(message, quote, min(ROOM, room) // len(quotes))
        add_source(message, quote, say, link)
    if last:
        message.add("\n").add(last, Kind.ITALIC)
    return message.done()


def quotation(quote: Quote, room: int) -> ChatText:
    """The words of a quote alone, at most about so many units of them."""
    message = Composer()
    _add_quoted(message, quote, room)
    return message.done()


def headed(said: str, text: ChatText) -> ChatText:
    """A message below a line that says what it is, of at most `LONGEST_ABOVE` units."""
    return Composer().add(f"{said}\n").put(text).done()


def fits(quote: Quote, room: int = ROOM) -> bool:
    """Whether a message with so much room holds the whole quote."""
    return units(quote.text) <= room


def refused(asked: str, before: str, say: Texts) -> ChatText:
    """That the text does not answer, and what was understood; "" if nothing was asked `before`."""
    message = Composer().add(f"{say('no-answer')}\n")
    understood = short(asked, LONGEST_TITLE)
    if before:
        key, after = "question-understood-after", short(before, LONGEST_TITLE)
        return message.add(say(key, question=understood, before=after), Kind.ITALIC).done()
    return message.add(say("question-understood", question=understood), Kind.ITALIC).done()


def _beside(filled: int, *lines: str) -> int:
    """The units that a message has beside those filled, these lines, and one above it."""
    return LONGEST_MESSAGE - LONGEST_ABOVE - filled - sum(units(line) + 1 for line in lines)


def hedge(label: Label, rank: int, others: int, say: Texts) -> str:
    """What is to be known about a quote: that it is another passage, that it may not answer."""
    place = [say("other-label", place=rank, count=others)] if rank else []
    closest = "near-label" if rank else "closest-label"
    reservation = {Label.UNSURE: "unsure-label", Label.CLOSEST: closest}.get(label)
    return " ".join([*place, *([say(reservation)] if reservation else [])])


def _unread(quote: Quote) -> Quote:
    """Another passage found: nobody has looked which of its words answer, so it may fold."""
    start = quote.span.start
    return replace(quote, answer=Span(start, start)) if quote.answer == quote.span else quote


def _add_quoted(message: Composer, quote: Quote, room: int) -> None:
    """The quote as quotations, marked where words are left out; in the last is what answers.

    The words fill at most `room` units; the marks are short.
    """
    text = quote.document.text
    *above, last = quotations(quote)
    filled = 0
    for span in (fitting(text, one, (), room // 2 // len(above)) for one in above):
        _add_quotation(message, text, span, Span(span.start, span.start))
        message.add(f"\n{LEFT_OUT}\n")
        filled += units(span.of(text))
    piece = fitting(text, last, quote.sentences, room - filled)
    begins, ends = broken(quote)
    message.add(f"{LEFT_OUT}\n" if begins and not above else "")
    whole = quote.answer == quote.span
    bold = Span(min(quote.answer.start, piece.end), min(quote.answer.end, piece.end))
    _add_quotation(message, text, piece, Span(bold.end, bold.end) if whole else bold)
    message.add(f"\n{LEFT_OUT}" if ends or piece.end < last.end else "")


def _add_quotation(message: Composer, text: str, piece: Span, bold: Span) -> None:
    """One quotation, some of it bold; folded if it is long, unless that would hide the bold."""
    start = message.length
    message.add(text[piece.start : bold.start])
    message.add(bold.of(text), Kind.BOLD)
    message.add(text[bold.end : piece.end])
    long = message.length - start > FOLDED and bold.end - piece.start <= OPEN_LINES
    message.mark(start, Kind.EXPANDABLE_BLOCKQUOTE if long else Kind.BLOCKQUOTE)
