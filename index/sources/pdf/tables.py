"""Tables of a PDF, which says nothing of them: lines whose cells stand under each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.sources.pdf.lines import Line
from index.sources.pdf.paragraphs import is_item
from index.sources.pdf.pieces import Piece
from index.text import BELOW_HEADER, HEADER, Part

# How many of the lines may reach across a gap that parts two columns of a table.
_ACROSS = 0.15
# Points that one step of the search for gaps is wide.
_STEP = 2.0
# Of fewer lines than this a gap must be so many sizes wide: chance makes narrow ones.
_FEW, _CLEAR = 4, 0.9
# A line nearer than this many sizes below goes on with the cells above.
_TIGHT = 1.3
# What a counted row says: words, not a number or a name.
_SAYS = re.compile(r"[^\W\d_]{2}.* [^\W_]")


@dataclass(slots=True)
class Table:
    """Consecutive lines that are rows."""

    lines: list[Line]
    columns: list[tuple[float, float]]


def stretches(lines: Sequence[Line]) -> Iterator[Table | list[Line]]:
    """The lines in order, tables apart from the rest."""
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _may_be_row(lines[end], lines[at:end]):
            end += 1
        columns = _columns(lines[at:end]) if end - at > 1 else []
        if end - at < _FEW:
            columns = _far_apart(columns, lines[at].size)
        if len(columns) > 1:
            if rest:
                yield rest
            yield Table([*lines[at:end]], columns)
            rest, at = [], end
        else:
            rest += lines[at : max(end, at + 1)]
            at = max(end, at + 1)
    if rest:
        yield rest


def rows_of(table: Table) -> Iterator[Part]:
    """The rows of the table, empty cells in their places; items of a list if they are counted."""
    rows: list[list[str]] = []
    below: Line | None = None
    for line in table.lines:
        cells = _placed(line.cells, table.columns)
        near = below is not None and below.base - line.base < _TIGHT * line.size
        if rows and near and _continues(cells, rows[-1]):
            rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
        below = line
    if _counts_up(rows):
        yield from (Part(" ".join(row), "item", 1) for row in rows)
        return
    named = len(rows) > 1 and _names_columns(table, rows)
    for place, row in enumerate(rows):
        while row and not row[-1]:
            row.pop()
        level = 0 if not named else HEADER if place == 0 else BELOW_HEADER
        yield Part(" | ".join(row), "row", level)


def _counts_up(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row is only a number, one more than that above it, and what it is of.

    So steps are set whose numbers have no full stop.
    """
    if len(rows) < 2 or any(len(row) != 2 or not row[0].isdecimal() for row in rows):
        return False
    numbers = [int(row[0]) for row in rows]
    said = sum(bool(_SAYS.search(row[1])) for row in rows)
    return numbers == [*range(numbers[0], numbers[0] + len(rows))] and said == len(rows)


def _may_be_row(line: Line, above: Sequence[Line]) -> bool:
    if line.fixed:
        return False
    if len(line.cells) > 1:
        return not (len(line.cells) == 2 and is_item(line) and line.cells[0].words == 1)
    if not above or line.leads:
        return False
    # A cell that goes on, below another than the first.
    last = above[-1]
    near = last.base - line.base < _TIGHT * line.size
    return near and len(last.cells) > 1 and line.left > last.cells[0].right


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The stretches from left to right that cells stand in."""
    start = min(line.left for line in lines)
    width = int((max(line.right for line in lines) - start) / _STEP) + 1
    covered = [0] * (width + 1)
    for line in lines:
        for cell in line.cells:
            for step in range(
                int((cell.left - start) / _STEP), int((cell.right - start) / _STEP) + 1
            ):
                covered[step] += 1
    allowed = _ACROSS * len(lines)
    found: list[tuple[float, float]] = []
    begun: int | None = None
    for step, count in enumerate([*covered, 0]):
        if count > allowed and begun is None:
            begun = step
        elif count <= allowed and begun is not None:
            found.append((start + begun * _STEP, start + step * _STEP))
            begun = None
    return found


def _far_apart(columns: list[tuple[float, float]], size: float) -> list[tuple[float, float]]:
    """The columns, those with a narrow gap between as one."""
    found = columns[:1]
    for start, end in columns[1:]:
        if start - found[-1][1] < _CLEAR * size:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _placed(cells: Sequence[Piece], columns: Sequence[tuple[float, float]]) -> list[str]:
    """The texts of the cells by column."""
    texts = [""] * len(columns)
    for cell in cells:
        shared = [min(cell.right, end) - max(cell.left, start) for start, end in columns]
        place = shared.index(max(shared))
        texts[place] = f"{texts[place]} {cell.text}".strip()
    return texts


def _continues(cells: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a line goes on with the cells of the row above."""
    if all(cells):
        return False
    first = next(text for text in cells if text)
    return not cells[0] or (first[:1].islower() and all(above[: cells.index(first) + 1]))


def _names_columns(table: Table, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is of names: it alone bold, or without digits over columns of them."""
    first, others = rows[0], rows[1:]
    if not all(first[1:]) or any(character.isdigit() for text in first for character in text):
        return False
    if table.lines[0].bold and not any(line.bold for line in table.lines[1:]):
        return True
    return len(first) > 2 and any(
        all(any(one.isdigit() for one in row[column]) for row in others if row[column])
        and any(row[column] for row in others)
        for column in range(1, len(first))
    )
