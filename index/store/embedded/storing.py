"""Documents, passages, words and vectors into the database, each once.

What is already there is used again, if it is what it was; where it is damaged, it is written anew.
Where a document was read from is no part of what it is, nor whether what was left out of it is
stored in words: both are noted as they are now.
"""

import sqlite3
from collections.abc import Mapping, Sequence

from index.encoding import PassageVectors
from index.store import fingerprints, seals
from index.store.embedded import bm25, vectors
from index.store.embedded.batches import marks, together
from index.store.embedded.sealing import sealed
from index.store.embedded.shelf import Shelf
from index.store.interface import EncoderId
from index.store.packing import packed_blocks, packed_left_out, packed_spans
from index.store.rounding import BITS
from index.store.seals import seal_of
from index.text import Document, Passage, passage_terms

_DOCUMENT = ", ".join((*seals.DOCUMENT, "seal"))
_PASSAGE = ", ".join((*seals.PASSAGE, "seal"))


class Storing:
    """Writes for one draft, with the connection of its writer; commits nothing."""

    def __init__(self, connection: sqlite3.Connection, shelf: Shelf, encoder: EncoderId) -> None:
        self._connection = connection
        self._shelf = shelf
        self._encoder = encoder
        self._unindexed: list[tuple[int, Sequence[str]]] = []

    def document(self, document: Document, passages: Sequence[Passage]) -> int:
        """The key of the document, stored now unless it is there and whole.

        Its terms are stored with those of the others, by `terms`.
        """
        digest = fingerprints.of_document(self._encoder, document, passages)
        found = self._connection.execute(
            "SELECT id FROM documents WHERE hash = ?", (digest,)
        ).fetchone()
        if found and self._is_whole(found[0], digest):
            self._note(found[0], document)
            return int(found[0])
        key = self._write(found[0] if found else None, digest, document)
        terms = [passage_terms(passage) for passage in passages]
        terms_are_whole = self._forget_passages(key, terms) if found else True
        rows = [self._passage(key, *one) for one in zip(passages, terms, strict=True)]
        if terms_are_whole:
            self._unindexed += zip(rows, terms, strict=True)
        else:
            self._unindexed.clear()
            renew_words(self._connection, self._shelf)
        return key

    def terms(self) -> None:
        """Make what was stored since the last time findable by its terms."""
        bm25.add(self._connection, self._unindexed)
        self._unindexed.clear()

    def vectors(self, found: Mapping[int, PassageVectors]) -> None:
        """The vectors of passages by their rows, and of all of equal text."""
        encoded = vectors.encoded(found)
        wholes, sentences = [], []
        for some in together(list(found)):
            for row, key, digest in self._connection.execute(
                "SELECT row, vectors.id, hash FROM passages JOIN vectors ON vectors.id = vector"
                f" WHERE row IN ({marks(some)})",
                some,
            ):
                whole, parts = encoded[row]
                wholes.append((whole, seal_of(digest, whole), key))
                seal = vectors.seal_of_sentences(digest, parts, BITS)
                sentences.append((key, parts, BITS, seal))
        self._connection.executemany(
            "INSERT OR REPLACE INTO sentence_vectors (id, packed, bits, seal) VALUES (?, ?, ?, ?)",
            sorted(sentences),
        )
        self._connection.executemany("UPDATE vectors SET whole = ?, seal = ? WHERE id = ?", wholes)

    def _is_whole(self, key: int, digest: bytes) -> bool:
        """Whether what is stored is what has this fingerprint, with its passages and terms."""
        rows = rows_of(self._connection, key)
        stored = self._shelf.passages(rows)
        document = self._shelf.documents([key]).get(key)
        return (
            document is not None
            and fingerprints.of_document(self._encoder, document, [*stored.values()]) == digest
            and vectors.are_of(self._connection, stored, self._encoder)
            and bm25.has(
                self._connection, [(row, passage_terms(one)) for row, one in stored.items()]
            )
        )

    def _note(self, key: int, document: Document) -> None:
        """Of a document that says what it said, where it was read from this time.

        And what was left out of it, which an older version stored in words.
        """
        columns = ", ".join(seals.DOCUMENT)
        now = (packed_left_out(document.left_out), document.origin)
        query = (
            f"SELECT {columns} FROM documents WHERE id = ? AND (left_out, origin) IS NOT (?, ?)"
        )
        for *own, _, _ in self._connection.execute(query, (key, *now)).fetchall():
            self._connection.execute(
                "UPDATE documents SET left_out = ?, origin = ?, seal = ? WHERE id = ?",
                (*now, seal_of(*own, *now), key),
            )

    def _write(self, key: int | None, digest: bytes, document: Document) -> int:
        """The document's own row, in place of the one it had."""
        values = (
            digest,
            *fingerprints.plain(document),
            packed_blocks(document.blocks),
            packed_left_out(document.left_out),
            document.origin,
        )
        written = self._connection.execute(
            f"INSERT OR REPLACE INTO documents (id, {_DOCUMENT})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (key, *values, seal_of(*values)),
        ).lastrowid
        assert written is not None
        return written

    def _forget_passages(self, key: int, terms: Sequence[Sequence[str]]) -> bool:
        """Delete the passages that the document had, of these terms; whether those were it."""
        rows = rows_of(self._connection, key)
        same = len(rows) == len(terms)
        whole = same and bm25.remove(self._connection, list(zip(rows, terms, strict=True)))
        self._connection.execute("DELETE FROM passages WHERE document = ?", (key,))
        return whole

    def _passage(self, document: int, passage: Passage, terms: Sequence[str]) -> int:
        digest = fingerprints.of_vectors(self._encoder, passage)
        values = (
            document,
            passage.span.start,
            passage.span.end,
            passage.heading,
            packed_spans(passage.sentences),
            self._place_of_vectors(digest),
            bm25.seal(terms),
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


def forget_words(connection: sqlite3.Connection, shelf: Shelf, rows: Sequence[int]) -> bool:
    """Take passages out of the index of words; False if their texts are not what was put in."""
    found = [(row, passage_terms(one)) for row, one in shelf.passages(rows).items()]
    return len(found) == len(rows) and bm25.remove(connection, found)


def renew_words(connection: sqlite3.Connection, shelf: Shelf) -> None:
    """Write the words of all passages anew, from their texts; takes 0.3 ms a passage."""
    bm25.renew(connection)
    rows = [row for (row,) in connection.execute("SELECT row FROM passages ORDER BY row")]
    for some in together(rows):
        found = [(row, passage_terms(one)) for row, one in shelf.passages(some).items()]
        bm25.add(connection, found)
        connection.executemany(
            "UPDATE passages SET words = ?1 WHERE row = ?2 AND words != ?1",
            [(bm25.seal(terms), row) for row, terms in found],
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
