"""Tables of markup: rows of cells, the rows that name the columns, and what is no table at all."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from index.sources.tree import name
from index.text import BELOW_HEADER, HEADER, Part

# What in a cell shows that the table only sets things side by side.
_RICH = "table h1 h2 h3 h4 h5 h6 pre article section form details".split()  # noqa: SIM905
_GROUPS = {"thead", "tbody", "tfoot"}
_KNOWN = {*_GROUPS, "caption", "col", "colgroup", "script", "style", "template", "tr"}
TABLE_PARTS = {"table", *_GROUPS}
_BLOCKS = "p div ul ol dl blockquote".split()  # noqa: SIM905
# A cell longer than this, in code points, with blocks in it is a column of a page.
_LONG_CELL = 600
_LONGEST_CELL = 1_500


def is_layout(table: Any) -> bool:
    """Whether the table lays a page out: its cells hold headings, tables, or a lot.

    One with text between its cells is read as if it did, so that this is not lost.
    """
    if table.get("role") in {"presentation", "none"} or _has_loose_text(table):
        return True
    cells = [cell for row in _rows(table) for cell in _cells(row)]
    single = all(len(list(_cells(row))) <= 1 for row in _rows(table))
    if single and not any(name(cell) == "th" for cell in cells):
        return True
    return any(name(cell) == "td" and _is_column(cell) for cell in cells)


def rows_of(table: Any, line: Callable[[Any], str]) -> Iterator[Part]:
    """The caption and the rows that have text; `line` gives the text of a cell.

    A row in `thead`, or all of `th`, names the columns for those below it. Empty cells keep their
    place, for what stands under which column is told by counting.
    """
    for caption in (child for child in table if name(child) == "caption"):
        yield Part(line(caption))
    below = False
    for place, (row, found) in enumerate(_in_columns(table)):
        cells = [(cell, "" if cell is None else line(cell)) for cell in found]
        text = " | ".join(text for _, text in cells).strip(" |")
        if not text:
            continue
        header = _is_header(row, cells, first=place == 0)
        below = below or header
        yield Part(_row(cells), "row", HEADER if header else BELOW_HEADER if below else 0)


def row_of(row: Any, line: Callable[[Any], str]) -> Part:
    """A row that stands outside any table."""
    return Part(_row([(cell, line(cell)) for cell in _cells(row)]), "row")


def _row(cells: list[tuple[Any, str]]) -> str:
    """The cells that have text, and the empty ones before the last of them."""
    texts = [text for _, text in cells]
    while texts and not texts[-1]:
        texts.pop()
    return re.sub(" {2,}", " ", " | ".join(texts)).strip()


def _is_header(row: Any, cells: list[tuple[Any, str]], *, first: bool) -> bool:
    told = [cell for cell, text in cells if text]
    if name(row.getparent()) == "thead":
        return True
    if not all(name(cell) == "th" for cell in told):
        return False
    spans = any((cell.get("colspan") or "1") != "1" for cell in told)
    return len(told) > 1 or (first and not spans)


def _rows(table: Any) -> Iterator[Any]:
    """The table's own rows, not those of tables in it."""
    for child in table:
        if name(child) == "tr":
            yield child
        elif name(child) in _GROUPS:
            yield from (row for row in child if name(row) == "tr")


def _in_columns(table: Any) -> Iterator[tuple[Any, list[Any]]]:
    """The rows with their cells, None where one from above reaches down."""
    reaching: dict[int, int] = {}
    for row in _rows(table):
        found: list[Any] = []
        own = list(_cells(row))
        column = 0
        while own or reaching.get(column):
            if reaching.get(column):
                reaching[column] -= 1
                found.append(None)
                column += 1
                continue
            cell = own.pop(0)
            found.append(cell)
            down = _count(cell.get("rowspan")) - 1
            for _ in range(_count(cell.get("colspan"))):
                reaching[column] = down
                column += 1
        yield row, found


def _count(stated: str | None) -> int:
    """How many rows or columns a cell takes; browsers read no more than a thousand."""
    return min(max(int(stated), 1), 1_000) if stated and stated.isdecimal() else 1


def _has_loose_text(table: Any) -> bool:
    groups = [child for child in table if name(child) in _GROUPS]
    loose = (one for part in (table, *groups) for one in part if name(one) not in _KNOWN)
    if any(str(one.xpath("string()")).strip() for one in loose if name(one)):
        return True
    around = [text for part in (table, *groups, *_rows(table)) for text in _between(part)]
    return any(text and text.strip() for text in around)


def _between(element: Any) -> list[str | None]:
    return [element.text, *(child.tail for child in element)]


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row if name(cell) in {"td", "th"})


def _is_column(cell: Any) -> bool:
    inside = {name(element) for element in cell.iterdescendants()}
    if inside & set(_RICH):
        return True
    length = len(" ".join(str(cell.xpath("string()")).split()))
    return length > _LONGEST_CELL or (length > _LONG_CELL and bool(inside & set(_BLOCKS)))
