"""Documents and passages out of the database, as values."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from cachetools import LRUCache

from index.store.embedded.packing import blocks_of, spans_of
from index.text import Document, Passage, Span

# Code points of documents kept at hand; all the passages a question needs fit many times.
CACHED = 4_000_000
# The columns of a document, in the order of its fields.
FIELDS = "doc_id, title, text, url, date, language, blocks, left_out"
# Rows asked for in one query, fewer than SQLite has parameters.
TOGETHER = 512

Key = TypeVar("Key", int, str)


class Shelf:
    """Documents and passages by their keys, documents lately used from memory.

    Not for several threads at once; nothing here commits.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._documents: LRUCache[int, Document] = LRUCache(CACHED, getsizeof=_size)

    def documents(self, keys: Sequence[int]) -> list[Document]:
        """The documents of these keys, in their order; raises KeyError for an unknown one."""
        found = {key: self._documents[key] for key in set(keys) if key in self._documents}
        for some in together(sorted(set(keys) - found.keys())):
            query = f"SELECT id, {FIELDS} FROM documents WHERE id IN"
            for key, *fields in self._connection.execute(f"{query} ({marks(some)})", some):
                found[key] = _document(*fields)
                if _size(found[key]) <= CACHED:
                    self._documents[key] = found[key]
        return [found[key] for key in keys]

    def passages(self, rows: Sequence[int]) -> list[Passage]:
        """The passages of these rows, in their order; raises KeyError for an unknown one."""
        found: dict[int, Passage] = {}
        for some in together(rows):
            query = "SELECT row, document, start, stop, heading, sentences FROM passages"
            stored = self._connection.execute(
                f"{query} WHERE row IN ({marks(some)})", some
            ).fetchall()
            documents = self.documents([document for _, document, *_ in stored])
            for (row, _, *fields), document in zip(stored, documents, strict=True):
                found[row] = _passage(document, *fields)
        return [found[row] for row in rows]


def _document(*fields: Any) -> Document:
    doc_id, title, text, url, date, language, blocks, left_out = fields
    marked, missing = blocks_of(blocks), tuple(json.loads(left_out))
    return Document(doc_id, title, text, url, date, language, marked, missing)


def _passage(document: Document, start: int, stop: int, heading: str, packed: bytes) -> Passage:
    return Passage(document, Span(start, stop), heading, spans_of(packed))


def together(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """The keys, as many at a time as go into one query."""
    for start in range(0, len(keys), TOGETHER):
        yield keys[start : start + TOGETHER]


def marks(values: Sequence[object]) -> str:
    """As many of SQL's question marks."""
    return ", ".join("?" * len(values))


def _size(document: Document) -> int:
    return len(document.text)
