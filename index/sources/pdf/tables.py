"""Tables of a PDF, which says nothing of them: lines whose cells stand under each other."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from index.sources.pdf.lines import Line
from index.sources.pdf.paragraphs import is_item
from index.sources.pdf.pieces import Piece
from index.sources.pdf.rows import Row, Table, table_of
from index.sources.pdf.ruled import bands_of, is_long
from index.sources.pdf.words import Box

# How many of the lines may reach across a gap that parts two columns of a table.
_ACROSS = 0.15
# Points that one step of the search for gaps is wide.
_STEP = 2.0
# Of fewer lines than this a gap must be so many sizes wide: chance makes narrow ones.
_FEW, _CLEAR = 4, 0.9
# A line nearer than this many sizes below goes on with the cells above.
_TIGHT = 1.3
# In sizes: further rows below one that goes on are no further off, and of letters as large.
_APART, _ALIKE = 3.0, 0.06
# In sizes: what begins so near to a cell above begins where that does.
_BEGINS = 0.3
# In points: edges of cells that are so near to each other are one.
_NEAR = 3.0


def stretches(lines: Sequence[Line]) -> Iterator[Table | list[Line]]:
    """The lines in order, tables apart from the rest."""
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        if held := lines[at].cells[0].held:
            yield from filter(None, [rest])
            yield from _ruled(held)
            rest, at = [], at + 1
            continue
        end = at
        while end < len(lines) and _may_be_row(lines[end], lines[at:end]):
            end += 1
        columns = _columns(lines[at:end]) if end - at > 1 else []
        if end - at < _FEW:
            columns = _far_apart(columns, lines[at].size)
        if len(columns) > 1:
            if rest:
                yield rest
            end = _end(lines, at, end, columns)
            yield table_of(_rows(lines[at:end], columns))
            rest, at = [], end
        else:
            rest += lines[at : max(end, at + 1)]
            at = max(end, at + 1)
    if rest:
        yield rest


def _ruled(held: Sequence[Piece]) -> Iterator[Table | list[Line]]:
    """The rows of a ruled table; cells that are columns of a page are read one by one."""
    rows: list[Row] = []
    reaching: list[Box] = []
    for band in bands_of(held):
        cells = [cell for column in band for cell in column]
        if is_long(band):
            if rows:
                yield table_of(rows)
                rows = []
            for cell in cells:
                yield from stretches(cell.lines)
            continue
        top = max(cell.box.top for cell in cells)
        above = any(top - _NEAR > box.bottom and box.top > top + _NEAR for box in reaching)
        bottom = max(cell.box.bottom for cell in cells)
        below = any(cell.box.bottom < bottom - _NEAR for cell in cells)
        texts = [[line.text for cell in column for line in cell.lines] for column in band]
        bold = all(line.bold for cell in cells for line in cell.lines)
        rows.append(Row(texts, bold, above=above, below=below))
        reaching += [cell.box for cell in cells]
    if rows:
        yield table_of(rows)


def _rows(lines: Sequence[Line], columns: Sequence[tuple[float, float]]) -> list[Row]:
    """The rows that the lines are, and those that go on with the one above."""
    rows: list[Row] = []
    below: Line | None = None
    for line in lines:
        cells = _placed(line.cells, columns)
        near = below is not None and below.base - line.base < _TIGHT * line.size
        if rows and near and _continues(cells, rows[-1].texts):
            for own, text in zip(rows[-1].cells, cells, strict=True):
                own += [text] if text else []
            rows[-1].bold = rows[-1].bold and line.bold
        else:
            rows.append(Row([[text] if text else [] for text in cells], line.bold))
        below = line
    return rows


def _may_be_row(line: Line, above: Sequence[Line]) -> bool:
    if line.fixed or line.cells[0].held:
        return False
    if len(line.cells) > 1:
        return not (len(line.cells) == 2 and is_item(line) and line.cells[0].words == 1)
    if not above or line.leads:
        return False
    return above[-1].base - line.base < _TIGHT * line.size and _goes_on(line, above[-1])


def _goes_on(line: Line, row: Line) -> bool:
    """Whether a line goes on with a row right above it: below another cell than the first."""
    return len(row.cells) > 1 and line.left > row.cells[0].right


def _end(lines: Sequence[Line], at: int, end: int, columns: Sequence[tuple[float, float]]) -> int:
    """Where a table ends whose columns are known from its first lines, those from `at` to `end`.

    A line of one cell goes on with a row if it begins where a cell of that does; below such ones
    stand further rows.
    """
    row = next(line for line in reversed(lines[at:end]) if len(line.cells) > 1)
    for place in range(end, len(lines)):
        line, above = lines[place], lines[place - 1]
        if line.cells[0].held or line.fixed or line.leads:
            return place
        if len(line.cells) > 1:
            alike = abs(line.size - row.size) < _ALIKE * row.size
            near = above.base - line.base < _APART * line.size
            if place == end or not (alike and near and _fits(line, columns)):
                return place
            row = line
            continue
        near = above.base - line.base < _TIGHT * line.size
        if not near or not (_is_below_cell(line, row) or _goes_on(line, above)):
            return place
    return len(lines)


def _fits(line: Line, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether each cell stands in a column of its own."""
    places = [
        [at for at, (start, end) in enumerate(columns) if cell.left < end and start < cell.right]
        for cell in line.cells
    ]
    alone = all(len(place) == 1 for place in places)
    return alone and len({place[0] for place in places}) == len(places)


def _is_below_cell(line: Line, row: Line) -> bool:
    """Whether a line begins where a cell of the row does and keeps to it.

    Below the first cell it must go on in small letters: so a paragraph does not begin.
    """
    for cell, after in zip_longest(row.cells, row.cells[1:]):
        if abs(line.left - cell.left) < _BEGINS * line.size:
            within = after is None or line.right < after.left
            return within and (cell is not row.cells[0] or line.text[:1].islower())
    return False


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
