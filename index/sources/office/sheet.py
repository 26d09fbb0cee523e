"""Sheets (XLSX) by openpyxl: each row of each sheet, its values as they were last computed."""

import datetime
import io
from collections.abc import Iterator
from typing import Any

import openpyxl

from index.sources.loader import Extracted, File, archive
from index.sources.rows import parts_of_rows
from index.text import Part


def read(file: File) -> list[Extracted]:
    """A sheet's name as a heading, then its rows; raises Unreadable, and what openpyxl does."""
    archive(file.data)  # which checks its size
    book = openpyxl.load_workbook(io.BytesIO(file.data), read_only=True, data_only=True)
    parts = [part for sheet in book.worksheets for part in _sheet(sheet, len(book.worksheets) > 1)]
    return [Extracted(tuple(parts), book.properties.title or None)]


def _sheet(sheet: Any, named: bool) -> Iterator[Part]:
    if named:
        yield Part(sheet.title, "heading", 1)
    yield from parts_of_rows(
        [_shown(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
    )


def _shown(value: object) -> str:
    """A value as one reads it: whole numbers without a point, days without a midnight."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return "" if value is None else str(value)
