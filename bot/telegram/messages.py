"""An answer as Telegram text and entities: never markup, so that no character can break it.

Offsets of entities are in UTF-16 code units, as the Bot API counts (MessageEntity).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import MessageEntity
from telegram.constants import MessageEntityType as Kind

from bot.answering import (
    LEFT_OUT,
    Label,
    Quote,
    broken,
    is_web,
    names_of,
    quotations,
    text_fragment,
)
from bot.telegram.cutting import LONGEST_MESSAGE, MOST_ENTITIES, ROOM, fitting, units
from bot.telegram.texts import Texts, short
from index.text import Span

LONGEST_TITLE = 150
# Heading, title, and those of two more documents with the same words.
MOST_NAMES = 4
# A line above an answer may fill so much: what it says, and 200 letters of a question.
LONGEST_ABOVE = 460
# Telegram folds an expandable quotation to three lines, about so many letters on a phone. What
# fills more than twice as much folds, unless that would hide what answers.
OPEN_LINES = 120
FOLDED = 300
# Around what may be written from right to left in a line that is not, or the other way round
# (Unicode, UAX 9); and what makes a line begin at the right or left.
_ISOLATE, _ISOLATED = "\u2068", "\u2069"
_RIGHT, _LEFT = "\u200f", "\u200e"
# A date stays in one line.
_UNBROKEN = "\u00a0"


@dataclass(frozen=True, slots=True)
class ChatText:
    """One message: its text, and entities in UTF-16 units."""

    text: str
    entities: tuple[MessageEntity, ...] = ()


class Composer:
    """Text being put together from the start, with its entities."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._entities: list[MessageEntity] = []
        self._length = 0

    def add(self, text: str, kind: str | None = None, url: str | None = None) -> "Composer":
        """Append text, as one entity if `kind` is given."""
        start = self._length
        self._parts.append(text)
        self._length += units(text)
        return self.mark(start, kind, url) if kind else self

    @property
    def length(self) -> int:
        """How many units there are so far."""
        return self._length

    @property
    def room(self) -> int:
        """How many more units Telegram takes."""
        return LONGEST_MESSAGE - self._length

    @property
    def marks(self) -> int:
        """How many more entities Telegram takes."""
        return MOST_ENTITIES - len(self._entities)

    def put(self, text: ChatText) -> "Composer":
        """Append a text with its entities."""
        self._entities += MessageEntity.shift_entities(self._length, list(text.entities))
        return self.add(text.text)

    def mark(self, start: int, kind: str, url: str | None = None) -> "Composer":
        """Make everything from `start` (units) on one entity."""
        if self._length > start:
            self._entities.append(MessageEntity(kind, start, self._length - start, url=url))
        return self

    def done(self) -> ChatText:
        """The message; entities that enclose others first, as Telegram returns them."""
        order = sorted(self._entities, key=lambda one: (one.offset, -one.length))
        return ChatText("".join(self._parts), tuple(order))


def drawn(
    quote: Quote, say: Texts, rank: int = 0, others: int = 0, link: str | None = None
) -> ChatText:
    """A quote with its source and its label: whatever it is shown for, it is drawn here.

    `rank` is its place among the `others` found, 0 for what answers or is closest; `link` is where
    the source leads if it has no address of the web. What does not fit into a message is left
    out, and a mark says so.
    """
    message = Composer()
    if quote.label is Label.CLOSEST:
        message.add(f"{say('no-answer')}\n")
    hedge = _hedge(quote.label, rank, others, say)
    room = min(ROOM, _beside(message.length, source_of(quote, say), hedge))
    _add_quoted(message, _unread(quote) if rank else quote, room)
    add_source(message, quote, say, link)
    if hedge:
        message.add("\n").add(hedge, Kind.ITALIC)
    return message.done()


def drawn_dated(quotes: Sequence[Quote], say: Texts) -> ChatText:
    """Quotes of texts that say otherwise, newest first, each below its date, in one message."""
    message = Composer()
    days = [say.date(quote.document.date or "") for quote in quotes]
    heads = [
        say("earlier-on" if number else "dated-on", date=day) for number, day in enumerate(days)
    ]
    hedge = _hedge(quotes[0].label, 0, 0, say)
    # Between two there is an empty line.
    room = _beside(len(quotes), *heads, *(source_of(quote, say) for quote in quotes), hedge)
    for head, quote in zip(heads, quotes, strict=True):
        message.add("\n\n" if message.length else "").add(f"{head}\n")
        _add_quoted(message, quote, min(ROOM, room) // len(quotes))
        add_source(message, quote, say, None)
    if hedge:
        message.add("\n").add(hedge, Kind.ITALIC)
    return message.done()


def headed(said: str, text: ChatText) -> ChatText:
    """A message below a line that says what it is, of at most `LONGEST_ABOVE` units."""
    return Composer().add(f"{said}\n").put(text).done()


def fits(quote: Quote) -> bool:
    """Whether a message holds the whole quote."""
    return units(quote.text) <= ROOM


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


def _hedge(label: Label, rank: int, others: int, say: Texts) -> str:
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


def add_source(message: Composer, quote: Quote, say: Texts, link: str | None) -> None:
    """The line that says where a quote is from, as a link to the exact sentence."""
    document = quote.document
    if document.url and is_web(document.url):
        link = text_fragment(document.url, quote.span.of(document.text))
    message.add("\n").add(source_of(quote, say), Kind.TEXT_LINK if link else None, link)


def source_of(quote: Quote, say: Texts) -> str:
    """Heading, title, date, and language where it differs, in one line."""
    document = quote.document
    date = say.date(document.date or "")
    foreign = document.language and document.language.partition("-")[0] != say.language
    named = (
        *names_of(quote)[:MOST_NAMES],
        date,
        say("quote-language", language=say.language_name(document.language or ""))
        if foreign
        else "",
    )
    parts = [part for one in dict.fromkeys(named) if (part := _brief(one))]
    parts = parts or [_brief(document.title or document.doc_id)]
    if date != document.date:  # which is a day, and no words of who wrote it
        parts = [one.replace(" ", _UNBROKEN) if one == date else one for one in parts]
    return _in_line(parts, say)


def _brief(name: str) -> str:
    """At most `LONGEST_TITLE` units of a name."""
    line = short(name, LONGEST_TITLE)
    return line if units(line) <= LONGEST_TITLE else short(line, LONGEST_TITLE // 2)


def _in_line(parts: list[str], say: Texts) -> str:
    """The parts in one line, each readable where some are written from right to left."""
    ways = {unicodedata.bidirectional(letter) for part in parts for letter in part}
    if "L" not in ways or not ways & {"R", "AL"}:
        return " · ".join(parts)
    begin = _RIGHT if say.right_to_left else _LEFT
    return begin + " · ".join(f"{_ISOLATE}{part}{_ISOLATED}" for part in parts)
