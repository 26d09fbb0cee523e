"""Documents and passages out of the database, as values, if they are what was put in."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from cachetools import LRUCache

from index.store import seals
from index.store.embedded.batches import readable
from index.store.packing import document_of, spans_of
from index.store.seals import seal_of
from index.text import Document, Passage, Span

# Code points of documents kept at hand; all the passages a question needs fit many times.
CACHED = 4_000_000
# Places of passages kept at hand, of about 1.5 kB each: 3 MB.
PLACES = 2_000
_DOCUMENT = ", ".join(seals.DOCUMENT)
_PASSAGE = ", ".join(seals.PASSAGE)

Place = tuple[int, Span, str, tuple[Span, ...]]
"""Of a passage: its document's key, its span, the heading above it, its sentences."""

Note = Callable[[Iterable[int]], None]
"""Is told the keys of documents, or the rows of passages, that are damaged."""


class Shelf:
    """Documents and passages by their keys, those lately used from memory.

    What is damaged is left out, and `note` told of the keys. Not for several threads at once;
    nothing here commits.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        note_documents: Note = lambda keys: None,
        note_passages: Note = lambda rows: None,
    ) -> None:
        self._connection = connection
        self._note_documents, self._note_passages = note_documents, note_passages
        self._documents: LRUCache[int, Document] = LRUCache(CACHED, getsizeof=_size)
        self._places: LRUCache[int, Place] = LRUCache(PLACES)

    def documents(self, keys: Iterable[int]) -> dict[int, Document]:
        """The documents of these keys, in their order, but for those that are damaged."""
        wanted = list(dict.fromkeys(keys))
        found = {key: self._documents[key] for key in wanted if key in self._documents}
        query = f"SELECT id, seal, {_DOCUMENT} FROM documents WHERE id"
        absent = [key for key in wanted if key not in found]
        for key, seal, *values in readable(self._connection, query, absent):
            if seal_of(*values) == seal:
                found[key] = document_of(*values[1:])
                if _size(found[key]) <= CACHED:
                    self._documents[key] = found[key]
        self._tell(self._note_documents, [key for key in wanted if key not in found])
        return {key: found[key] for key in wanted if key in found}

    def passages(self, rows: Sequence[int]) -> dict[int, Passage]:
        """The passages of these rows, in their order, but for those that are damaged."""
        places = self._places_of(rows)
        self._tell(self._note_passages, [row for row in rows if row not in places])
        documents = self.documents(document for document, *_ in places.values())
        return {
            row: Passage(documents[places[row][0]], *places[row][1:])
            for row in rows
            if row in places and places[row][0] in documents
        }

    def _places_of(self, rows: Sequence[int]) -> dict[int, Place]:
        """Where the passages are that are what was put in."""
        known = {row: self._places[row] for row in rows if row in self._places}
        query = f"SELECT row, seal, {_PASSAGE} FROM passages WHERE row"
        absent = [row for row in rows if row not in known]
        fresh = {
            row: _place(*values[:5])
            for row, seal, *values in readable(self._connection, query, absent)
            if seal_of(*values) == seal
        }
        for row, place in fresh.items():
            self._places[row] = place
        return known | fresh

    def _tell(self, note: Note, damaged: list[int]) -> None:
        if damaged:
            note(damaged)


def _place(document: int, start: int, stop: int, heading: str, packed: bytes) -> Place:
    return document, Span(start, stop), heading, spans_of(packed)


def _size(document: Document) -> int:
    return len(document.text)
