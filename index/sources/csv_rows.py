"""Tables of plain text (CSV, TSV) by Python's csv: a block a row."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from index.sources.characters import damage, decode
from index.sources.loader import MAX_TEXT, Extracted, File
from index.sources.rows import Row, parts_of_rows

# Of a cell, in code points; a document may have no more.
csv.field_size_limit(MAX_TEXT)
# Enough to see what parts the cells.
_READ = 20_000
# What may part them: first what seldom stands in a cell, for a comma is in numbers, too.
_PARTING = "\t;|,"
# What some programs write above the table for Excel.
_SAID = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)


def read(file: File) -> list[Extracted]:
    """All rows; what parts the cells is said above them, or seen from the first ones."""
    text = decode(file.name, file.data, file.charset)
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    usual = "\t" if file.name.lower().endswith(".tsv") else ","
    rows = map(Row, _cells(text, said[1] if said else _parting(text[:_READ]) or usual))
    return [Extracted(tuple(parts_of_rows(rows)), left_out=damage(text))]


def _cells(text: str, parting: str) -> Iterator[list[str]]:
    """As RFC 4180 has them: csv's own guess knows no quotation marks within a quoted cell."""
    return csv.reader(io.StringIO(text, newline=""), delimiter=parting, skipinitialspace=True)


def _parting(text: str) -> str:
    """What cuts most of the rows into as many cells; "" if nothing cuts more than half of them."""
    alike = {parting: _alike(text, parting) for parting in _PARTING}
    best = max(alike, key=alike.__getitem__)  # of several the first
    return best if alike[best] else ""


def _alike(text: str, parting: str) -> float:
    """The share of the rows that have as many cells as most of those with several.

    0 where these are so few that it may stand in a sentence.
    """
    widths = Counter(len(cells) for cells in _cells(text, parting) if cells)
    rows = widths.total()
    del widths[1]
    return max(widths.values()) / rows if 2 * widths.total() > rows else 0.0
