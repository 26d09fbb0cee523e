"""What stands at the edge of every page: numbers of pages and running heads."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from index.sources.pdf.pieces import Piece
from index.sources.pdf.sides import Side

# Lines at the top and the bottom of a page that may be such.
_DEEP = 3
# How far the same line may stand higher or lower on another page, in points.
_NEAR = 4.0
# Of so few pages only numbers alone are told to be theirs: two lists may begin alike.
_FEW = 2
# What stands further from the edge than this share of the page is no head of it.
_MARGIN = 0.15
# The share of the pages on which something stands "on most": of those it may be on at all.
_MOST = 0.5
# Of heads that change by chapter, the share that come again; and their room, in sizes.
_AGAIN, _APART = 0.4, 2.0
# And how much larger than the text a heading is, or smaller a head.
_LARGE, _SMALL = 1.15, 0.95
# Without regard to case "i" would also be the Turkish "ı".
_NUMBER = re.compile(r"\d+|(?<![^\W_])[ivxlcIVXLC]+(?![^\W_])")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
# What a number of a page is called where it is not by itself.
_PAGE = re.compile(
    r"\b(?:p|pp|pg|s|str|стр)\b|pag[ei]|p[áà]g|seite|blatt|folio|slide|folie|sheet|sid[ae]\b|sivu"
    r"|strona|страни|сторін|oldal|sayfa|صفحة|頁|页|ページ|쪽",
    re.IGNORECASE,
)
# Stands for a number: no text has it itself, as one with lines of code may have "#".
MASK = "\0"


class _Place(NamedTuple):
    """A piece at an edge of a page; `apart` if it has more room beside it than lines have.

    It `leads` what is below if it is as near to that as lines are, or in larger type, and is
    `over` it if it is in no smaller type.
    """

    page: int
    piece: Piece
    masked: str
    numbers: tuple[int, ...]
    apart: bool
    outermost: bool
    leads: bool
    over: bool


def running(pages: Sequence[tuple[Side, Sequence[Piece]]]) -> set[int]:
    """The ids (`id`) of the pieces that only say where in the document a page is.

    These stand at the same height of most pages, or of most odd or even ones, near their upper or
    lower edge; what number is in them counts up with the pages, or stays as it is.
    """
    slots: defaultdict[tuple[str, int | None], list[_Place]] = defaultdict(list)
    for page, (side, pieces) in enumerate(pages):
        for edge, place in _at_edges(page, side, pieces):
            slots[edge, round(place.piece.base / _NEAR)].append(place)
            if place.outermost:
                slots[edge, None].append(place)
    found: set[int] = set()
    numbered = any(_are_numbers(slot, len(pages)) for slot in slots.values())
    for edge, height in slots:
        next_to = None if height is None else slots.get((edge, height + 1))
        near = [*slots[edge, height], *(next_to or [])]
        found |= {id(piece) for piece in _repeated(near, len(pages), numbered)}
    # What stands alone on its page is what the page says.
    alone = (pieces for _, pieces in pages if all(id(piece) in found for piece in pieces))
    return found - {id(piece) for pieces in alone for piece in pieces}


def _at_edges(page: int, side: Side, pieces: Sequence[Piece]) -> Iterator[tuple[str, _Place]]:
    """What stands on the outermost lines; a line of many pieces is a row of a table."""
    margin = _MARGIN * (side.top - side.bottom)
    rows = _rows(pieces)
    for edge, lines in (("top", rows), ("bottom", rows[::-1])):
        for deep, row in enumerate(lines[:_DEEP]):
            inner = lines[deep + 1][0] if deep + 1 < len(lines) else None
            apart = inner is None or abs(row[0].base - inner.base) > _APART * row[0].size
            if len(row) > 3 or (len(row) > 1 and _names_columns(row, lines[deep + 1 :])):
                continue
            leads = edge == "top" and _leads(lines[deep : _DEEP + 1])
            over = edge == "top" and _is_over(row, lines[deep + 1 : _DEEP + 1])
            near = [piece for piece in row if _room(piece, side, edge) < margin]
            for piece in near:
                told = masked(piece.text)
                yield edge, _Place(page, piece, *told, apart, deep == 0, leads, over)


def _leads(lines: Sequence[Sequence[Piece]]) -> bool:
    """Whether the first of the lines belongs to the next ones, by their room or its size."""
    bases = [(line[0].base, line[0].size) for line in lines]
    near = all(abs(one - inner) <= _APART * size for (one, size), (inner, _) in pairwise(bases))
    large = len(bases) > 1 and bases[0][1] > _LARGE * max(size for _, size in bases[1:])
    return len(bases) > 1 and (near or large)


def _is_over(row: Sequence[Piece], below: Sequence[Sequence[Piece]]) -> bool:
    """Whether it stands over lines of no larger letters."""
    return bool(below) and row[0].size >= _SMALL * max(line[0].size for line in below)


def _room(piece: Piece, side: Side, edge: str) -> float:
    """How far it stands from the edge of the page."""
    return side.top - piece.base if edge == "top" else piece.base - side.bottom


def _names_columns(row: Sequence[Piece], inner: Sequence[Sequence[Piece]]) -> bool:
    """Whether the row is one of the table beside it: its pieces begin where those do."""
    below = [piece for line in inner[:1] for piece in line]
    places = {round(piece.left / _NEAR) + off for piece in below for off in (-1, 0, 1)}
    return all(round(piece.left / _NEAR) in places for piece in row)


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces by the height they stand at, from the top down."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if rows and rows[-1][0].base - piece.base < 0.5 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def masked(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with a sign for each of its numbers, and these."""
    numbers = tuple(_value(found) for found in _NUMBER.findall(text))
    return " ".join(_NUMBER.sub(MASK, text).split()), numbers


