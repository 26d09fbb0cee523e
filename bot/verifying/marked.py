"""A place as it is shown: its words with the sentence around them, and each difference marked."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

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


def pieces(paste: str, place: Place, around: Span) -> Iterator[Piece]:
    """The words of a place in order, with what is other marked, inside the sentence around."""
    text, at = place.document.text, around.start
    yield from _piece(Mark.AROUND, text[at : place.span.start])
    at = place.span.start
    for number, span in enumerate(place.spans):
        if number:
            yield Piece(Mark.GAP, "")
        at = span.start
        for one in _inside(place, span):
            yield from _piece(Mark.SAME, text[at : max(at, one.stored.start)])
            yield from _difference(paste, text, one)
            at = max(at, one.stored.end)
        yield from _piece(Mark.SAME, text[at : span.end])
    yield from _piece(Mark.AROUND, text[place.span.end : around.end])


def _inside(place: Place, span: Span) -> list[Difference]:
    found = (one for one in place.differences if span.contains(one.stored))
    return sorted(found, key=lambda one: (one.stored, one.pasted))


def _difference(paste: str, text: str, one: Difference) -> Iterator[Piece]:
    lost, added = one.stored.of(text), one.pasted.of(paste)
    yield from _piece(Mark.LOST, lost)
    if added:
        spaced = bool(lost) or not text[: one.stored.end][-1:].isspace()
        yield from _piece(Mark.AROUND, " " if spaced and one.stored.end else "")
        yield Piece(Mark.ADDED, added)


def _piece(mark: Mark, text: str) -> Iterator[Piece]:
    if text:
        yield Piece(mark, text)
