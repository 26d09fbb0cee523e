"""What the message says that a button was pressed under: the words it quotes, and its buttons.

Of several quotes the buttons are of the first: in an answer of several dates that is the newest.
"""

from telegram import MessageEntity
from telegram.constants import MessageEntityType as Kind

from bot.answering import LEFT_OUT, Label
from bot.telegram.buttons import Right, Shown
from bot.telegram.composing import ChatText, Composer
from bot.telegram.cutting import LONGEST_MESSAGE, units
from bot.telegram.keyboards import pressed_on, quote_on
from bot.telegram.under import Under
from index.text import Span

# Marks of what is left out fill no more than this, in units.
_MARKS = 60
QUOTATIONS = (Kind.BLOCKQUOTE, Kind.EXPANDABLE_BLOCKQUOTE)


def shows_judged(under: Under) -> bool:
    """Whether it shows a quote, and no buttons to judge it by."""
    markup = under.message.reply_markup if under.message else None
    judging = any(isinstance(one, Right) for one in pressed_on(markup))
    return quote_on(markup) is not None and not judging


def words(under: Under, length: int) -> str:
    """The last words of the first quote, so many code points; "" if they cannot be read."""
    span = _quoted(under, length)
    return span.of(_text(under)) if span else ""


def emphasised(under: Under, quoted: str) -> Span | None:
    """Which of those words are bold, if they are these; counted from the first of them."""
    whole = _quoted(under, len(quoted))
    if whole is None or whole.of(_text(under)) != quoted:
        return None
    bold = [span for span in _marked(under, Kind.BOLD) if whole.contains(span)]
    return bold[-1].shift(-whole.start) if bold else None


def dated(under: Under, at: Shown) -> bool:
    """Whether it answers by quotes of several dates; what nobody asked for is only places."""
    return at.label is not Label.OPENED and len(_quotes(under)) > 1


def room(under: Under) -> int:
    """How many units the words of the first quote may fill, beside all else that it says."""
    text = _text(under)
    return LONGEST_MESSAGE - _MARKS - units(text) + units(_first(under).of(text))


def exchanged(under: Under, quoted: ChatText) -> ChatText:
    """All that it says, with other words of its first quote."""
    first, end = _first(under), len(_text(under))
    above, below = _part(under, Span(0, first.start)), _part(under, Span(first.end, end))
    return Composer().put(above).put(quoted).put(below).done()


def _text(under: Under) -> str:
    return (under.message.text or "") if under.message else ""


def _quoted(under: Under, length: int) -> Span | None:
    """The end of the first quote; before it may stand what it is not understood without."""
    last = next((quotations[-1] for quotations in _quotes(under)), None)
    if last is None or len(last) < length:
        return None
    return Span(last.end - length, last.end)


def _quotes(under: Under) -> list[list[Span]]:
    """The quotations of each quote: those of one are parted by the mark of what is left out."""
    text = _text(under)
    found: list[list[Span]] = []
    for one in _marked(under, *QUOTATIONS):
        if found and text[found[-1][-1].end : one.start] == f"\n{LEFT_OUT}\n":
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _first(under: Under) -> Span:
    """The first quote, with the marks of what is left out before and after it."""
    text, quotations = _text(under), _quotes(under)[0]
    start, end = quotations[0].start, quotations[-1].end
    before, after = f"{LEFT_OUT}\n", f"\n{LEFT_OUT}"
    return Span(
        start - len(before) * text.endswith(before, 0, start),
        end + len(after) * text.startswith(f"{after}\n", end),
    )


def _part(under: Under, span: Span) -> ChatText:
    """Some of it, with the entities that are whole in there."""
    text, entities = _text(under), under.message.entities if under.message else ()
    start, end = units(text[: span.start]), units(text[: span.end])
    inside = [one for one in entities if start <= one.offset and one.offset + one.length <= end]
    return ChatText(span.of(text), tuple(MessageEntity.shift_entities(-start, inside)))


def _marked(under: Under, *kinds: str) -> list[Span]:
    """The spans of some entities in code points, in order."""
    data = _text(under).encode("utf-16-le")
    entities = under.message.entities if under.message else ()

    def place(units: int) -> int:
        return len(data[: 2 * units].decode("utf-16-le", "ignore"))

    return sorted(
        Span(place(one.offset), place(one.offset + one.length))
        for one in entities
        if one.type in kinds
    )
