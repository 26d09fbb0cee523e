"""Cells of a sheet (XLSX), read by openpyxl: what a reader sees in each."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.escape import unescape

from index.sources.office.formats import shown
from index.sources.shifted import lowered, raised

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def inline_runs(data: bytes) -> dict[str, CellRichText]:
    """Texts of several looks that stand in the cells of a sheet themselves, by "B7".

    openpyxl tells the looks only of those in the list that the sheets share.
    """
    found: dict[str, CellRichText] = {}
    if b"strike" not in data and b"vertAlign" not in data:
        return found
    for _, row in etree.iterparse(io.BytesIO(data), tag=f"{_MAIN}row", resolve_entities=False):
        for text in row.iterfind(f"{_MAIN}c/{_MAIN}is"):
            if text.find(f"{_MAIN}r") is not None:
                found[text.getparent().get("r", "")] = CellRichText.from_tree(text)
        row.clear()
        while row.getprevious() is not None:  # else a long sheet fills the memory
            del row.getparent()[0]
    return found


def seen(cell: Any, inline: Mapping[str, CellRichText]) -> tuple[str, bool]:
    """A value as one reads it, and whether something of it was struck out, and so not taken."""
    if cell.value is None:
        return "", False
    value = inline.get(cell.coordinate, cell.value) if inline else cell.value
    struck = _is_struck(cell)
    if isinstance(value, CellRichText):
        runs = list(_runs(value, struck))
        return _text(runs), any(gone and text.strip() for text, _, gone in runs)
    said = _plain(value, cell)
    return ("", bool(said.strip())) if struck else (said, False)


def _is_struck(cell: Any) -> bool:
    try:
        return bool(cell.font.strike)
    except IndexError:  # a style that the file does not have
        return False


def _plain(value: Any, cell: Any) -> str:
    if isinstance(value, str):
        return str(unescape(value))
    return str(value).upper() if isinstance(value, bool) else shown(value, cell.number_format)


def _runs(value: CellRichText, struck: bool) -> Iterator[tuple[str, str, bool]]:
    """The text of each run, its place, whether it is struck out, as the cell if not stated."""
    for one in value:
        if isinstance(one, TextBlock):
            yield one.text, one.font.vertAlign or "", bool(one.font.strike)
        else:
            yield str(one), "", struck


def _text(runs: list[tuple[str, str, bool]]) -> str:
    said = ""
    for text, place, struck in runs:
        if not struck and place == "superscript":
            said += raised(text, said)
        elif not struck:
            said += lowered(text) if place == "subscript" else text
    return str(unescape(said))
