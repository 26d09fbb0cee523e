"""OpenDocument files (ODF 1.3, OASIS): texts, sheets and slides, walked once."""

from collections.abc import Iterator, Set
from typing import Any

from index.sources.loader import Extracted, File, archive
from index.sources.mathml import formula
from index.sources.naming import title_or_heading
from index.sources.office.numbering import Numbers, numbered
from index.sources.office.open_tables import (
    MOST_REPEATED,
    hidden_columns,
    is_header,
    reaches,
    repeated,
    rows_of,
    state_looks,
)
from index.sources.office.opened import OFFICE, TABLE, TEXT, Opened
from index.sources.office.stated import uncomputed, write_values
from index.sources.office.styles import Styles
from index.sources.rows import Row, joined, parts_of_rows
from index.sources.shifted import lowered, raised
from index.text import BELOW_HEADER, HEADER, LeftOut, Missing, Part, reached

# What is counted or remarked rather than said, and what somebody deleted.
_UNSAID = {
    f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}forms", f"{TEXT}page-number",
    f"{TEXT}page-count", f"{TEXT}note", f"{TEXT}hidden-text", f"{TEXT}ruby-text",
    f"{TABLE}tracked-changes", f"{TABLE}calculation-settings", f"{TEXT}number",
}  # fmt: skip
_SPACES = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}


def read(file: File) -> list[Extracted]:
    """Headings, paragraphs, lists, tables and notes; raises Unreadable, and what lxml does."""
    opened = Opened(archive(file.data))
    body = opened.body
    walk = _Walk(opened)
    parts = [*walk.blocks(body), *walk.edges()]
    return [
        Extracted(
            tuple(parts),
            title_or_heading(opened.about("title"), parts),
            opened.about("creation-date"),
            left_out=tuple(walk.left_out),
        )
    ]


