"""One document a line, an object with `text` and, if known, doc_id, title, date, url, language."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from index.errors import SourceError
from index.sources.characters import decode
from index.sources.loader import Extracted, File, Unreadable, require_bounded
from index.sources.plain import extracted_text, stated
from index.text import Document

FIELDS = ("title", "date", "url", "doc_id", "language")
# So many bytes of lines are read at a time: a dump has any number of them.
PIECE = 5_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A line by its number in what was read: why it is none, or what it states and says."""

    number: int
    why: str = ""
    stated: dict[str, str] = field(default_factory=dict)
    found: Extracted | None = None


def read(file: File) -> Iterator[Row]:
    """Each line that is not blank, as it is or with what is wrong; raises SourceError."""
    for number, line in enumerate(decode(file.name, file.data).split("\n"), start=1):
        if line.strip():
            try:
                yield _row(number, json.loads(line))
            except Unreadable as error:
                yield Row(number, str(error))
            except (ValueError, RecursionError) as error:
                yield Row(number, f"not a JSON object: {error}")


def pieces(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Some lines after the other, with how many are before them."""
    if b"\0" in data[:1_000]:  # UTF-16, whose line ends are not those of bytes
        yield 0, data
        return
    start = before = 0
    while start < len(data):
        end = data.find(b"\n", start + PIECE) + 1 or len(data)
        yield before, data[start:end]
        before, start = before + data.count(b"\n", start, end), end


def document_of_row(name: str, before: int, row: Row) -> Document:
    """The document of a line with so many `before` it; raises SourceError with its number."""
    number = before + row.number
    if row.found is None:
        raise SourceError(f"{name}:{number}", row.why)
    about: dict[str, Any] = {"doc_id": f"{name.rsplit('/', 1)[-1]}:{number}"} | row.stated
    try:
        return stated(row.found, **about)
    except SourceError as error:
        raise error.of(f"{name}:{number}") from None


def _row(number: int, row: Any) -> Row:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return Row(number, 'a line needs {"text": "..."}')
    values = {field: row[field] for field in FIELDS if row.get(field) not in (None, "")}
    wrong = [field for field, value in values.items() if not isinstance(value, str | int)]
    if wrong:
        return Row(number, f"{wrong[0]} must be a string")
    found = extracted_text(row["text"])
    require_bounded(found)
    return Row(number, "", {field: str(value) for field, value in values.items()}, found)
