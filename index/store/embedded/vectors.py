"""Vectors out of the database, if they are what was put in.

Those of sentences are of 8 bits a number, or of 16 where an older version put them in.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from index.encoding import PassageVectors, Vectors
from index.store import fingerprints
from index.store.embedded.batches import is_damage, readable, together
from index.store.interface import EncoderId, Rows
from index.store.rounding import BITS, restored
from index.store.seals import seal_of
from index.text import Passage

# Of vectors of sentences that an older version put in.
_OLD_BITS = 16
_WHOLES = (
    "SELECT row, whole, vectors.seal, hash FROM passages JOIN vectors ON vectors.id = vector"
    " WHERE row"
)
_ALL = (
    "SELECT row, whole, vectors.seal, packed, bits, sentence_vectors.seal, vectors.hash"
    " FROM passages JOIN vectors ON vectors.id = vector"
    " JOIN sentence_vectors ON sentence_vectors.id = vector"
    " WHERE row"
)


def of_passages(
    connection: sqlite3.Connection, rows: Sequence[int], dimension: int
) -> dict[int, PassageVectors]:
    """The vectors of these rows, but for those that are lost or damaged."""
    wholes: dict[int, Vectors] = {}
    packed: list[tuple[bytes, int]] = []
    for row, whole, seal, *sentences, sentences_seal, digest in readable(connection, _ALL, rows):
        if seal_of(digest, whole) == seal and seal_of_sentences(digest, *sentences) == (
            sentences_seal
        ):
            wholes[row] = _floats(whole)
            packed.append((sentences[0], sentences[1]))
    sentences_of = _sentences(packed, dimension)
    return {
        row: PassageVectors(whole, sentences)
        for (row, whole), sentences in zip(wholes.items(), sentences_of, strict=True)
    }


def seal_of_sentences(digest: bytes, packed: bytes, bits: int) -> bytes:
    """The seal of what is stored of a passage's sentences."""
    return seal_of(digest, packed) if bits == _OLD_BITS else seal_of(digest, packed, bits)


def _sentences(packed: Sequence[tuple[bytes, int]], dimension: int) -> list[Vectors]:
    """The unit vectors of each passage's sentences; those of 8 bits all at once."""
    small = [one for one, bits in packed if bits == BITS]
    rows = restored(np.frombuffer(b"".join(small), dtype=np.int8).reshape(-1, dimension))
    counts = [len(one) // dimension for one in small]
    parts = iter(np.split(rows, np.cumsum(counts[:-1], dtype=int)))
    return [
        next(parts) if bits == BITS else _floats(one).reshape(-1, dimension)
        for one, bits in packed
    ]


def are_of(
    connection: sqlite3.Connection, passages: Mapping[int, Passage], encoder: EncoderId
) -> bool:
    """Whether each of the passages, by their rows, has the place of vectors that is its text's."""
    query = "SELECT row, hash FROM passages JOIN vectors ON vectors.id = vector WHERE row"
    noted = dict(readable(connection, query, list(passages)))
    return noted.keys() == passages.keys() and all(
        fingerprints.are_of(noted[row], encoder, one) for row, one in passages.items()
    )


def wholes(connection: sqlite3.Connection, rows: Rows, dimension: int) -> tuple[Vectors, Rows]:
    """One vector a row, which rise, and the rows whose own is lost or damaged: it is all zeros."""
    vectors = np.zeros((len(rows), dimension), dtype=np.float32)
    lost = np.ones(len(rows), dtype=np.bool_)
    for row, whole, seal, digest in _packed(connection, rows):
        if seal_of(digest, whole) == seal:
            place = int(np.searchsorted(rows, row))
            vectors[place] = np.frombuffer(whole, dtype="<f2")
            lost[place] = False
    return vectors, rows[lost]


def _packed(
    connection: sqlite3.Connection, rows: Rows
) -> Iterator[tuple[int, bytes, bytes, bytes]]:
    for some in together(rows.tolist()):
        yield from _near(connection, some) or readable(connection, _WHOLES, some)


def _near(
    connection: sqlite3.Connection, rows: Sequence[int]
) -> list[tuple[int, bytes, bytes, bytes]]:
    """Rows that lie close together, by one walk, which is quicker; none where that is not so."""
    if rows[-1] - rows[0] >= 4 * len(rows):
        return []
    query = f"{_WHOLES} BETWEEN ? AND ? ORDER BY row"
    wanted = set(rows)
    try:
        found = connection.execute(query, (rows[0], rows[-1])).fetchall()
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return []
        raise
    return [one for one in found if one[0] in wanted]


def _floats(packed: bytes) -> Vectors:
    return np.frombuffer(packed, dtype="<f2").astype(np.float32)
