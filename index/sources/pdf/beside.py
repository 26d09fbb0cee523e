"""Whether pieces that stand beside each other are read one after the other, or row by row."""

import re
from itertools import pairwise
from statistics import median

from index.sources.pdf.pieces import Piece

# Lines that a column has at least, and those that tell columns from cells of a row.
_LINES, _TALL = 2, 4
# How much of its column a line fills that goes on in the next one.
_FULL = 0.7
_ENDED = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
# The share of pieces that are the first of their line from which there is one column, and that of
# lines that do not begin with a capital from which they are those of a text.
_ONE_COLUMN, _GO_ON = 0.7, 0.4


def are_columns(left: list[Piece], right: list[Piece]) -> bool:
    """Whether the two stand beside each other and are read one after the other."""
    if min(len(rows(left)), len(rows(right))) < _LINES:
        return False
    top = min(max(one.top for one in left), max(one.top for one in right))
    bottom = max(min(one.bottom for one in left), min(one.bottom for one in right))
    if top <= bottom:
        return False
    if sum(piece.text.strip(".").isdigit() for piece in right) > 0.7 * len(right):
        return False
    if _runs_on(left, right):
        return True
    if _is_prose(left) and _is_prose(right):
        return changes(left, right) < 2 or not _has_wrapped_rows(left, right)
    return changes(left, right) < 0.5 * min(len(rows(left)), len(rows(right)))


def are_in_turn(left: list[Piece], right: list[Piece]) -> bool:
    """Whether the two are columns of a text that are drawn one wholly after the other."""
    if not (left and right) or changes(left, right) > 1:
        return False
    tall = min(len(rows(left)), len(rows(right))) >= _TALL
    return (tall and _is_prose(left) and _is_prose(right)) or _runs_on(left, right)


def _runs_on(left: list[Piece], right: list[Piece]) -> bool:
    """Whether a sentence goes on from the last line of one to the first of the other."""
    last, first = left[-1], right[0]
    goes_on = first.text[:1].islower() and not _ENDED.search(last.text)
    if not goes_on or changes(left, right) > 1 or last.order > first.order:
        return False
    if min(len(rows(left)), len(rows(right))) < _LINES or not (_is_long(left) and _is_long(right)):
        return False
    return last.width > _FULL * max(one.width for one in left)


def stands_beside(block: list[Piece], others: list[Piece]) -> bool:
    """Whether the block is drawn by itself beside the others: a box in the margin."""
    return min(len(rows(block)), len(rows(others))) > 2 and changes(block, others) < 3


def rows(pieces: list[Piece]) -> list[float]:
    """The heights of the lines on which the pieces stand, from the top down."""
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
    return len(pieces) > 2 and full >= 0.5 * len(pieces) and _is_long(pieces)


def _is_long(pieces: list[Piece]) -> bool:
    """Whether most are of several words."""
    return median(max(piece.words, piece.letters / 8) for piece in pieces) >= 3


def _has_wrapped_rows(left: list[Piece], right: list[Piece]) -> bool:
    """Whether gaps across both divide them into rows of a table, whose cells begin together."""
    lines = sorted({*map(round, (*rows(left), *rows(right)))}, reverse=True)
    steps = [above - below for above, below in pairwise(lines) if above - below > 2]
    if not steps:
        return False
    usual = median(steps)
    begun = [lines[0], *(below for above, below in pairwise(lines) if above - below > 1.3 * usual)]
    sides = [
        {round(line) + off for line in rows(side) for off in (-1, 0, 1)} for side in (left, right)
    ]
    together = sum(all(line in side for side in sides) for line in begun)
    return len(begun) > 2 and together >= 0.8 * len(begun)


def changes(left: list[Piece], right: list[Piece]) -> int:
    """How often the drawing goes from one to the other."""
    order = sorted([(one.order, 0) for one in left] + [(one.order, 1) for one in right])
    return sum(first[1] != second[1] for first, second in pairwise(order))
