"""Cells of ruled tables: the boxes that crossing rules make, and the words that stand in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.sources.pdf.pieces import wide
from index.sources.pdf.words import Box, Cell, Word

# In points: rules that are so near to each other are one, or meet; a shorter one is a dot.
_NEAR, _SHORT = 3.0, 5.0
# The share of the words among the rules of a table that may stand in none of its cells.
_LOOSE = 0.05
# The share of its lines that may have a gap: those of cells that are set to both margins.
_PARTED = 0.3
# In sizes: the room beside a table, and what stands on one line.
_CLEAR, _ON_LINE = 0.5, 0.4
# Code points that each of two columns of a page has at least.
_LONG = 600
# Pairs of rules that are looked at; a page with more is a picture.
_MOST_PAIRS = 150_000


class _Rule(NamedTuple):
    """A rule at a height, or at a place from the left, and where it begins and ends there."""

    at: float
    start: float
    end: float

    def spans(self, start: float, end: float) -> bool:
        return self.start - _NEAR <= start and end <= self.end + _NEAR


class _Grid(NamedTuple):
    """Rules that cross each other: level ones from below, upright ones from the left."""

    level: list[_Rule]
    upright: list[_Rule]

    def around(self) -> Box:
        """The box that all of them fill."""
        return Box(
            min(self.upright[0].at, *(rule.start for rule in self.level)),
            max(self.upright[-1].at, *(rule.end for rule in self.level)),
            min(self.level[0].at, *(rule.start for rule in self.upright)),
            max(self.level[-1].at, *(rule.end for rule in self.upright)),
        )


def place_in_cells(words: Sequence[Word], rules: Iterable[Box]) -> None:
    """Tell each word the cell it stands in, if that is of a table: others stand beside it."""
    for table, grid in enumerate(_grids(rules)):
        for box, inside in _held(grid, words).items():
            for word in inside:
                if word.cell is None or _area(box) < _area(word.cell.box):
                    word.cell = Cell(box, table)


def _held(grid: _Grid, words: Iterable[Word]) -> dict[Box, list[Word]]:
    """The words in each box of a table; none if the rules make no table of what stands there."""
    held: defaultdict[Box, list[Word]] = defaultdict(list)
    left, right, bottom, top = grid.around()
    loose = 0
    for word in words:
        x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
        if not (left < x < right and bottom < y < top):
            room = max(left - word.right, word.left - right)
            if bottom < y < top and room < _CLEAR * word.size:
                return {}  # a frame around a word of a sentence
            continue
        if box := _box_at(grid, x, y):
            held[box].append(word)
        else:
            loose += 1
    few = loose <= _LOOSE * sum(map(len, held.values()))
    return held if few and _stand_beside(held) and not _has_columns(held) else {}


def _has_columns(held: dict[Box, list[Word]]) -> bool:
    """Whether there are columns within the boxes, or they are columns of a page themselves.

    The one is so where a table has a rule here and there, the other where rules part its text.
    """
    tops = [box.top for box in held]
    long = sum(sum(len(word.text) for word in inside) > _LONG for inside in held.values())
    if long > 1 and max(tops) - min(tops) <= _NEAR:
        return True
    lines = [parted for inside in held.values() for parted in _gaps(inside)]
    return sum(lines) > _PARTED * len(lines)


def _gaps(words: Iterable[Word]) -> list[bool]:
    """Of each line of a box, whether it has a gap that may part columns."""
    found: list[bool] = []
    last: Word | None = None
    for word in sorted(words, key=lambda word: (-round(word.base), word.left)):
        if last is None or last.base - word.base > _ON_LINE * word.size:
            found.append(False)
        elif word.left - last.right > wide(last.style.fixed) * word.size:
            found[-1] = True
        last = word
    return found


def _grids(rules: Iterable[Box]) -> Iterator[_Grid]:
    """The rules by what crosses what; those that cross nothing are none of a table."""
    rules = [*rules]
    level = _joined(_Rule((b + t) / 2, le, r) for le, r, b, t in rules if t - b <= r - le)
    upright = _joined(_Rule((le + r) / 2, b, t) for le, r, b, t in rules if t - b >= r - le)
    if len(level) < 2 or not upright or len(level) * len(upright) > _MOST_PAIRS:
        return
    group = [*range(len(level) + len(upright))]
    for one, flat in enumerate(level):
        for other, tall in enumerate(upright, start=len(level)):
            if flat.spans(tall.at, tall.at) and tall.spans(flat.at, flat.at):
                group[_root(group, one)] = _root(group, other)
    grids: defaultdict[int, _Grid] = defaultdict(lambda: _Grid([], []))
    for place, rule in enumerate((*level, *upright)):
        grid = grids[_root(group, place)]
        (grid.level if place < len(level) else grid.upright).append(rule)
    yield from (grid for grid in grids.values() if len(grid.level) > 1 and grid.upright)


def _root(group: list[int], place: int) -> int:
    while group[place] != place:
        group[place] = place = group[group[place]]
    return place


def _joined(rules: Iterable[_Rule]) -> list[_Rule]:
    """The rules, pieces of one put together: dots, and the edges of cells beside each other."""
    lines: list[list[_Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][0].at <= _NEAR / 2:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    found: list[_Rule] = []
    for line in lines:
        start = end = None
        for rule in sorted(line, key=lambda rule: rule.start):
            if end is not None and rule.start <= end + _NEAR:
                end = max(end, rule.end)
                continue
            if start is not None and end is not None:
                found.append(_Rule(line[0].at, start, end))
            start, end = rule.start, rule.end
        if start is not None and end is not None:
            found.append(_Rule(line[0].at, start, end))
    return [rule for rule in found if rule.end - rule.start >= _SHORT]


def _box_at(grid: _Grid, x: float, y: float) -> Box | None:
    """The box around a place; an open side is where the rules end that lead to it."""
    below, above = _around(grid.level, y, x)
    left, right = _around(grid.upright, x, y)
    bottom = below.at if below else _common(left, right, "start")
    top = above.at if above else _common(left, right, "end")
    first = left.at if left else _common(below, above, "start")
    last = right.at if right else _common(below, above, "end")
    if bottom is None or top is None or first is None or last is None:
        return None
    sides = ((below, first, last), (above, first, last), (left, bottom, top), (right, bottom, top))
    if all(rule is None or rule.spans(start, end) for rule, start, end in sides):
        return Box(first, last, bottom, top)
    return None


def _around(rules: Sequence[_Rule], at: float, along: float) -> tuple[_Rule | None, _Rule | None]:
    """The nearest rules on either side that pass a place."""
    before = after = None
    for rule in rules:
        if rule.spans(along, along):
            if rule.at > at:
                after = rule
                break
            before = rule
    return before, after


def _common(one: _Rule | None, other: _Rule | None, end: str) -> float | None:
    """Where the rules begin, or end; None if they do so in different places."""
    found = [rule.start if end == "start" else rule.end for rule in (one, other) if rule]
    return found[0] if found and abs(found[0] - found[-1]) <= _NEAR else None


def _stand_beside(held: Iterable[Box]) -> bool:
    """Whether any of the boxes stands right or left of another one."""
    boxes = sorted(held)
    return any(
        other.left >= one.right - _NEAR
        and min(one.top, other.top) - max(one.bottom, other.bottom) > _NEAR
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
    )


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)
