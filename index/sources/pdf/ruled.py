"""Ruled tables: what stands in a cell is read by itself, and cells beside each other are a row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from index.sources.pdf.lines import Line, lines_of
from index.sources.pdf.pieces import Piece
from index.sources.pdf.words import Box

# In points: edges of cells that are so near to each other are one.
_NEAR = 3.0
# In sizes: what stands on one line, the step from line to line, and the room beside a word.
_ON_LINE, _STEP, _ROOM = 0.4, 0.8, 0.4
# So many lines between two rules are rows of their own, in any table; in one of so few stretches
# between rules two are.
_ROWS, _FEW = 3, 3
# The share of the lines that begin such rows, at least: columns of a text have whole paragraphs;
# and that of lines in several cells from which all of these do.
_BEGIN, _MOST = 0.3, 0.75
# More lines than this in letters of one width are code.
_CODE = 3
# Code points of a cell that is a column of a page; and of one beside another that is as long.
_LONGEST, _LONG = 1_500, 600


@dataclass(slots=True)
class Cell:
    """A cell with words: its box, and its lines from the top down."""

    box: Box
    lines: list[Line]


# A row has the cells that begin in each of its columns: one, or in odd tables several.
Band = list[list[Cell]]


def gathered(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; for those of a ruled table one that holds them."""
    tables: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.cell:
            tables[piece.cell.table].append(piece)
    loose = [piece for piece in pieces if not piece.cell]
    return loose + [_holder(held) for held in tables.values()]


def bands_of(held: Iterable[Piece]) -> list[Band]:
    """What stands between rules, from the top down: the cells of each column."""
    boxes: defaultdict[Box, list[Piece]] = defaultdict(list)
    for piece in held:
        if piece.cell:
            boxes[piece.cell.box].append(piece)
    lefts, tops = _steps(box.left for box in boxes), _steps(-box.top for box in boxes)
    bands: list[Band] = [[[] for _ in lefts] for _ in tops]
    for box, pieces in boxes.items():
        bands[_step(tops, -box.top)][_step(lefts, box.left)].append(Cell(box, lines_of(pieces)))
    return [rows for band in bands for rows in _within(band, few=len(bands) <= _FEW)]


def is_long(band: Band) -> bool:
    """Whether its cells are columns of a page rather than cells of a row, or code."""
    cells = [cell for column in band for cell in column]
    lengths = sorted(sum(len(line.text) for line in cell.lines) for cell in cells)
    coded = any(len(one.lines) > _CODE and all(line.fixed for line in one.lines) for one in cells)
    return coded or lengths[-1] > _LONGEST or (len(lengths) > 1 and lengths[-2] > _LONG)


def _holder(held: Sequence[Piece]) -> Piece:
    """A piece that stands for all of a table."""
    first = max(held, key=lambda piece: piece.base)
    return replace(
        first,
        text=" ".join(piece.text for piece in held),
        left=min(piece.left for piece in held),
        right=max(piece.right for piece in held),
        bottom=min(piece.bottom for piece in held),
        top=max(piece.top for piece in held),
        size=median(piece.size for piece in held),
        order=min(piece.order for piece in held),
        bold=False,
        fixed=False,
        words=sum(piece.words for piece in held),
        letters=sum(piece.letters for piece in held),
        cell=None,
        held=[*held],
    )


def _steps(places: Iterable[float]) -> list[float]:
    """The places in order, those that are near to each other as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _step(steps: Sequence[float], place: float) -> int:
    return max(at for at, step in enumerate(steps) if step <= place)


def _within(band: Band, *, few: bool) -> Iterator[Band]:
    """The band, or the rows in it that no rules part: lines that begin anew in several cells."""
    cells = [cell for column in band for cell in column]
    begun = _begun(cells)
    if len(begun) < (2 if few else _ROWS):
        yield band
        return
    ends = [*begun[1:], -float("inf")]
    for start, end in zip(begun, ends, strict=True):
        yield [[part for cell in column if (part := _cut(cell, start, end))] for column in band]


def _cut(cell: Cell, start: float, end: float) -> Cell | None:
    """The lines of the cell from one height down to the next."""
    lines = [
        line
        for line in cell.lines
        if line.base <= start + _ON_LINE * line.size and line.base > end + _ON_LINE * line.size
    ]
    return Cell(cell.box, lines) if lines else None


def _begun(cells: Sequence[Cell]) -> list[float]:
    """The heights at which rows begin, if all cells have their lines at the same heights.

    A row begins where several cells have a line, none goes on with a sentence, and one had room
    for more on the line above; or wherever several have one, if it is so at most of these.
    """
    bottoms = [cell.box.bottom for cell in cells]
    if len(cells) < 2 or max(bottoms) - min(bottoms) > _NEAR:
        return []
    heights: list[float] = []
    for line in sorted((line for cell in cells for line in cell.lines), key=lambda one: -one.base):
        if not heights or not _near(line, heights[-1]):
            if heights and heights[-1] - line.base < _STEP * line.size:
                return []
            heights.append(line.base)
    shared = [height for height in heights[1:] if len(_at(cells, height)) > 1]
    begun = [height for height in shared if _begins(cells, height)]
    if len(begun) >= _MOST * len(shared):
        begun = shared
    return heights[:1] + begun if len(begun) + 1 >= _BEGIN * len(heights) else []


def _near(line: Line, height: float) -> bool:
    return abs(line.base - height) < _ON_LINE * line.size


def _at(cells: Iterable[Cell], height: float) -> list[tuple[Cell, int]]:
    """The cells that have a line at a height, and which that is."""
    return [
        (cell, at) for cell in cells for at, line in enumerate(cell.lines) if _near(line, height)
    ]


def _begins(cells: Iterable[Cell], height: float) -> bool:
    pairs = [(cell, cell.lines[at - 1], cell.lines[at]) for cell, at in _at(cells, height) if at]
    room = [_has_room(*pair) for pair in pairs]
    runs = [_runs_on(above, below) for _, above, below in pairs]
    goes_on = any(runs and not free for runs, free in zip(runs, room, strict=True))
    return any(room) and not goes_on


def _runs_on(above: Line, below: Line) -> bool:
    """Whether the line below goes on with a sentence, or a word; names in small letters do not."""
    return above.text.endswith("-") or (" " in above.text and below.text[:1].islower())


def _has_room(cell: Cell, above: Line, below: Line) -> bool:
    """Whether the first word of the line below would have had room on the line above."""
    margin = min(min(one.left - cell.box.left, cell.box.right - one.right) for one in cell.lines)
    room = cell.box.right - cell.box.left - 2 * max(margin, 0) - (above.right - above.left)
    word = below.text.split(" ", 1)[0]
    width = (below.right - below.left) / max(len(below.text), 1) * len(word)
    return width + _ROOM * above.size < room
