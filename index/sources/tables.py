"""Tables of markup: rows of cells, the rows that name the columns, and what is no table at all."""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from operator import itemgetter
from typing import Any, NamedTuple

from index.sources.rows import joined
from index.sources.tree import name
from index.text import BELOW_HEADER, HEADER, Part, reached

# What in a cell shows that the table only sets things side by side.
_RICH = "table h1 h2 h3 h4 h5 h6 pre article section form details".split()  # noqa: SIM905
_PARTS = {"thead", "tbody", "tfoot"}
_KNOWN = {*_PARTS, "caption", "col", "colgroup", "script", "style", "template", "tr"}
TABLE_PARTS = {"table", *_PARTS}
_BLOCKS = "p div ul ol dl blockquote".split()  # noqa: SIM905
# A cell longer than this, in code points, with blocks in it is a column of a page.
_LONG_CELL = 600
_LONGEST_CELL = 1_500
# Browsers read no more rows or columns of a cell.
_MOST = 1_000


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
    place, and so do wide ones, for what stands under which column is told by counting. Rows go
    on from one that says what they belong to, and from those whose cells reach down into them.
    """
    for caption in (child for child in table if name(child) == "caption"):
        yield Part(line(caption))
    below = called = False
    rows = _told(table, line)
    for told, following in zip(rows, [*rows, None][1:], strict=True):
        header = _is_header(told)
        below = below or header
        level = HEADER if header else BELOW_HEADER if below else 0
        calls = not header and (_is_label(told) or (below and _is_over(told, following)))
        called = called and name(told.row.row.getparent()) != "tfoot"
        goes_on = told.row.above or (called and not calls)
        yield Part(told.text, "row", reached(level, above=goes_on, below=told.row.below))
        called = called or calls


def row_of(row: Any, line: Callable[[Any], str]) -> Part:
    """A row that stands outside any table."""
    return Part(_row([(cell, line(cell)) for cell in _cells(row)]), "row")


def up_to_table(cell: Any) -> Iterator[Any]:
    """The row of a cell and the group of its row, without the table."""
    return takewhile(lambda one: name(one) != "table", cell.iterancestors())


def _row(cells: list[tuple[Any, str]]) -> str:
    return re.sub(" {2,}", " ", joined([text for _, text in cells])).strip()


class _Told(NamedTuple):
    """A row that has text, and its cells that do; whether it is the first of its table."""

    row: "_Row"
    text: str
    cells: list[Any]
    first: bool


def _told(table: Any, line: Callable[[Any], str]) -> list[_Told]:
    found: list[_Told] = []
    columns = [row for group in _groups(table) for row in _in_columns(group)]
    for place, row in enumerate(columns):
        cells = [(cell, "" if cell is None else line(cell)) for cell in row.cells]
        if told := [cell for cell, text in cells if text]:
            found.append(_Told(row, _row(cells), told, place == 0))
    return found


def _is_header(told: _Told) -> bool:
    if name(told.row.row.getparent()) == "thead":
        return True
    if not all(name(cell) == "th" for cell in told.cells):
        return False
    return len(told.cells) > 1 or (told.first and not _is_wide(told.cells[0]))


def _is_label(told: _Told) -> bool:
    """Whether the row says what those below it belong to: one wide `th`, "Summer"."""
    return len(told.cells) == 1 and name(told.cells[0]) == "th" and _is_wide(told.cells[0])


def _is_over(told: _Told, following: _Told | None) -> bool:
    """Whether it is a wide cell alone, above a row of more, and says so without being a `th`."""
    alone = len(told.cells) == 1 and told.cells[0] is told.row.cells[0]
    return alone and _is_wide(told.cells[0]) and following is not None and len(following.cells) > 1


def _is_wide(cell: Any) -> bool:
    return _count(cell.get("colspan")) > 1


def _groups(table: Any) -> list[list[Any]]:
    """The table's own rows, not those of tables in it, in groups, which no cell reaches out of.

    The first head stands above all others and the first foot below, wherever they are written.
    """
    found: list[tuple[int, list[Any]]] = []
    places = {"thead": -1, "tfoot": 1}
    for child in table:
        if name(child) in _PARTS:
            found.append((places.pop(name(child), 0), [row for row in child if name(row) == "tr"]))
            found.append((0, []))
        elif name(child) == "tr":
            found = found or [(0, [])]
            found[-1][1].append(child)
    return [rows for _, rows in sorted(found, key=itemgetter(0))]


def _rows(table: Any) -> list[Any]:
    return [row for group in _groups(table) for row in group]


class _Row(NamedTuple):
    """A row with a place for each column, None where a cell goes on from the left or from above.

    And whether one from above reaches into the row, and one of its own reaches further down.
    """

    row: Any
    cells: list[Any]
    above: bool
    below: bool


def _in_columns(group: list[Any]) -> Iterator[_Row]:
    reaching: dict[int, int] = {}
    for row in group:
        found: list[Any] = []
        own = list(_cells(row))
        above = below = False
        while own or reaching.get(len(found)):
            if reaching.get(len(found)):
                reaching[len(found)] -= 1
                above = True
                found.append(None)
                continue
            cell = own.pop(0)
            wide, down = _count(cell.get("colspan")), _down(cell.get("rowspan"))
            below = below or down > 0
            reaching |= dict.fromkeys(range(len(found), len(found) + wide), down)
            found += [cell, *[None] * (wide - 1)]
        yield _Row(row, found, above, below)


def _down(stated: str | None) -> int:
    """How many rows further down a cell reaches; 0 says that it does to the end of its group."""
    return _MOST if stated and stated.strip() == "0" else _count(stated) - 1


def _count(stated: str | None) -> int:
    """How many rows or columns a cell takes."""
    return min(max(int(stated), 1), _MOST) if stated and stated.strip().isdecimal() else 1


def _has_loose_text(table: Any) -> bool:
    groups = [child for child in table if name(child) in _PARTS]
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
