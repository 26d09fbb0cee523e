"""Columns of a page: which pieces are read before which, whatever order they are drawn in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from index.sources.pdf.pieces import Piece

# In sizes of the letters: the least gap between columns, and how far edges of one may differ.
_GUTTER, _EDGE = 0.25, 0.4
# Lines that a column has at least, and pieces that show where it begins.
_LINES, _STARTS = 2, 3
_SAYS = re.compile(r"[^\W\d_]{2}")
# Letters in the margin are so much smaller than those of the text, and so many sizes off it.
_MARGINAL, _CLEAR = 0.87, 0.5
# The share of pieces that are the first of their line from which there is one column, and that of
# lines that do not begin with a capital from which they are those of a text.
_ONE_COLUMN, _GO_ON = 0.7, 0.4


def regions(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in stretches of one column each, in the order of reading, from left to right.

    Rows of a table stay together.
    """
    best: list[list[Piece]] = []
    score = 0
    for start in _starts(pieces):
        found, covered = _bands(pieces, start)
        if covered > score:
            best, score = found, covered
    if not best:
        return [part for part in _beside(pieces) if part]
    return [region for part in best for region in regions(part)]


def _beside(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The text, and notes that stand in smaller letters in its margins; signs of items do not."""
    if not pieces:
        return [], []
    body = median(piece.size for piece in pieces for _ in range(piece.letters or 1))
    main = [one for one in pieces if one.size > _MARGINAL * body and one.words > _STARTS]
    if len(_rows(main)) <= _LINES:
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
    if len(pieces) < 2 * _STARTS:
        return []
    edge = min(piece.left for piece in pieces) + 4 * median(piece.size for piece in pieces)
    counts = Counter(round(piece.left / 2) for piece in pieces if piece.left > edge)
    near = {place: counts[place - 1] + counts[place] + counts[place + 1] for place in counts}
    likely = sorted((place for place in near if near[place] >= _STARTS), key=lambda p: -near[p])
    return [2 * place for place in likely[:12]]


def _bands(pieces: Sequence[Piece], start: float) -> tuple[list[list[Piece]], int]:
    """The parts of the page if a column began at `start`, and how many pieces are in columns.

    Pieces that reach across divide what is above from what is below.
    """
    parts: list[list[Piece]] = []
    flow: list[Piece] = []
    covered = 0
    for band in _between_crossing(pieces, start):
        left = [piece for piece in band if piece.left < start - _EDGE * piece.size]
        right = [piece for piece in band if piece.left >= start - _EDGE * piece.size]
        if len(band) > 1 and _are_columns(left, right):
            parts += [part for part in (flow, left, right) if part]
            flow, covered = [], covered + len(band)
            continue
        for beside in (left, right):
            side = {id(one) for one in beside}
            for block in _blocks(beside):
                others = [one for one in band if id(one) not in side and _is_between(one, block)]
                if others and _stands_beside(block, others):
                    above = [one for one in band if one.base > block[0].top]
                    parts += [part for part in (flow + above, others, block) if part]
                    done = {id(one) for one in (*above, *others, *block)}
                    band = [one for one in band if id(one) not in done]
                    flow, covered = [], covered + len(others) + len(block)
        flow += band
    return [*parts, flow] if flow else parts, covered


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


def _are_columns(left: list[Piece], right: list[Piece]) -> bool:
    """Whether the two stand beside each other and are read one after the other."""
    if min(len(_rows(left)), len(_rows(right))) < _LINES:
        return False
    top = min(max(one.top for one in left), max(one.top for one in right))
    bottom = max(min(one.bottom for one in left), min(one.bottom for one in right))
    if top <= bottom:
        return False
    if sum(piece.text.strip(".").isdigit() for piece in right) > 0.7 * len(right):
        return False
    if _is_prose(left) and _is_prose(right):
        return not _has_wrapped_rows(left, right)
    return _changes(left, right) < 0.5 * min(len(_rows(left)), len(_rows(right)))


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


def _stands_beside(block: list[Piece], others: list[Piece]) -> bool:
    """Whether the block is drawn by itself beside the others: a box in the margin."""
    return min(len(_rows(block)), len(_rows(others))) > 2 and _changes(block, others) < 3


def _rows(pieces: list[Piece]) -> list[float]:
    """The lines on which the pieces stand, from the top down."""
    lines: list[float] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if not lines or lines[-1] - piece.base > 0.5 * piece.size:
            lines.append(piece.base)
    return lines


def _is_prose(pieces: list[Piece]) -> bool:
    """Whether most lines are filled with words; of several columns, the first one's."""
    firsts = _firsts(pieces)
    if len(firsts) > _ONE_COLUMN * len(pieces):
        return _is_filled(pieces)
    # Cells of a table begin anew; lines of a column go on.
    small = sum(not piece.text[:1].isupper() for piece in firsts)
    return _is_filled(firsts) and small >= _GO_ON * len(firsts)


def _firsts(pieces: list[Piece]) -> list[Piece]:
    """The first piece of every line."""
    found: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if not found or found[-1].base - piece.base > 0.5 * piece.size:
            found.append(piece)
        elif piece.left < found[-1].left:
            found[-1] = piece
    return found


def _is_filled(pieces: list[Piece]) -> bool:
    width = max(one.right for one in pieces) - min(one.left for one in pieces)
    full = sum(piece.width > 0.6 * width for piece in pieces)
    long = median(max(piece.words, piece.letters / 8) for piece in pieces) >= 3
    return len(pieces) > 2 and full >= 0.5 * len(pieces) and long


def _has_wrapped_rows(left: list[Piece], right: list[Piece]) -> bool:
    """Whether gaps across both divide them into rows of a table, whose cells begin together."""
    lines = sorted({*map(round, (*_rows(left), *_rows(right)))}, reverse=True)
    steps = [above - below for above, below in pairwise(lines) if above - below > 2]
    if not steps:
        return False
    usual = median(steps)
    begun = [lines[0], *(below for above, below in pairwise(lines) if above - below > 1.3 * usual)]
    sides = [
        {round(line) + off for line in _rows(side) for off in (-1, 0, 1)} for side in (left, right)
    ]
    together = sum(all(line in side for side in sides) for line in begun)
    return len(begun) > 2 and together >= 0.8 * len(begun)


def _changes(left: list[Piece], right: list[Piece]) -> int:
    """How often the drawing goes from one to the other."""
    order = sorted([(one.order, 0) for one in left] + [(one.order, 1) for one in right])
    return sum(first[1] != second[1] for first, second in pairwise(order))
