"""Values of cells that an OpenDocument file only states, and does not write out (ODF 1.3, 19.385).

LibreOffice writes each out as it is shown; other programs may leave that to who opens the file.
"""

import math
import re
from decimal import Decimal
from typing import Any

from lxml import etree

from index.sources.office.formats import shown
from index.sources.office.open_tables import rows_of
from index.sources.office.opened import OFFICE, TABLE, TEXT

_CELL = f"{TABLE}table-cell"
_FORMULA = f"{TABLE}formula"
_VALUES = [f"{OFFICE}{one}value" for one in ("", "string-", "date-", "time-", "boolean-")]
_DAY = re.compile(r"(\d+-\d\d-\d\d)T(?:00:00(?::00(?:\.0+)?)?|(\d\d:\d\d)(?::00(?:\.0+)?)?)")
_TIME = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?")


def write_values(table: Any) -> None:
    """Give each cell without words a paragraph that says its value."""
    for cell in (one for row in rows_of(table) for one in row.iterfind(_CELL)):
        if not _is_written(cell) and (said := _said(cell)):
            paragraph = etree.SubElement(cell, f"{TEXT}p")
            paragraph.text = said


def uncomputed(body: Any) -> int:
    """How many cells have a formula, and neither its value nor words."""
    formulas = (one for one in body.iter(_CELL) if one.get(_FORMULA))
    return sum(not _is_written(one) and _stated(one) is None for one in formulas)


def _is_written(cell: Any) -> bool:
    return any(isinstance(one.tag, str) and one.tag.startswith(TEXT) for one in cell)


def _stated(cell: Any) -> str | None:
    return next((cell.get(name) for name in _VALUES if cell.get(name) is not None), None)


def _said(cell: Any) -> str:
    """The value as plainly as it can be said; what is none of its kind as it is stated."""
    stated, kind = _stated(cell) or "", cell.get(f"{OFFICE}value-type")
    if kind == "boolean":
        return stated.upper()
    if kind == "date":
        found = _DAY.fullmatch(stated)
        return " ".join(filter(None, found.groups())) if found else stated.replace("T", " ")
    if kind == "time":
        return _time(stated)
    if kind not in {"float", "percentage", "currency"}:
        return stated
    try:
        value = float(stated)
    except ValueError:
        return stated
    if not math.isfinite(value):
        return stated
    if kind == "percentage":
        return shown(value * 100, "General") + "%"
    return f"{shown(value, 'General')} {cell.get(f'{OFFICE}currency') or ''}".strip()


def _time(stated: str) -> str:
    found = _TIME.fullmatch(stated)
    if not found:
        return stated
    days, hours, minutes = (int(one or 0) for one in found.groups()[1:4])
    seconds = Decimal((found[5] or "0").replace(",", "."))
    minutes += hours * 60 + days * 24 * 60 + int(seconds // 60)
    seconds %= 60
    text = f"{found[1]}{minutes // 60}:{minutes % 60:02}"
    whole, _, part = f"{seconds.normalize():f}".partition(".")
    return text + (f":{whole:>02}" + (f".{part}" if part else "") if seconds else "")