class _Walk:
    """One walk over a file; `left_out` keeps what it did not take, each once."""

    def __init__(self, opened: Opened) -> None:
        self.left_out = dict.fromkeys(opened.left_out)
        if count := uncomputed(opened.body):
            self.left_out[LeftOut(Missing.VALUES, count=count)] = None
        self._opened = opened
        self._styles = Styles(opened.styles)
        self._numbers = Numbers(opened.roots, self.left_out.setdefault)
        self._number = ""

    def edges(self) -> Iterator[Part]:
        """What stands on every page, once, as notes."""
        seen: set[str] = set()
        for edge in self._opened.edges():
            for part in self.blocks(edge):
                if part.text not in seen and any(one.isalpha() for one in part.text):
                    seen.add(part.text)
                    yield Part(part.text, "note")

    def blocks(self, element: Any, depth: int = 0) -> Iterator[Part]:
        """The blocks in it, items `depth` lists deep; frames and sections are looked into."""
        for child in element:
            if child.tag == f"{TEXT}h":
                level = min(int(child.get(f"{TEXT}outline-level") or 1), 6)
                number = "" if depth else self._numbers.heading(child)
                yield Part(self._numbered(child, number), "heading", level)
                yield from self._hung(child)
            elif child.tag == f"{TEXT}p":
                yield self._paragraph(child, depth)
                yield from self._hung(child)
            elif child.tag == f"{TEXT}list":
                self._numbers.begin(child, depth)
                yield from self._items(child, depth)
                self._numbers.end()
            elif child.tag == f"{TEXT}numbered-paragraph":
                yield from self.blocks(child, depth + 1)
            elif child.tag == f"{TABLE}table" and self._styles.hides(child):
                name = child.get(f"{TABLE}name", "")
                self.left_out[LeftOut(Missing.HIDDEN_SHEET, name)] = None
            elif child.tag == f"{TABLE}table":
                yield from self._table(child)
                yield from self._over(child)
            elif child.get(f"{TEXT}display") == "none":
                self.left_out[LeftOut(Missing.HIDDEN_SECTION)] = None
            elif child.tag not in _UNSAID and isinstance(child.tag, str):
                yield from self.blocks(child, depth)

    def _items(self, listed: Any, depth: int) -> Iterator[Part]:
        """The items of a list, each behind its number, if it has one."""
        for item in listed:
            if item.tag == f"{TEXT}list-item":
                self._number = self._numbers.item(item, depth)
            if isinstance(item.tag, str):
                yield from self.blocks(item, depth + 1)

    def _paragraph(self, element: Any, depth: int) -> Part:
        if self._styles.is_title(element):
            return Part(self._words(element), "heading", 1)
        if not depth:
            return Part(self._words(element))
        return Part(self._numbered(element, ""), "item", depth)

    def _numbered(self, element: Any, number: str) -> str:
        """The words behind the number, or that of the item they are the first of."""
        number, self._number = number or self._number, ""
        return numbered(number, self._words(element))

    def _hung(self, paragraph: Any) -> Iterator[Part]:
        """Notes and the text of frames and shapes that hang on a paragraph, innermost after."""
        for child in paragraph:
            if child.tag == f"{TEXT}note":
                for note in child.iterfind(f"{TEXT}note-body"):
                    yield Part("\n".join(part.text for part in self.blocks(note)), "note")
            elif _is_drawn(child):
                yield from self.blocks(child)
            elif child.tag not in _UNSAID:
                yield from self._hung(child)

    def _table(self, table: Any) -> Iterator[Part]:
        """Its rows; of a sheet that states no header, the first if it looks like names."""
        unseen = hidden_columns(table)
        state_looks(table)
        write_values(table)
        rows = [row for row in rows_of(table) if not self._is_hidden(row)]
        found = [self._cells(row, unseen) for row in rows]
        headed = any(map(is_header, rows))
        if not headed and self._opened.body.tag == f"{OFFICE}spreadsheet":
            yield from parts_of_rows(self._as_sheet(rows, found))
            return
        for row, cells, (above, below) in zip(rows, found, reaches(rows), strict=True):
            if any(part.kind == "row" for cell in cells for part in cell):
                yield from (part for cell in cells for part in cell)
                continue
            level = HEADER if is_header(row) else headed * BELOW_HEADER
            level = reached(level, above=above, below=below)
            texts = _texts(cells)
            for _ in range(repeated(row, "rows") if any(texts) else 1):
                yield Part(joined(texts), "row", level)
            yield from (part for cell in cells for part in cell if part.kind == "note")

    def _over(self, table: Any) -> Iterator[Part]:
        """What lies over a sheet."""
        for shapes in table.iterfind(f"{TABLE}shapes"):
            yield from self.blocks(shapes)

    def _as_sheet(self, rows: list[Any], found: list[list[list[Part]]]) -> Iterator[Row]:
        for row, cells, (above, below) in zip(rows, found, reaches(rows), strict=True):
            texts = _texts(cells)
            if not any(texts) and any(map(_says, row.iterfind(f"{TABLE}table-cell/{TEXT}p"))):
                continue  # all of it is struck out, and the rest of its table goes on
            for _ in range(repeated(row, "rows")):
                yield Row(texts, above, below)

    def _is_hidden(self, row: Any) -> bool:
        """Whether somebody hid it: not those that a filter hides for now, or a folded group."""
        folded = row.getparent().tag == f"{TABLE}table-row-group"
        hidden = row.get(f"{TABLE}visibility") == "collapse" and not folded
        if hidden and _says(row):
            self.left_out[LeftOut(Missing.HIDDEN_ROWS)] = None
        return bool(hidden)

    def _cells(self, row: Any, unseen: Set[int]) -> list[list[Part]]:
        """The blocks of each cell that is not `unseen`; those that another covers are empty."""
        found: list[list[Part]] = []
        for cell in row:
            if cell.tag in _CELLS:
                covered = "covered" in cell.tag
                parts = [] if covered else [p for p in self.blocks(cell) if p.text.strip()]
                found += [parts] * repeated(cell, "columns")
        if any(cell for at, cell in enumerate(found) if at in unseen):
            self.left_out[LeftOut(Missing.HIDDEN_COLUMNS)] = None
        return [cell for at, cell in enumerate(found) if at not in unseen]

    def _words(self, element: Any) -> str:
        """The words of a paragraph, without what hangs on it."""
        found = self._shown(element.text, element)
        for child in element:
            found += self._inline(child, found) + self._shown(child.tail, element)
        return found

    def _shown(self, text: str | None, element: Any) -> str:
        """What stands in the element, if it is on the page."""
        why = self._styles.withdrawn(element) if text else None
        if why and text and text.strip():
            self.left_out[LeftOut(why)] = None
        return "" if why else text or ""

    def _inline(self, child: Any, before: str) -> str:
        if child.tag == f"{TEXT}s":
            return self._shown(" " * min(int(child.get(f"{TEXT}c") or 1), MOST_REPEATED), child)
        if child.tag in _SPACES:
            return self._shown(_SPACES[child.tag], child)
        if child.tag == f"{TEXT}ruby":
            reading = "".join(self._words(one) for one in child.iterfind(f"{TEXT}ruby-text"))
            return self._words(child) + (f"({reading})" if reading.strip() else "")
        if not isinstance(child.tag, str) or child.tag in _UNSAID:
            return ""
        if _is_drawn(child):
            said = "".join(formula(one) for one in self._opened.formulas(child))
            return self._shown(said, child.getparent())
        text = self._words(child)
        place = self._styles.place(child)
        return raised(text, before) if place > 0 else lowered(text) if place < 0 else text


def _texts(cells: list[list[Part]]) -> list[str]:
    """The text of each cell on a line, without the notes in it."""
    lines = (" ".join(part.text for part in cell if part.kind != "note") for cell in cells)
    return [" ".join(line.split()) for line in lines]


def _says(element: Any) -> bool:
    return any(text.strip() for text in element.itertext())


def _is_drawn(element: Any) -> bool:
    """Whether it is a frame or a shape, whose text stands beside the paragraph's."""
    return isinstance(element.tag, str) and ":drawing:" in element.tag.partition("}")[0]
