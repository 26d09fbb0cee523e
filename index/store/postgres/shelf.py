"""Documents, passages and vectors out of the database, if they are what was put in."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from cachetools import LRUCache

from index.encoding import PassageVectors, Vectors
from index.store import seals
from index.store.packing import document_of, passage_of
from index.store.postgres import halfvec
from index.store.rounding import BITS, restored
from index.store.seals import seal_of
from index.text import Document, Passage

# Code points of documents kept at hand; all the passages a question needs fit many times.
CACHED = 4_000_000
_DOCUMENT = ", ".join(seals.DOCUMENT)
_PASSAGE = ", ".join(seals.PASSAGE)
DOCUMENTS = f"SELECT id, seal, {_DOCUMENT} FROM documents WHERE id = ANY(%s)"
PASSAGES = f"SELECT row, seal, {_PASSAGE} FROM passages WHERE row = ANY(%s) ORDER BY row"
_OF_PASSAGE = ", ".join(f"passages.{name}" for name in seals.PASSAGE)
EVIDENCE = f"""
SELECT row, passages.seal, {_OF_PASSAGE}, terms, vectors.seal, whole, sentences_seal,
       rounded, vectors.sentences
FROM passages LEFT JOIN vectors ON vectors.id = vector WHERE row = ANY(%(rows)s)
"""
# Rows asked for in one query.
TOGETHER = 1_000

Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
"""Gives the rows of a query, in binary."""
Note = Callable[[Iterable[int]], None]
"""Is told the keys of documents, or the rows of passages, that are damaged."""


class Shelf:
    """Documents and passages by their keys, documents lately used from memory.

    What is damaged is left out, and `note` told of the keys. Any number of threads may use it.
    """

    def __init__(
        self,
        ask: Ask,
        note_documents: Note = lambda keys: None,
        note_passages: Note = lambda rows: None,
    ) -> None:
        self._ask = ask
        self._note_documents, self._note_passages = note_documents, note_passages
        self._documents: LRUCache[int, Document] = LRUCache(CACHED, getsizeof=_size)
        self._lock = threading.Lock()

    def documents(self, keys: Iterable[int]) -> dict[int, Document]:
        """The documents of these keys, in their order, but for those that are damaged."""
        wanted = list(dict.fromkeys(keys))
        with self._lock:
            found = {key: self._documents[key] for key in wanted if key in self._documents}
        absent = [key for key in wanted if key not in found]
        for some in together(absent):
            for key, seal, digest, *fields in self._ask(DOCUMENTS, (some,)):
                if seal_of(digest.bytes, *fields) == seal:
                    found[key] = document_of(*fields)
        with self._lock:
            for key in absent:
                if key in found and _size(found[key]) <= CACHED:
                    self._documents[key] = found[key]
        self._tell(self._note_documents, [key for key in wanted if key not in found])
        return {key: found[key] for key in wanted if key in found}

    def passages(self, rows: Sequence[int]) -> dict[int, Passage]:
        """The passages of these rows, in their order, but for those that are damaged."""
        stored = [one for some in together(rows) for one in self._ask(PASSAGES, (list(some),))]
        whole = {row: values for row, seal, *values in stored if is_whole(seal, values)}
        return self.of_columns(rows, whole)

    def of_columns(
        self, rows: Sequence[int], whole: Mapping[int, Sequence[Any]]
    ) -> dict[int, Passage]:
        """The passages of rows by those of their columns that are whole, in their order."""
        self._tell(self._note_passages, [row for row in rows if row not in whole])
        documents = self.documents(document for document, *_ in whole.values())
        return {
            row: passage_of(documents[whole[row][0]], *whole[row][1:5])
            for row in rows
            if row in whole and whole[row][0] in documents
        }

    def _tell(self, note: Note, damaged: list[int]) -> None:
        if damaged:
            note(damaged)


def is_whole(seal: bytes, values: Sequence[Any]) -> bool:
    """Whether the columns of a passage are what they were sealed as."""
    *own, vector, words = values
    return seal_of(*own, vector.bytes, words) == seal


def vectors_of(vector: Any, columns: Sequence[Any], dimension: int) -> PassageVectors | None:
    """The vectors of the last columns of `EVIDENCE`; None if they are lost or damaged."""
    seal, whole, *sentences = columns
    if seal is None:
        return None
    try:
        found = PassageVectors(
            halfvec.unpacked(whole), _of_sentences(vector.bytes, sentences, dimension)
        )
    except ValueError:
        return None
    return found if seal_of(vector.bytes, halfvec.sealed(found.whole)) == seal else None


def _of_sentences(name: bytes, columns: Sequence[Any], dimension: int) -> Vectors:
    """Those in 8 bits, or in the 16 of an older version; ValueError where they are damaged."""
    seal, packed, old = columns
    if packed is not None:
        found = restored(np.frombuffer(packed, dtype=np.int8).reshape(-1, dimension))
        whole = seal_of(name, packed, BITS) == seal
    else:
        found = halfvec.unpacked_all(old or b"", dimension)
        whole = seal_of(name, halfvec.sealed(found)) == seal
    if not whole:
        raise ValueError("not the vectors that were put in")
    return found


def together(keys: Sequence[int]) -> Iterable[list[int]]:
    """The keys, as many at a time as are asked for in one query."""
    for start in range(0, len(keys), TOGETHER):
        yield list(keys[start : start + TOGETHER])


def _size(document: Document) -> int:
    return len(document.text)
