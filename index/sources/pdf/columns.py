"""Columns of a page: which pieces are read before which, whatever order they are drawn in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from statistics import median

from index.sources.pdf.beside import are_columns, are_in_turn, rows, stands_beside
from index.sources.pdf.pieces import Piece
from index.sources.pdf.ruled import gathered

# In sizes of the letters: the least gap between columns, and how far edges of one may differ.
_GUTTER, _EDGE = 0.25, 0.4
# Lines that show where the text of a page begins, and pieces that show where a column does.
_TEXT_LINES, _STARTS = 3, 3
# Lines that a column has at least.
_LINES = 2
# Words that a line of the text has, and not a sign of an item.
_WORDS = 4
_SAYS = re.compile(r"[^\W\d_]{2}")
# Letters in the margin are so much smaller than those of the text, and so many sizes off it.
_MARGINAL, _CLEAR = 0.87, 0.5
# The share of the letters beside it from which what stands on the left is no box in the margin.
_BOX = 0.5


def regions(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in stretches of one column each, in the order of reading, from left to right.

    Rows of a table stay together; of a ruled one, one piece stands for all.
    """
    return _regions(gathered(pieces))


def _regions(pieces: Sequence[Piece]) -> list[list[Piece]]:
    best: list[list[Piece]] = []
    score = 0
    for start in _starts(pieces):
        found, covered = _bands(pieces, start)
        if covered > score:
            best, score = found, covered
    if not best:
        return [part for part in _beside(pieces) if part]
    return [region for part in best for region in _regions(part)]


def _beside(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The text, and notes that stand in smaller letters in its margins; signs of items do not."""
    if not pieces:
        return [], []
    body = median(piece.size for piece in pieces for _ in range(piece.letters or 1))
    main = [one for one in pieces if one.size > _MARGINAL * body and one.words >= _WORDS]
    if len(rows(main)) < _TEXT_LINES:
        return list(pieces), []
    left, right = min(one.left for one in main), max(one.right for one in main)
    top, bottom = max(one.top for one in main), min(one.bottom for one in main)
    aside = [
        one
        for one in pieces
        if one.size <= _MARGINAL * body
        and _SAYS.search(one.text)
        and bottom <= one.base <= top
        and (one.right < left - _CLEAR * body or one.left > right + _CLEAR * body)
    ]
    found = {id(one) for one in aside}
    return [one for one in pieces if id(one) not in found], aside


def _starts(pieces: Sequence[Piece]) -> list[float]:
    """Where columns may begin: several pieces do, with others to their left."""
    if len(pieces) < 2 * _LINES:
        return []
    edge = min(piece.left for piece in pieces) + 4 * median(piece.size for piece in pieces)
    counts = Counter(round(piece.left / 2) for piece in pieces if piece.left > edge)
    near = {place: counts[place - 1] + counts[place] + counts[place + 1] for place in counts}
    likely = sorted(
        (place for place in near if near[place] >= _STARTS or _is_run_into(pieces, 2 * place)),
        key=lambda place: -near[place],
    )
    return [2 * place for place in likely[:12]]


def _is_run_into(pieces: Sequence[Piece], start: float) -> bool:
    """Whether the few lines that begin there go on with those beside them."""
    right = sorted((one for one in pieces if abs(one.left - start) < 4), key=lambda one: -one.base)
    if len(right) < _LINES:
        return False
    top, bottom = right[0].top, right[-1].bottom - right[-1].size
    left = [one for one in pieces if one.right < start and bottom < one.base < top]
    return len(left) >= _LINES and are_in_turn(sorted(left, key=lambda one: -one.base), right)


def _bands(pieces: Sequence[Piece], start: float) -> tuple[list[list[Piece]], int]:
    """The parts of the page if a column began at `start`, and how many pieces are in columns.

    Pieces that reach across divide what is above from what is below.
    """
    parts: list[list[Piece]] = []
    flow: list[Piece] = []
    covered = 0
    for band in _stretches(pieces, start):
        left = [piece for piece in band if piece.left < start - _EDGE * piece.size]
        right = [piece for piece in band if piece.left >= start - _EDGE * piece.size]
        if len(band) > 1 and are_columns(left, right):
            parts += [part for part in (flow, left, right) if part]
            flow, covered = [], covered + len(band)
            continue
        for beside in (left, right):
            side = {id(one) for one in beside}
            for block in _blocks(beside):
                others = [one for one in band if id(one) not in side and _is_between(one, block)]
                if others and stands_beside(block, others):
                    above = [one for one in band if one.base > block[0].top]
                    pair = [block, others] if _is_first(block, others) else [others, block]
                    parts += [part for part in (flow + above, *pair) if part]
                    done = {id(one) for one in (*above, *others, *block)}
                    band = [one for one in band if id(one) not in done]
                    flow, covered = [], covered + len(others) + len(block)
        flow += band
    return [*parts, flow] if flow else parts, covered


def _is_first(block: list[Piece], others: list[Piece]) -> bool:
    """Whether what stands beside others is read before them: left, and too large for a box."""
    letters = sum(one.letters for one in block), sum(one.letters for one in others)
    return block[0].left < others[0].left and letters[0] > _BOX * letters[1]


def _stretches(pieces: Sequence[Piece], start: float) -> Iterator[list[Piece]]:
    """The pieces from the top down, cut where columns that are drawn in turn begin and end."""
    for band in _between_crossing(pieces, start):
        rest: list[Piece] = []
        for part in _drawn_in_turn(band):
            left = [piece for piece in part if piece.left < start - _EDGE * piece.size]
            right = [piece for piece in part if piece.left >= start - _EDGE * piece.size]
            if not are_in_turn(left, right):
                rest += part
                continue
            yield from filter(None, (rest, part))
            rest = []
        if rest:
            yield rest


def _drawn_in_turn(band: list[Piece]) -> Iterator[list[Piece]]:
    """The band cut wherever all that stands above is drawn before all that stands below.

    Columns that are drawn one after the other are never cut so.
    """
    drawn = [*accumulate((one.order for one in band), max)]
    begun = 0
    least = [*accumulate((one.order for one in reversed(band)), min)][::-1]
    for at in range(1, len(band) + 1):
        if at == len(band) or drawn[at - 1] < least[at]:
            yield band[begun:at]
            begun = at


def _between_crossing(pieces: Sequence[Piece], start: float) -> list[list[Piece]]:
    """The pieces from the top down, in stretches; what reaches across stands alone."""
    bands: list[list[Piece]] = [[]]
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        begins = start - _EDGE * piece.size
        if piece.left < begins and piece.right > begins - _GUTTER * piece.size:
            bands += [[piece], []]
        else:
            bands[-1].append(piece)
    return [band for band in bands if band]


def _blocks(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Stretches of lines with the usual room between, from the top down."""
    block: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if block and block[-1].base - piece.base > 3 * piece.size:
            yield block
            block = []
        block.append(piece)
    if block:
        yield block


def _is_between(piece: Piece, block: list[Piece]) -> bool:
    return block[-1].bottom <= piece.base <= block[0].top
