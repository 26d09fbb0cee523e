"""Sheets (XLSX) by openpyxl: each row of each sheet, its values as they were last computed."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZipFile

import openpyxl
from lxml import etree

from index.sources.loader import Extracted, File, archive
from index.sources.office.cells import inline_runs, seen
from index.sources.office.concealed import Concealed, concealed, sheets
from index.sources.office.drawn import words
from index.sources.office.merged import merged
from index.sources.office.usual import usual
from index.sources.ooxml import is_strict
from index.sources.rows import Row, parts_of_rows
from index.text import LeftOut, Missing, Part

# A formula's cell without a value: whoever wrote the file did not compute it.
_UNCOMPUTED = re.compile(rb"(?:</f>|<f\b[^>]*/>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
# Parts of a file that carry something to read, and are not read.
_NOT_TAKEN = {
    Missing.COMMENTS: re.compile(r"xl/(?:comments|threadedComments)"),
    Missing.CHARTS: re.compile(r"xl/charts/chart\d"),
    Missing.PICTURES: re.compile(r"xl/media/"),
}
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read(file: File) -> list[Extracted]:
    """A sheet's name as a heading, then its rows; raises Unreadable, and what openpyxl does."""
    held = archive(file.data)
    stream = io.BytesIO(file.data)
    if is_strict(held.read("xl/workbook.xml")):
        stream = usual(held)
        held = ZipFile(stream)
    book = _opened(stream, held)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet not in visible]
    left_out = [*(LeftOut(Missing.HIDDEN_SHEET, one) for one in hidden), *_unread(held)]
    stated = {
        name: (concealed(data), merged(data), inline_runs(data)) for name, data in sheets(held)
    }
    parts = []
    struck = False
    for sheet in visible:
        sheet.reset_dimensions()  # many programs state one cell, whatever there is
        rows = Rows(sheet, *stated.get(sheet.title, (Concealed(), {}, {})))
        parts += [Part(sheet.title, "heading", 1)] if len(book.worksheets) > 1 else []
        parts += parts_of_rows(rows)
        left_out += rows.left_out()
        struck = struck or rows.struck
    for text, gone in (one for name in _parts(held, "drawing") for one in _drawn(held.read(name))):
        parts.append(Part(text))
        struck = struck or gone
    left_out += [LeftOut(Missing.STRUCK)] * struck
    return [Extracted(tuple(parts), book.properties.title or None, left_out=tuple(left_out))]


def _unread(held: ZipFile) -> Iterator[LeftOut]:
    """What a file holds beside its cells and boxes, and values that it lacks."""
    if count := sum(len(_UNCOMPUTED.findall(held.read(name))) for name in _parts(held, "sheet")):
        yield LeftOut(Missing.VALUES, count=count)
    yield from (
        LeftOut(what)
        for what, names in _NOT_TAKEN.items()
        if any(map(names.match, held.namelist()))
    )


def _opened(stream: io.BytesIO, held: ZipFile) -> Any:
    """The workbook; one whose styles openpyxl does not take is read without them."""
    how = {"read_only": True, "data_only": True, "rich_text": True}
    try:
        return openpyxl.load_workbook(stream, **how)
    except (TypeError, ValueError):
        return openpyxl.load_workbook(usual(held), **how)


def _parts(held: ZipFile, kind: str) -> list[str]:
    return [one for one in held.namelist() if re.fullmatch(rf"xl/\w+/{kind}\d*\.xml", one)]


class Rows:
    """The rows of a sheet as one sees them, counting what is hidden and says something."""

    def __init__(
        self, sheet: Any, unseen: Concealed, down: Mapping[int, int], runs: Mapping[str, Any]
    ) -> None:
        self._sheet = sheet
        self._unseen = unseen
        self._down = down
        self._runs = runs
        self._rows: set[int] = set()
        self._columns: set[int] = set()
        # Whether something was struck out in the rows read so far, and is none of them.
        self.struck = False

    def __iter__(self) -> Iterator[Row]:
        reached = 0
        for place, row in enumerate(self._sheet.iter_rows(), 1):
            found = [seen(cell, self._runs) for cell in row]
            cells = [text for text, _ in found]
            if place in self._unseen.rows:
                self._rows |= {place} if any(cells) else set()
                continue
            said = {at for at in self._unseen.columns if at <= len(cells) and cells[at - 1]}
            self._columns |= said
            shown = [cell for at, cell in enumerate(found, 1) if at not in self._unseen.columns]
            struck = any(gone for _, gone in shown)
            self.struck = self.struck or struck
            down = self._down.get(place, 0)
            texts = [text for text, _ in shown]
            if any(texts) or not struck:  # of a table whose row is struck out the rest goes on
                yield Row(texts, place <= reached, down > place)
            reached = max(reached, down)

    def left_out(self) -> list[LeftOut]:
        """What was hidden, once all rows have been read."""
        found = {
            Missing.HIDDEN_ROWS_OF_SHEET: len(self._rows),
            Missing.HIDDEN_COLUMNS_OF_SHEET: len(self._columns),
        }
        return [
            LeftOut(what, self._sheet.title, count=count) for what, count in found.items() if count
        ]


def _drawn(data: bytes) -> Iterator[tuple[str, bool]]:
    """The paragraphs of boxes that lie over the sheets, as `words` has them."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    yield from map(words, root.iter(f"{_DRAWN}p"))