def _value(number: str) -> int:
    if number.isdigit():
        return int(number[:9])
    values = [_ROMAN[letter] for letter in number.lower()]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )


def _are_numbers(slot: list[_Place], pages: int) -> bool:
    """Whether most pages have their number there, by itself or as that of a page."""
    alone = [one for one in slot if len(one.numbers) == 1 and _is_of_a_page(one.masked)]
    return bool(alone) and len({one.page for one in _steady(alone)}) > _MOST * pages


def _is_of_a_page(text: str) -> bool:
    return not _LETTERS.search(text) or bool(_PAGE.search(text))


def _is_heading(text: str, places: Sequence[_Place], numbered: bool) -> bool:
    """Whether "Article 3" is of the text, where each page holds one.

    It leads the text below; or is over it however far, where pages are numbered elsewhere.
    """
    if MASK not in text or not _LETTERS.search(text):
        return False
    if sum(place.leads for place in places) > _MOST * len(places):
        return True
    counted = len({place.numbers for place in places}) == len(places) > 1
    words = text.find(MASK) > 0 and text.count(MASK) == 1 and not _PAGE.search(text)
    over = sum(place.over for place in places) > _MOST * len(places)
    return numbered and counted and words and over


def _repeated(slot: list[_Place], pages: int, numbered: bool) -> Iterator[Piece]:
    """Of what stands at one height, what is on most pages or changes only by chapter."""
    groups: defaultdict[str, list[_Place]] = defaultdict(list)
    for place in slot:
        groups[place.masked].append(place)
    for text, places in list(groups.items()):
        if _is_heading(text, places, numbered):
            del groups[text]
    slot = [place for place in slot if place.masked in groups]
    kept = [steady for places in groups.values() if (steady := _steady(places))]
    for places in kept:
        on = {place.page for place in places}
        least = 1 if MASK in places[0].masked else 2
        sure = pages > _FEW or not _LETTERS.search(places[0].masked)
        if sure and (len(on) > max(_MOST * pages, least) or _by_turns(on, pages)):
            yield from (place.piece for place in places)
    if _are_heads(slot, kept, pages):
        again = {id(place) for places in kept for place in places if len(places) > 1}
        yield from (
            place.piece
            for place in slot
            if place.apart and (id(place) in again or _is_named(place))
        )


def _is_named(place: _Place) -> bool:
    """Whether it has words and no number that might be one of the text."""
    return not place.numbers and bool(_LETTERS.search(place.masked))


def _are_heads(slot: list[_Place], kept: list[list[_Place]], pages: int) -> bool:
    """Whether what stands there, apart from the text, changes from chapter to chapter."""
    filled = {place.page for place in slot if place.apart}
    again = sum(len(places) for places in kept if len(places) > 1)
    return pages > 3 and len(filled) > 0.6 * pages and again > _AGAIN * len(slot)


def _by_turns(on: set[int], pages: int) -> bool:
    """Whether it stands on most odd or most even pages."""
    side = Counter(page % 2 for page in on).most_common(1)
    return bool(side) and pages >= 6 and side[0][1] == len(on) > 0.7 * (pages // 2)


def _steady(places: list[_Place]) -> list[_Place]:
    """Those with a number that counts up with the pages, or that have the same on most.

    A document may count twice, its front matter by itself, and leave numbers out.
    """
    if not places[0].numbers:
        return places
    best: list[_Place] = []
    for at in range(len(places[0].numbers)):
        values = [place.numbers[at] for place in places]
        counting = Counter(value - place.page for value, place in zip(values, places, strict=True))
        needed = 3 if len(places) > 4 else 2
        steady = [place for place in places if counting[place.numbers[at] - place.page] >= needed]
        if len(steady) <= 0.6 * len(places):
            continue
        rising = all(above < below for above, below in pairwise(values))
        best = max(best, places if rising else steady, key=len)
    same, count = Counter(place.numbers for place in places).most_common(1)[0]
    if count > max(len(best), 1, len(places) // 2) and _LETTERS.search(places[0].masked):
        best = [place for place in places if place.numbers == same]
    return best
