"""Documents, passages, words and vectors into the database, each once.

What is already there is used again, if it is what it was; where it is damaged, it is written anew.
Where a document was read from is no part of what it is: that is noted as it is now.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from index.encoding import PassageVectors
from index.store import fingerprints, seals
from index.store.embedded import bm25, vectors
from index.store.embedded.batches import marks, together
from index.store.embedded.sealing import sealed
from index.store.embedded.shelf import Shelf
from index.store.interface import EncoderId
from index.store.packing import packed_blocks, packed_spans
from index.store.rounding import BITS, rounded
from index.store.seals import seal_of
from index.text import Document, Passage, search_text, terms_of

_DOCUMENT = ", ".join((*seals.DOCUMENT, "seal"))
_PASSAGE = ", ".join((*seals.PASSAGE, "seal"))


class Storing:
    """Writes for one draft, with the connection of its writer; commits nothing."""

    def __init__(self, connection: sqlite3.Connection, shelf: Shelf, encoder: EncoderId) -> None:
        self._connection = connection
        self._shelf = shelf
        self._encoder = encoder
        self._words: list[tuple[int, Sequence[str]]] = []

    def document(self, document: Document, passages: Sequence[Passage]) -> int:
        """The key of the document, stored now unless it is there and whole.

        Its words are stored with those of the others, by `words`.
        """
        digest = fingerprints.of_document(self._encoder, document, passages)
        found = self._connection.execute(
            "SELECT id FROM documents WHERE hash = ?", (digest,)
        ).fetchone()
        if found and self._is_whole(found[0], document, passages):
            self._note_origin(found[0], document.origin)
            return int(found[0])
        key = self._write(found[0] if found else None, digest, document)
        words_are_whole = self._forget_passages(key) if found else True
        words = [terms_of(search_text(passage)) for passage in passages]
        rows = [self._passage(key, *one) for one in zip(passages, words, strict=True)]
        if words_are_whole:
            self._words += zip(rows, words, strict=True)
        else:
            self._words.clear()
            renew_words(self._connection, self._shelf)
        return key

    def words(self) -> None:
        """Make what was stored since the last time findable by its words."""
        bm25.add(self._connection, self._words)
        self._words.clear()

    def vectors(self, found: Mapping[int, PassageVectors]) -> None:
        """The vectors of passages by their rows, and of all of equal text."""
        wholes, sentences = [], []
        for some in together(list(found)):
            for row, key, digest in self._connection.execute(
                "SELECT row, vectors.id, hash FROM passages JOIN vectors ON vectors.id = vector"
                f" WHERE row IN ({marks(some)})",
                some,
            ):
                whole = found[row].whole.astype("<f2").tobytes()
                wholes.append((whole, seal_of(digest, whole), key))
                packed = rounded(found[row].sentences).tobytes()
                seal = vectors.seal_of_sentences(digest, packed, BITS)
                sentences.append((key, packed, BITS, seal))
        self._connection.executemany(
            "INSERT OR REPLACE INTO sentence_vectors (id, packed, bits, seal) VALUES (?, ?, ?, ?)",
            sorted(sentences),
        )
        self._connection.executemany("UPDATE vectors SET whole = ?, seal = ? WHERE id = ?", wholes)

    def _is_whole(self, key: int, document: Document, passages: Sequence[Passage]) -> bool:
        """Whether what is stored is what is to be stored, with its passages and words."""
        rows = rows_of(self._connection, key)
        stored = self._shelf.passages(rows)
        return (
            self._shelf.documents([key]).get(key) == document
            and list(stored.values()) == list(passages)
            and vectors.are_of(self._connection, stored, self._encoder)
            and len(bm25.stored_terms(self._connection, rows)) == len(rows)
        )

    def _note_origin(self, key: int, origin: str | None) -> None:
        """Of a document that says what it said, where it was read from this time."""
        columns = ", ".join(seals.DOCUMENT)
        query = f"SELECT {columns} FROM documents WHERE id = ? AND origin IS NOT ?"
        for *own, _ in self._connection.execute(query, (key, origin)).fetchall():
            self._connection.execute(
                "UPDATE documents SET origin = ?, seal = ? WHERE id = ?",
                (origin, seal_of(*own, origin), key),
            )

    def _write(self, key: int | None, digest: bytes, document: Document) -> int:
        """The document's own row, in place of the one it had."""
        values = (
            digest,
            *fingerprints.plain(document),
            packed_blocks(document.blocks),
            json.dumps(document.left_out),
            document.origin,
        )
        written = self._connection.execute(
            f"INSERT OR REPLACE INTO documents (id, {_DOCUMENT})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (key, *values, seal_of(*values)),
        ).lastrowid
        assert written is not None
        return written

    def _forget_passages(self, key: int) -> bool:
        """Delete what the document had; whether its words could be taken out, too."""
        rows = rows_of(self._connection, key)
        whole = len(bm25.stored_terms(self._connection, rows)) == len(rows)
        if whole:
            bm25.remove(self._connection, rows)
        self._connection.execute("DELETE FROM passages WHERE document = ?", (key,))
        return whole

    def _passage(self, document: int, passage: Passage, words: Sequence[str]) -> int:
        digest = fingerprints.of_vectors(self._encoder, passage)
        values = (
            document,
            passage.span.start,
            passage.span.end,
            passage.heading,
            packed_spans(passage.sentences),
            self._place_of_vectors(digest),
            bm25.seal(words),
        )
        row = self._connection.execute(
            f"INSERT INTO passages ({_PASSAGE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, seal_of(*values)),
        ).lastrowid
        assert row is not None
        return row

    def _place_of_vectors(self, digest: bytes) -> int:
        """The key of a text's vectors, which may be there or are still to come."""
        made = self._connection.execute(
            "INSERT INTO vectors (hash) VALUES (?) ON CONFLICT DO NOTHING", (digest,)
        )
        if made.rowcount == 1 and made.lastrowid is not None:
            return made.lastrowid
        (key,) = self._connection.execute(
            "SELECT id FROM vectors WHERE hash = ?", (digest,)
        ).fetchone()
        return int(key)


def renew_words(connection: sqlite3.Connection, shelf: Shelf) -> None:
    """Write the words of all passages anew, from their texts; takes 0.3 ms a passage."""
    bm25.renew(connection)
    rows = [row for (row,) in connection.execute("SELECT row FROM passages ORDER BY row")]
    for some in together(rows):
        found = [(row, terms_of(search_text(one))) for row, one in shelf.passages(some).items()]
        bm25.add(connection, found)
        changed = [(words, row, words) for row, terms in found for words in (bm25.seal(terms),)]
        connection.executemany(
            "UPDATE passages SET words = ? WHERE row = ? AND words != ?", changed
        )
        connection.executemany(
            f"UPDATE passages SET seal = {sealed(seals.PASSAGE)} WHERE row = ?",
            [(row,) for row, _ in found],
        )


def rows_of(connection: sqlite3.Connection, document: int) -> list[int]:
    """The rows of a document's passages, in order."""
    found = connection.execute(
        "SELECT row FROM passages WHERE document = ? ORDER BY row", (document,)
    )
    return [row for (row,) in found]
