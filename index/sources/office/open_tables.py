"""Tables of OpenDocument files (ODF 1.3, 9): rows, and what is stated of rows and columns."""

from collections.abc import Iterable, Iterator
from typing import Any

from index.sources.office.opened import TABLE

# A cell or row may say that it is repeated to the end of the sheet; so often it is read.
MOST_REPEATED = 100
_HEADED = "table-header-rows"
_GROUPS = {f"{TABLE}{name}" for name in ("table-rows", "table-row-group", _HEADED)}
_FOLDED = f"{TABLE}table-column-group"
_COLUMNS = {f"{TABLE}{name}" for name in ("table-columns", "table-header-columns")}
_DEFAULT = f"{TABLE}default-cell-style-name"
# As far as a sheet goes.
_LAST_COLUMN = 16_384


def rows_of(table: Any) -> Iterator[Any]:
    """The table's own rows, not those of tables in it."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from rows_of(child)


def is_header(row: Any) -> bool:
    """Whether it is stated to name the columns."""
    return bool(row.getparent().tag == f"{TABLE}{_HEADED}")


def repeated(element: Any, what: str) -> int:
    """How often a row or cell stands there, as far as that is read."""
    return min(_stated(element, f"number-{what}-repeated"), MOST_REPEATED)


def reaches(rows: Iterable[Any]) -> Iterator[tuple[bool, bool]]:
    """Of each row, whether a cell reaches into it from above, and one of its own further down."""
    left = 0
    for row in rows:
        down = max((_stated(cell, "number-rows-spanned") - 1 for cell in row), default=0)
        yield left > 0, down > 0
        left = max(left - 1, down)


def hidden_columns(table: Any) -> frozenset[int]:
    """The places of columns that somebody hid, from 0; not those that a group folds up."""
    found: set[int] = set()
    place = 0
    for column in _columns(table):
        end = min(place + _stated(column, "number-columns-repeated"), _LAST_COLUMN)
        folded = column.getparent().tag == _FOLDED
        if column.get(f"{TABLE}visibility") == "collapse" and not folded:
            found.update(range(place, end))
        place = end
    return frozenset(found)


def state_looks(table: Any) -> None:
    """Give each cell that states no style that of its row, or else of its column."""
    columns = [
        (_stated(column, "number-columns-repeated"), column.get(_DEFAULT) or "")
        for column in _columns(table)
    ]
    for row in rows_of(table):
        of_row = row.get(_DEFAULT)
        if not of_row and not any(name for _, name in columns):
            continue
        place = 0
        for cell in row:
            if not cell.get(f"{TABLE}style-name"):
                cell.set(f"{TABLE}style-name", of_row or _at(columns, place))
            place += _stated(cell, "number-columns-repeated")


def _at(columns: list[tuple[int, str]], place: int) -> str:
    """The style of the column at a place, from 0; "" of none."""
    for many, name in columns:
        if place < many:
            return name
        place -= many
    return ""


def _columns(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{TABLE}table-column":
            yield child
        elif child.tag in _COLUMNS or child.tag == _FOLDED:
            yield from _columns(child)


def _stated(element: Any, name: str) -> int:
    stated = element.get(f"{TABLE}{name}") or "1"
    return int(stated) if stated.isdecimal() else 1
