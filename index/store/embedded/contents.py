"""What one generation holds: its documents, passages and vectors, read from the database."""

import sqlite3
import threading
import weakref
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.encoding import PassageVectors, Vectors
from index.errors import LibraryError, LibraryNotFound
from index.store.embedded import generations, locks
from index.store.embedded.faiss_index import Rows
from index.store.embedded.generations import SERVED, Generation
from index.store.embedded.schema import connect, explained
from index.text import Document, Passage, Span

LEASES = "leases"
# Code points of documents kept at hand; all the passages a question needs fit many times.
CACHED = 4_000_000
# Rows asked for in one query, fewer than SQLite has parameters.
TOGETHER = 512
_FIELDS = "doc_id, title, text, url, date, language"


class Contents:
    """A generation as it was published, however the library goes on; safe from many threads.

    While it is open its generation cannot be pruned, also not by another process. It closes
    itself when it is dropped.
    """

    def __init__(self, folder: Path, number: int | None = None) -> None:
        """Open generation `number`, or the live one; raises LibraryNotFound or LibraryError."""
        self.folder = folder
        self.library = ""
        self._lock = threading.Lock()
        self._connection = connect(folder)
        self._documents: OrderedDict[int, Document] = OrderedDict()
        self._cached = 0
        try:
            self.generation, lease = self._hold(number)
        except BaseException:
            self._connection.close()
            raise
        self._close = weakref.finalize(self, _close, self._connection, lease)

    def _hold(self, number: int | None) -> tuple[Generation, sqlite3.Connection | None]:
        with explained(self.folder):
            while True:
                generation = (
                    generations.live(self._connection)
                    if number is None
                    else generations.get(self._connection, number)
                )
                if generation is None:
                    raise _nothing(self.folder, number)
                lease = _lease(self.folder, generation.number)
                (self.library,) = self._connection.execute("SELECT id FROM library").fetchone()
                # Between looking and holding it may have been pruned.
                if generations.get(self._connection, generation.number):
                    return generation, lease
                if lease:
                    lease.close()

    def close(self) -> None:
        """Let go of the files and of the generation."""
        self._close()

    def documents(self) -> Iterator[Document]:
        """Every document, by `doc_id`."""
        order = f"SELECT id FROM documents WHERE id IN ({SERVED}) ORDER BY doc_id"
        for (key,) in self._all(order, self.generation.number):
            yield self._document(key)

    def documents_from(self, first: int, most: int) -> list[Document]:
        """At most `most` documents by `doc_id`, from the one in place `first` (0 the first)."""
        order = (
            f"SELECT id FROM documents WHERE id IN ({SERVED}) ORDER BY doc_id LIMIT ?2 OFFSET ?3"
        )
        found = self._all(order, self.generation.number, most, first)
        return [self._document(key) for (key,) in found]

    def newest_document(self) -> Document | None:
        """The document of the latest date; None if there are none."""
        order = (
            f"SELECT id FROM documents WHERE id IN ({SERVED})"
            " ORDER BY date IS NULL, date DESC, doc_id LIMIT 1"
        )
        found = self._all(order, self.generation.number)
        return self._document(found[0][0]) if found else None

    def document(self, doc_id: str) -> Document | None:
        """The document of that name, or None."""
        found = self._all(
            f"SELECT id FROM documents WHERE doc_id = ?2 AND id IN ({SERVED})",
            self.generation.number,
            doc_id,
        )
        return self._document(found[0][0]) if found else None

    def passages(self, doc_id: str) -> list[Passage]:
        """The document's passages as they were stored, in order; none if it is not there."""
        found = self._all(
            "SELECT row FROM passages JOIN documents ON documents.id = document"
            f" WHERE doc_id = ?2 AND document IN ({SERVED}) ORDER BY row",
            self.generation.number,
            doc_id,
        )
        return [self.passage(row) for (row,) in found]

    def number_of(self, document: Document) -> int | None:
        """The number that names this very text in the library, or None if it is not in it."""
        found = self._all(
            f"SELECT id FROM documents WHERE doc_id = ?2 AND id IN ({SERVED})",
            self.generation.number,
            document.doc_id,
        )
        return int(found[0][0]) if found else None

    def numbered(self, number: int) -> Document | None:
        """The document that `number_of` gave the number for, or None."""
        found = self._all(
            f"SELECT id FROM documents WHERE id = ?2 AND id IN ({SERVED})",
            self.generation.number,
            number,
        )
        return self._document(found[0][0]) if found else None

    def rows(self) -> Rows:
        """The rows of all passages, rising."""
        with self._lock, explained(self.folder):
            found = self._connection.execute(
                f"SELECT row FROM passages WHERE document IN ({SERVED}) ORDER BY row",
                (self.generation.number,),
            )
            return np.fromiter((row for (row,) in found), dtype=np.int64)

    def passage(self, row: int) -> Passage:
        """The passage of a row that `rows` or a search gave; raises KeyError for another."""
        document, start, stop, heading, sentences = self._one(
            "SELECT document, start, stop, heading, sentences FROM passages WHERE row = ?", row
        )
        spans = np.frombuffer(sentences, dtype="<i4").reshape(-1, 2).tolist()
        return Passage(
            self._document(document),
            Span(start, stop),
            heading,
            tuple(Span(first, last) for first, last in spans),
        )

    def vectors(self, row: int) -> PassageVectors:
        """The vectors of a row that `rows` or a search gave; raises KeyError for another."""
        return self.vectors_of([row])[row]

    def vectors_of(self, rows: Sequence[int]) -> dict[int, PassageVectors]:
        """`vectors` of each of the rows: together they take half the time."""
        query = (
            "SELECT row, whole, packed FROM passages JOIN vectors ON vectors.id = vector"
            " JOIN sentence_vectors ON sentence_vectors.id = vector WHERE row IN"
        )
        found: dict[int, PassageVectors] = {}
        for start in range(0, len(rows), TOGETHER):
            some = rows[start : start + TOGETHER]
            for row, *packed in self._all(f"{query} ({', '.join('?' * len(some))})", *some):
                whole, sentences = (np.frombuffer(one, "<f2").astype(np.float32) for one in packed)
                found[row] = PassageVectors(
                    whole, sentences.reshape(-1, self.generation.dimension)
                )
        return found

    def wholes(self, rows: Rows) -> Vectors:
        """The vectors of whole passages, one for each of `rows`, which rise."""
        vectors = np.empty((len(rows), self.generation.dimension), dtype=np.float32)
        with self._lock, explained(self.folder):
            found = list(self._packed(rows))
        if len(found) != len(rows) or None in found:
            raise LibraryError("passages have lost their vectors: `build` into another folder")
        for place, whole in enumerate(found):
            vectors[place] = np.frombuffer(whole, dtype="<f2")
        return vectors

    def _packed(self, rows: Rows) -> Iterator[bytes]:
        query = "SELECT row, whole FROM passages JOIN vectors ON vectors.id = vector WHERE row"
        for start in range(0, len(rows), TOGETHER):
            some = rows[start : start + TOGETHER].tolist()
            if some[-1] - some[0] < 4 * len(some):
                wanted = set(some)
                near = self._connection.execute(
                    f"{query} BETWEEN ? AND ? ORDER BY row", (some[0], some[-1])
                )
                yield from (whole for row, whole in near if row in wanted)
            else:
                marks = ", ".join("?" * len(some))
                far = self._connection.execute(f"{query} IN ({marks}) ORDER BY row", some)
                yield from (whole for _, whole in far)

    def _document(self, key: int) -> Document:
        with self._lock:
            if key in self._documents:
                self._documents.move_to_end(key)
                return self._documents[key]
        document = Document(*self._one(f"SELECT {_FIELDS} FROM documents WHERE id = ?", key))
        with self._lock:
            if key not in self._documents:
                self._documents[key] = document
                self._cached += len(document.text)
            while self._cached > CACHED:
                self._cached -= len(self._documents.popitem(last=False)[1].text)
        return document

    def _one(self, query: str, key: int) -> tuple[Any, ...]:
        found = self._all(query, key)
        if not found:
            raise KeyError(key)
        row: tuple[Any, ...] = found[0]
        return row

    def _all(self, query: str, *values: int | str) -> list[Any]:
        with self._lock, explained(self.folder):
            return self._connection.execute(query, values).fetchall()


def _close(connection: sqlite3.Connection, lease: sqlite3.Connection | None) -> None:
    connection.close()
    if lease:
        lease.close()


def _lease(folder: Path, number: int) -> sqlite3.Connection | None:
    """A shared lock on the generation; None where even that cannot be written."""
    try:
        return locks.shared(folder / LEASES / str(number))
    except sqlite3.OperationalError:
        return None


def _nothing(folder: Path, number: int | None) -> LibraryError:
    if number is None:
        return LibraryNotFound(
            f"nothing has been built in {folder} yet: `python -m index build --library {folder}"
            " FILES`"
        )
    return LibraryError(f"there is no generation {number}: `python -m index info` lists them")
