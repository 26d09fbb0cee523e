"""Tables of a Word file: rows of cells, the rows that name the columns, and layouts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from index.sources.word.package import child, is_on, local, value
from index.text import BELOW_HEADER, HEADER, LONGEST, Part, reached

if TYPE_CHECKING:
    from index.sources.word.story import Story

# What rows and cells may be wrapped in: content controls, tracked insertions.
_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}


class Cell(NamedTuple):
    """The blocks of a cell, how many columns it is wide, and whether all of it is bold.

    `merged` is "restart" of one that reaches down into the rows below, "continue" in these.
    """

    parts: list[Part]
    width: int
    bold: bool
    merged: str = ""

    @property
    def line(self) -> str:
        """Its text on one line, but for the notes in it."""
        texts = (part.text for part in self.parts if part.kind != "note")
        return " ".join(" ".join(texts).split())


def parts_of_table(table: Any, story: "Story") -> Iterator[Part]:
    """The rows that have text, and below each the notes in it.

    Cells that are merged are read once, in the first of their places; empty ones keep their place.
    Of a table of one column, and of rows too long or too rich to be one, the cells' own blocks.
    """
    rows = [(row, _cells(row, story)) for row in _own(table, "tr") if not _is_deleted(row, story)]
    told = [(row, cells) for row, cells in rows if any(cell.line for cell in cells)]
    if all(_told(cells) <= 1 for _, cells in told):
        yield from (part for _, cells in told for cell in cells for part in cell.parts)
        return
    # Above the names of columns may stand what the whole table is called.
    above = next((place for place, (_, cells) in enumerate(told) if _told(cells) > 1), 0)
    headers = above + _headers(told[above:])
    below = False
    for place, (_, cells) in enumerate(told):
        if _is_layout(cells):
            yield from (part for cell in cells for part in cell.parts)
            below = False
            continue
        header = above <= place < headers
        level = HEADER if header else BELOW_HEADER if below else 0
        below = below or header
        yield Part(_row(cells), "row", _reached(level, cells))
        yield from (part for cell in cells for part in cell.parts if part.kind == "note")


def _cells(row: Any, story: "Story") -> list[Cell]:
    before = value(child(row, "trPr", "gridBefore")) or "0"
    found = [Cell([], 1, False)] * (int(before) if before.isdecimal() else 0)
    for cell in _own(row, "tc"):
        properties = child(cell, "tcPr")
        merged = [child(properties, name) for name in ("vMerge", "hMerge")]
        goes_on = any(one is not None and value(one) != "restart" for one in merged)
        deleted = child(properties, "cellDel") is not None
        parts = [] if goes_on or deleted else story.inner(cell)
        width = value(child(properties, "gridSpan")) or "1"
        wide = int(width) if width.isdecimal() else 1
        found.append(Cell(parts, wide, _is_bold(cell), _down(properties)))
    return found


def _own(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, not those of tables inside."""
    for one in element:
        kind = local(one.tag)
        if kind == name:
            yield one
        elif kind in _WRAPPERS:
            yield from _own(one, name)


def _row(cells: list[Cell]) -> str:
    """The cells that have text, and the empty ones before the last; a wide one is several."""
    texts = [text for cell in cells for text in (cell.line, *[""] * (cell.width - 1))]
    while texts and not texts[-1]:
        texts.pop()
    return " ".join(" | ".join(texts).split())


def _reached(level: int, cells: list[Cell]) -> int:
    merged = {cell.merged for cell in cells}
    return reached(level, above="continue" in merged, below="restart" in merged)


def _down(properties: Any) -> str:
    merged = child(properties, "vMerge")
    return "" if merged is None else value(merged) or "continue"


def _told(cells: list[Cell]) -> int:
    """How many of the cells have text."""
    return sum(bool(cell.line) for cell in cells)


def _headers(rows: list[tuple[Any, list[Cell]]]) -> int:
    """How many of the first rows name the columns: those that say so, else the first by its look.

    That has a text in every column, and either alone is bold throughout, or has no digits where
    all others have, but for those with one text, which may name a group.
    """
    stated = [is_on(child(row, "trPr", "tblHeader")) for row, _ in rows]
    count = next((place for place, one in enumerate(stated) if not one), len(stated))
    if count or len(rows) < 2:
        return count if count < len(rows) else 0
    (_, first), others = rows[0], [cells for _, cells in rows[1:] if _told(cells) > 1]
    if not others or not all(cell.line and cell.width == 1 for cell in first[1:]):
        return 0
    if _all_bold(first) and not any(_all_bold(cells) for cells in others):
        return 1
    return int(_looks_named(first, others))


def _all_bold(cells: list[Cell]) -> bool:
    return all(cell.bold for cell in cells if cell.line)


def _looks_named(first: list[Cell], others: list[list[Cell]]) -> bool:
    if len(first) < 3 or any(_has_digit(cell.line) for cell in first):
        return False
    columns = range(1, len(first))
    return any(
        all(len(cells) > column and _has_digit(cells[column].line) for cells in others)
        for column in columns
    )


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _is_bold(cell: Any) -> bool:
    """Whether all of its letters are bold by themselves."""
    runs = [run for run in cell.iter("{*}r") if run.find("{*}t") is not None]
    return bool(runs) and all(is_on(child(run, "rPr", "b")) for run in runs)


def _is_layout(cells: list[Cell]) -> bool:
    """Whether the cells only stand side by side: tables in them, headings over text, or a lot."""
    if sum(len(cell.line) for cell in cells) > LONGEST:
        return True
    for cell in cells:
        kinds = [part.kind for part in cell.parts]
        if "row" in kinds or (len(kinds) > 1 and "heading" in kinds):
            return True
    return False


def _is_deleted(row: Any, story: "Story") -> bool:
    gone = child(row, "trPr", "del") is not None
    if gone or child(row, "trPr", "ins") is not None:
        story.leave_tracked()
    return gone
