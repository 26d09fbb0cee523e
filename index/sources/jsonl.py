"""One document a line, an object with `text` and, if known, doc_id, title, date, url, language."""

import json
from collections.abc import Iterator
from typing import Any

from index.errors import SourceError
from index.sources.plain import from_text
from index.text import Document

FIELDS = ("title", "date", "url", "doc_id", "language")


def documents_of_lines(name: str, text: str) -> Iterator[Document | SourceError]:
    """A document, or what is wrong, for each line that is not blank; the ids differ."""
    stem = name.rsplit("/", 1)[-1]
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield _document(json.loads(line), f"{stem}:{number}")
            except SourceError as error:
                yield SourceError(f"{name}:{number}", error.why)
            except (ValueError, RecursionError) as error:
                yield SourceError(f"{name}:{number}", f"not a JSON object: {error}")


def _document(row: Any, where: str) -> Document:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise SourceError(where, 'a line needs {"text": "..."}')
    values = {field: row[field] for field in FIELDS if row.get(field) not in (None, "")}
    wrong = [field for field, value in values.items() if not isinstance(value, str | int)]
    if wrong:
        raise SourceError(where, f"{wrong[0]} must be a string")
    fields = {field: str(value) for field, value in values.items()}
    return from_text(row["text"], **({"doc_id": where} | fields))
