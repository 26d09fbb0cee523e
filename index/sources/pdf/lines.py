"""Lines of one column: pieces on the same height, and the cells that wide gaps make of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from index.sources.pdf.pieces import Piece, joined

# Dots that lead from a heading to its page in a table of contents.
_LEADERS = re.compile(r"\s*(?:\.{4,}|(?:\. ){3,}\.?|…{2,}|(?:· ){3,}·?|_{6,})\s*")
# Without any of these a line has none; that is quicker to see.
_DOTS = ("...", ". . ", "……", "· · ", "______")


@dataclass(slots=True)
class Line:
    """A line of a column and its `cells`, in the order of reading; places in points, y goes up.

    A ruled table is one line, of the piece that holds it.

    `text` is all of it, cells parted by a space; `base` and `size` are those of most letters;
    `bold` and `fixed` are true of all of it or false. `leads` says that dots, or room, lead to the
    number of a page.
    """

    cells: list[Piece]
    leads: bool = False
    text: str = field(init=False)
    left: float = field(init=False)
    right: float = field(init=False)
    base: float = field(init=False)
    size: float = field(init=False)
    bold: bool = field(init=False)
    fixed: bool = field(init=False)
    seen: bool = field(init=False)

    def __post_init__(self) -> None:
        most = max(self.cells, key=lambda cell: cell.letters)
        self.text = " ".join(cell.text for cell in self.cells)
        self.left = min(cell.left for cell in self.cells)
        self.right = max(cell.right for cell in self.cells)
        self.base, self.size = most.base, most.size
        self.bold = all(cell.bold for cell in self.cells)
        self.fixed = all(cell.fixed for cell in self.cells)
        self.seen = most.seen


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """The lines from the top down."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.line, piece.left)):
        if rows and not (piece.held or rows[-1][0].held) and _on_one_line(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line for row in rows if (line := _line(row)).text]


def _on_one_line(row: list[Piece], piece: Piece) -> bool:
    base = median(one.line for one in row)
    return abs(base - piece.line) <= 0.35 * min(piece.size, max(one.size for one in row))


def _line(row: list[Piece]) -> Line:
    if row[0].held:
        return Line(row)
    row.sort(key=lambda piece: piece.left)
    cells = [*joined(row)]
    text = " ".join(cell.text for cell in cells)
    if not any(dots in text for dots in _DOTS) or not _LEADERS.search(text):
        numbered = len(cells) == 2 and cells[1].text.isdigit() and not cells[0].text[-1].isdigit()
        return Line(cells, leads=numbered and cells[0].words > 1)
    first = cells[0]
    for cell in cells[1:]:
        first.right, first.letters = max(first.right, cell.right), first.letters + cell.letters
    first.text = _LEADERS.sub(" ", text).strip()
    return Line([first], leads=True)
