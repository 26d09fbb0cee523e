"""A place as it is shown: its words with the sentence around them, and each difference marked."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from bot.answering import Quote, quotations
from bot.verifying.differences import Difference
from bot.verifying.places import Place
from index.store import View
from index.text import Span

# Around the words at most so many code points are shown on each side.
_MOST_AROUND = 300


class Mark(Enum):
    """What a piece of a shown place is."""

    AROUND = auto()
    """Of the sentence around the words."""
    SAME = auto()
    """As it was pasted."""
    LOST = auto()
    """In the text, and not in the paste."""
    ADDED = auto()
    """In the paste, and not in the text."""
    GAP = auto()
    """Words of the text that the paste says are left out; the piece is empty."""


class Piece(NamedTuple):
    """Some words of a shown place."""

    mark: Mark
    text: str


def sentence_around(view: View, place: Place) -> Span:
    """The sentences that a place stands in, as far as they are shown."""
    whole, span = whole_sentences(view, place), place.span
    start = max(whole.start, span.start - _MOST_AROUND)
    return Span(start, min(whole.end, span.end + _MOST_AROUND))


def whole_sentences(view: View, place: Place) -> Span:
    """The sentences that a place stands in, from the start of the first to the end of the last."""
    start, end = place.span.start, place.span.end
    for passage in view.passages(place.document.doc_id):
        for one in passage.sentences:
            if one.start <= place.span.start < one.end:
                start = one.start
            if one.start < place.span.end <= one.end:
                end = one.end
    return Span(start, end)


def placed(view: View, paste: str, place: Place) -> Iterator[Piece]:
    """All that is shown of a place: what its sentence stands under, and then its `pieces`.

    What introduces a list may deny what each of its items says.
    """
    around = sentence_around(view, place)
    *above, last = quotations(Quote(place.document, around, around, ""))
    for span in above:
        yield from (Piece(Mark.AROUND, span.of(place.document.text)), Piece(Mark.GAP, ""))
    yield from pieces(paste, place, last)


def pieces(paste: str, place: Place, around: Span) -> Iterator[Piece]:
    """The words of a place in order inside the sentence around, every difference marked.

    Also those outside its words: a negation that stands right before them, or that is left out.
    """
    at = around.start
    ordered = sorted(place.differences, key=lambda one: (one.stored, one.pasted))
    if ordered:  # not all may be in the sentence
        at = min(at, ordered[0].stored.start)
    for one in ordered:
        yield from _unchanged(place, at, one.stored.start)
        at = max(at, one.stored.start)
        yield from _difference(paste, place, one, at)
        at = max(at, one.stored.end)
    yield from _unchanged(place, at, around.end)


def _unchanged(place: Place, start: int, end: int) -> Iterator[Piece]:
    """What is between two differences: of the words, around them, or left out between them."""
    text = place.document.text
    yield from _piece(Mark.AROUND, text[start : min(end, place.span.start)])
    for before, span in zip((None, *place.spans), place.spans, strict=False):
        if before:
            yield from _left_out(text, Span(before.end, span.start), start, end)
        yield from _piece(Mark.SAME, text[max(start, span.start) : min(end, span.end)])
    yield from _piece(Mark.AROUND, text[max(start, place.span.end) : end])


def _left_out(text: str, gap: Span, start: int, end: int) -> Iterator[Piece]:
    """What of a gap is between two differences: a mark where it begins or has words."""
    part = text[max(start, gap.start) : min(end, gap.end)]
    if start <= gap.start < end or part.strip():
        yield Piece(Mark.GAP, "")
    else:
        yield from _piece(Mark.AROUND, part)


def _difference(paste: str, place: Place, one: Difference, at: int) -> Iterator[Piece]:
    """A difference, as far as it is not drawn up to `at`; what was added apart from the words."""
    lost, added = place.document.text[at : one.stored.end], one.pasted.of(paste)
    yield from _piece(Mark.LOST, lost)
    if not added:
        return
    leads = not lost and one.stored.start == place.span.start
    yield from _piece(Mark.AROUND, "" if leads else " ")
    yield Piece(Mark.ADDED, added)
    yield from _piece(Mark.AROUND, " " if leads else "")


def _piece(mark: Mark, text: str) -> Iterator[Piece]:
    if text:
        yield Piece(mark, text)
