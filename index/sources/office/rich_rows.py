"""Rows of rich text (RTF 1.9.1): cells as they end, tables in cells, cells of many rows."""

from index.sources.rows import joined
from index.text import BELOW_HEADER, HEADER, Part, reached

_NAMED = HEADER | BELOW_HEADER


class Rows:
    """The row that is read: its cells so far, and what is stated of it."""

    def __init__(self) -> None:
        self._cells: list[list[Part]] = []
        self._cell: list[Part] = []
        self._inner: list[str] = []
        self._is_header = self._above = self._below = False

    def define(self, word: str) -> bool:
        """Take a word that says what the row is; False of any other."""
        if word in {"trowd", "trhdr"}:
            self._is_header = word == "trhdr"
            self._above = self._below = False
        elif word == "clvmrg":
            self._above = True
        elif word == "clvmgf":
            self._below = True
        return word in {"trowd", "trhdr", "clvmrg", "clvmgf"}

    def hold(self, text: str) -> None:
        """Take what stands in a cell before or after a table in it."""
        if text := " ".join(text.split()):
            self._cell.append(Part(text))

    def end_cell(self, text: str) -> None:
        """A cell ends, with this text after all that it holds."""
        self.hold(text)
        self._cells.append(self._cell)
        self._cell = []

    def end_inner_cell(self, text: str) -> None:
        """A cell of a table in a cell ends."""
        self._inner.append(" ".join(text.split()))

    def end_inner_row(self) -> None:
        """A row of a table in a cell ends."""
        if self._inner:
            self._cell.append(Part(joined(self._inner), "row"))
        self._inner = []

    def ended(self, above: Part | None) -> list[Part]:
        """The row, below the block `above`; or what its cells hold if there are tables in them."""
        self.end_inner_row()
        if self._cell:
            self.end_cell("")
        cells, self._cells = self._cells, []
        if any(part.kind == "row" for cell in cells for part in cell):
            return [part for cell in cells for part in cell]
        named = above is not None and above.kind == "row" and above.level & _NAMED
        level = HEADER if self._is_header else BELOW_HEADER if named else 0
        level = reached(level, above=self._above, below=self._below)
        texts = [" ".join(part.text for part in cell) for cell in cells]
        return [Part(joined(texts), "row", level)] if cells else []
