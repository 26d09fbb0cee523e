"""An answer as Telegram text and entities: never markup, so that no character can break it.

Offsets of entities are in UTF-16 code units, as the Bot API counts (MessageEntity).
"""

from dataclasses import dataclass

from telegram import MessageEntity
from telegram.constants import MessageEntityType as Kind

from bot.answering import Answer, NoAnswer, Quote, text_fragment
from bot.telegram.cutting import pieces
from bot.telegram.texts import Texts
from index.text import Span

# Telegram's limit of a message; whether it counts code points or code units is disputed, so units.
LONGEST_MESSAGE = 4_096
# What stays free for the source and labels below a quote.
SOURCE_ROOM = 700
LONGEST_TITLE = 200
# After a quote that goes on where the message ends; outside the quotation: it is not the text's.
LEFT_OUT = "\n[…]"
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
    """A quote and its source; a few messages, cut between sentences, if it is very long.

    `label` comes first: what the quote is, if it is not an answer. What even those do not hold is
    left out, and a mark says so.
    """
    shown = pieces(quote.document.text, quote.span, quote.sentences, LONGEST_MESSAGE - SOURCE_ROOM)
    messages = []
    for number, piece in enumerate(shown, start=1):
        message = Composer()
        if label and number == 1:
            message.add(f"{label}\n")
        if len(shown) > 1:
            message.add(f"{number}/{len(shown)}\n")
        _add_quoted(message, quote, piece)
        if number == len(shown):
            message.add(LEFT_OUT if piece.end < quote.span.end else "")
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
