"""An answer as Telegram text and entities: never markup, so that no character can break it.

Offsets of entities are in UTF-16 code units, as the Bot API counts (MessageEntity).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from telegram import MessageEntity
from telegram.constants import MessageEntityType as Kind

from bot.answering import Answer, NoAnswer, Quote, text_fragment
from bot.telegram.texts import Texts
from index.text import Span

# Telegram's limit of a message; whether it counts code points or code units is disputed, so units.
LONGEST_MESSAGE = 4_096
# What stays free for the source and labels below a quote.
SOURCE_ROOM = 700
LONGEST_TITLE = 200
# A quote about this long fills five lines of a phone: longer ones fold.
FOLDED = 300


@dataclass(frozen=True, slots=True)
class ChatText:
    """One message: its text, and entities in UTF-16 units."""

    text: str
    entities: tuple[MessageEntity, ...] = ()


def units(text: str) -> int:
    """How many UTF-16 code units a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


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

    def mark(self, start: int, kind: str, url: str | None = None) -> "Composer":
        """Make everything from `start` (units) on one entity."""
        if self._length > start:
            self._entities.append(MessageEntity(kind, start, self._length - start, url=url))
        return self

    def done(self) -> ChatText:
        """The message; entities that enclose others first, as Telegram returns them."""
        order = sorted(self._entities, key=lambda one: (one.offset, -one.length))
        return ChatText("".join(self._parts), tuple(order))


def answer_messages(result: Answer, say: Texts) -> list[ChatText]:
    """The messages of an answer, each quote with its source."""
    label = reservation(result, say)
    return [message for quote in result.quotes for message in quote_messages(quote, say, label)]


def reservation(result: Answer, say: Texts) -> str:
    """What stands above quotes that may not answer; "" if they surely do."""
    return "" if result.sure else say("unsure-label")


def refusal_message(result: NoAnswer, say: Texts) -> ChatText:
    """That the text does not answer; or, for what asks nothing, what to do."""
    return ChatText(say("no-answer" if result.closest else "small-talk"))


def quote_messages(quote: Quote, say: Texts, label: str = "") -> list[ChatText]:
    """A quote and its source; several messages, cut between sentences, if it is very long.

    `label` comes first: what the quote is, if it is not an answer.
    """
    pieces = list(_pieces(quote))
    messages = []
    for number, piece in enumerate(pieces, start=1):
        message = Composer()
        if label and number == 1:
            message.add(f"{label}\n")
        if len(pieces) > 1:
            message.add(f"{number}/{len(pieces)}\n")
        _add_quoted(message, quote, piece)
        if number == len(pieces):
            _add_source(message, quote, say)
        messages.append(message.done())
    return messages


def _add_quoted(message: Composer, quote: Quote, piece: Span) -> None:
    """The piece as a quotation, the part of the answer in it bold (unless it is all of it)."""
    text, start = quote.document.text, message.length
    bold = Span(
        min(max(quote.answer.start, piece.start), piece.end),
        max(min(quote.answer.end, piece.end), piece.start),
    )
    if quote.answer == quote.span or bold.end <= bold.start:
        message.add(piece.of(text))
    else:
        message.add(text[piece.start : bold.start])
        message.add(bold.of(text), Kind.BOLD)
        message.add(text[bold.end : piece.end])
    long = message.length - start > FOLDED
    message.mark(start, Kind.EXPANDABLE_BLOCKQUOTE if long else Kind.BLOCKQUOTE)


def _add_source(message: Composer, quote: Quote, say: Texts) -> None:
    """Title, date, heading, link to the exact sentence, and the language where it differs."""
    document = quote.document
    message.add("\n").add(_short(document.title or document.doc_id), Kind.BOLD)
    for part in (document.date, _short(quote.heading)):
        if part:
            message.add(f" · {part}")
    if document.url:
        link = text_fragment(document.url, quote.text)
        message.add(" · ").add(say("source-link"), Kind.TEXT_LINK, link)
    if document.language and document.language.partition("-")[0] != say.language:
        name = say.language_name(document.language)
        message.add(" · ").add(say("quote-language", language=name), Kind.ITALIC)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rstrip() + "…"


def _pieces(quote: Quote) -> Iterator[Span]:
    """Spans that fit a message each and cover the quote: whole sentences if possible."""
    room = LONGEST_MESSAGE - SOURCE_ROOM
    text = quote.document.text
    if units(quote.text) <= room:
        yield quote.span
        return
    start = quote.span.start
    while units(text[start : quote.span.end]) > room:
        ends = (sentence.end for sentence in quote.sentences)
        fitting = [end for end in ends if start < end and units(text[start:end]) <= room]
        end = fitting[-1] if fitting else start + _fitting_words(text[start:], room)
        yield Span(start, end)
        start = end
        while start < quote.span.end and text[start].isspace():
            start += 1
    if start < quote.span.end:
        yield Span(start, quote.span.end)


def _fitting_words(text: str, room: int) -> int:
    """How many code points of a text fit: whole words, else whole characters with their marks."""
    longest, used = 0, 0
    for character in regex.finditer(r"\X", text):
        used += units(character.group())
        if used > room:
            break
        longest = character.end()
    gap = max(text.rfind(" ", 0, longest), text.rfind("\n", 0, longest))
    return gap if gap > 0 else longest
