"""Rows and columns of a sheet that its author hid: none of the page that a reader sees.

Those that a filter hides, or a group that is folded up, are only not looked at now, and stay
(ECMA-376 part 1, 18.3).
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl.utils.cell import range_boundaries

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TAGS = tuple(f"{_MAIN}{tag}" for tag in ("row", "col", "autoFilter"))
_BOOK, _RELATED = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# As far as a sheet goes.
_LAST_COLUMN = 16_384


@dataclass(slots=True)
class Concealed:
    """The rows and columns that are hidden, counted from 1."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def sheets(held: ZipFile) -> Iterator[tuple[str, bytes]]:
    """The name and the part of each sheet."""
    names = set(held.namelist())
    if not {_BOOK, _RELATED} <= names:
        return
    targets = {one.get("Id"): one.get("Target", "") for one in _parsed(held.read(_RELATED))}
    for sheet in _parsed(held.read(_BOOK)).iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_ID), "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if path in names:
            yield sheet.get("name", ""), held.read(path)


def _parsed(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def concealed(data: bytes) -> Concealed:
    """What is hidden of a sheet."""
    found, place = Concealed(), 0
    if b"hidden" not in data:
        return found
    for _, one in etree.iterparse(io.BytesIO(data), tag=_TAGS, resolve_entities=False):
        if one.tag == _TAGS[2]:
            if one.find(f"{_MAIN}filterColumn") is not None:
                _, first, _, last = range_boundaries(one.get("ref", "A1"))
                found.rows -= set(range(first or 1, (last or place) + 1))
        elif one.tag == _TAGS[1]:
            if _is_hidden(one):
                end = min(int(one.get("max", 1)), _LAST_COLUMN)
                found.columns.update(range(int(one.get("min", 1)), end + 1))
        else:
            place = int(one.get("r", place + 1))
            if _is_hidden(one):
                found.rows.add(place)
        one.clear()
        while one.getprevious() is not None:  # else a long sheet fills the memory
            del one.getparent()[0]
    return found


def _is_hidden(element: Any) -> bool:
    folded = element.get("outlineLevel", "0") != "0"
    return not folded and element.get("hidden", "0") in {"1", "true"}
