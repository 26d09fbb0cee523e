"""Lines of one column: pieces on the same height, and the cells that wide gaps make of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from index.sources.pdf.pieces import Piece, joined

# Dots that lead from a heading to its page in a table of contents.
_LEADERS = re.compile(r"\s*(?:\.{4,}|(?:\. ){3,}\.?|…{2,}|(?:· ){3,}·?|_{6,})\s*")


@dataclass(slots=True)
class Line:
    """A line of a column and its `cells`, in the order of reading; places in points, y goes up.

    `page` counts from 0. `leads` says that dots led to a page's number.
    """

    cells: list[Piece]
    page: int = 0
    leads: bool = False

    @property
    def text(self) -> str:
        """All of it, cells parted by a space."""
        return " ".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return min(cell.left for cell in self.cells)

    @property
    def right(self) -> float:
        """Where its last letter ends."""
        return max(cell.right for cell in self.cells)

    @property
    def base(self) -> float:
        """The height of the line that its letters stand on."""
        return max(self.cells, key=lambda cell: cell.letters).base

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(self.cells, key=lambda cell: cell.letters).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(cell.bold for cell in self.cells)

    @property
    def fixed(self) -> bool:
        """Whether all of it is in letters of one width."""
        return all(cell.fixed for cell in self.cells)


def lines_of(pieces: Sequence[Piece], page: int) -> list[Line]:
    """The lines from the top down."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        if rows and _on_one_line(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line for row in rows if (line := _line(row, page)).text]


def _on_one_line(row: list[Piece], piece: Piece) -> bool:
    base = median(one.base for one in row)
    return abs(base - piece.base) <= 0.35 * min(piece.size, max(one.size for one in row))


def _line(row: list[Piece], page: int) -> Line:
    row.sort(key=lambda piece: piece.left)
    cells = [*joined(row)]
    text = " ".join(cell.text for cell in cells)
    if not _LEADERS.search(text):
        numbered = len(cells) == 2 and cells[1].text.isdigit() and not cells[0].text[-1].isdigit()
        return Line(cells, page, leads=numbered and cells[0].words > 1)
    first = cells[0]
    for cell in cells[1:]:
        first.right, first.letters = max(first.right, cell.right), first.letters + cell.letters
    first.text = _LEADERS.sub(" ", text).strip()
    return Line([first], page, leads=True)
