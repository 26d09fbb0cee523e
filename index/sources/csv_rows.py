"""Tables of plain text (CSV, TSV) by Python's csv: a block a row."""

import csv
import io
import re

from index.sources.characters import damage, decode
from index.sources.loader import MAX_TEXT, Extracted, File
from index.sources.rows import Row, parts_of_rows

# Of a cell, in code points; a document may have no more.
csv.field_size_limit(MAX_TEXT)
# Enough to see what parts the cells.
_READ = 20_000
# What some programs write above the table for Excel.
_SAID = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)


def read(file: File) -> list[Extracted]:
    """All rows; what parts the cells is said above them, or seen from the first ones."""
    text = decode(file.name, file.data, file.charset)
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    try:
        among = said[1] if said else ",;\t|"
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:_READ], among)
    except csv.Error:
        dialect = csv.excel_tab if file.name.lower().endswith(".tsv") else csv.excel
    rows = map(Row, csv.reader(io.StringIO(text, newline=""), dialect))
    return [Extracted(tuple(parts_of_rows(rows)), left_out=damage(text))]
