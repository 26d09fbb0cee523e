"""Tables of plain text (CSV, TSV) by Python's csv: a block a row."""

import csv
import io

from index.sources.characters import damage, decode
from index.sources.loader import MAX_TEXT, Extracted, File
from index.sources.rows import Row, parts_of_rows

# Of a cell, in code points; a document may have no more.
csv.field_size_limit(MAX_TEXT)
# Enough to see what parts the cells.
_READ = 20_000


def read(file: File) -> list[Extracted]:
    """All rows; what parts the cells is seen from the first ones."""
    text = decode(file.name, file.data, file.charset)
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:_READ], ",;\t|")
    except csv.Error:
        dialect = csv.excel_tab if file.name.lower().endswith(".tsv") else csv.excel
    rows = map(Row, csv.reader(io.StringIO(text, newline=""), dialect))
    return [Extracted(tuple(parts_of_rows(rows)), left_out=damage(text))]
