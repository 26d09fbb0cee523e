"""Vectors out of the database, if they are what was put in.

They are of 8 bits a number, or of 16 where an older version put them in.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from index.encoding import PassageVectors, Vectors
from index.store import fingerprints
from index.store.embedded.batches import is_damage, readable, together
from index.store.interface import EncoderId, Rows
from index.store.rounding import BITS, restored, rounded
from index.store.seals import seal_of
from index.text import Passage

# Of vectors that an older version put in.
_OLD_BITS = 16
_SELECT_WHOLES = (
    "SELECT row, whole, vectors.seal, hash FROM passages JOIN vectors ON vectors.id = vector"
    " WHERE row"
)
_SELECT_ALL = (
    "SELECT row, whole, vectors.seal, packed, bits, sentence_vectors.seal, vectors.hash"
    " FROM passages JOIN vectors ON vectors.id = vector"
    " JOIN sentence_vectors ON sentence_vectors.id = vector"
    " WHERE row"
)


def of_passages(
    connection: sqlite3.Connection, rows: Sequence[int], dimension: int
) -> dict[int, PassageVectors]:
    """The vectors of these rows, but for those that are lost or damaged."""
    whole_of: dict[int, bytes] = {}
    of_sentences: list[tuple[bytes, int]] = []
    for row, whole, seal, data, bits, sentences_seal, digest in readable(
        connection, _SELECT_ALL, rows
    ):
        if seal_of(digest, whole) == seal and (
            seal_of_sentences(digest, data, bits) == sentences_seal
        ):
            whole_of[row] = whole
            of_sentences.append((data, bits))
    first = _decoded(_with_bits(list(whole_of.values()), dimension), dimension)
    others = _decoded(of_sentences, dimension)
    return {
        row: PassageVectors(whole[0], sentences)
        for row, whole, sentences in zip(whole_of, first, others, strict=True)
    }


def encoded(found: Mapping[int, PassageVectors]) -> dict[int, tuple[bytes, bytes]]:
    """Of each passage the vector and those of its sentences as they are stored, by its row."""
    if not found:
        return {}
    stacked = rounded(np.stack([one.whole for one in found.values()]))
    sentences = rounded(np.concatenate([one.sentences for one in found.values()]))
    ends = np.cumsum([len(one.sentences) for one in found.values()]).tolist()
    return {
        row: (whole.tobytes(), sentences[start:end].tobytes())
        for row, whole, start, end in zip(found, stacked, [0, *ends], ends, strict=False)
    }


def seal_of_sentences(digest: bytes, stored: bytes, bits: int) -> bytes:
    """The seal of what is stored of a passage's sentences."""
    return seal_of(digest, stored) if bits == _OLD_BITS else seal_of(digest, stored, bits)


def _with_bits(stored: Sequence[bytes], dimension: int) -> list[tuple[bytes, int]]:
    """Vectors of whole passages, each with the bits of its numbers, which its length tells."""
    return [(one, BITS if len(one) == dimension else _OLD_BITS) for one in stored]


def _decoded(stored: Sequence[tuple[bytes, int]], dimension: int) -> list[Vectors]:
    """The unit vectors of each passage or of its sentences; those of 8 bits all at once."""
    small = [one for one, bits in stored if bits == BITS]
    rows = restored(np.frombuffer(b"".join(small), dtype=np.int8).reshape(-1, dimension))
    counts = [len(one) // dimension for one in small]
    parts = iter(np.split(rows, np.cumsum(counts[:-1], dtype=int)))
    return [
        next(parts) if bits == BITS else _floats(one).reshape(-1, dimension)
        for one, bits in stored
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
    for some in together(rows.tolist()):
        sound = {
            row: whole
            for row, whole, seal, digest in _stored_rows(connection, some)
            if seal_of(digest, whole) == seal
        }
        if sound:
            places = np.searchsorted(rows, list(sound))
            found = _decoded(_with_bits(list(sound.values()), dimension), dimension)
            vectors[places] = np.concatenate(found)
            lost[places] = False
    return vectors, rows[lost]


def _stored_rows(
    connection: sqlite3.Connection, rows: Sequence[int]
) -> Iterable[tuple[int, bytes, bytes, bytes]]:
    return _near(connection, rows) or readable(connection, _SELECT_WHOLES, rows)


def _near(
    connection: sqlite3.Connection, rows: Sequence[int]
) -> list[tuple[int, bytes, bytes, bytes]]:
    """Rows that lie close together, by one walk, which is quicker; none where that is not so."""
    if rows[-1] - rows[0] >= 4 * len(rows):
        return []
    query = f"{_SELECT_WHOLES} BETWEEN ? AND ? ORDER BY row"
    wanted = set(rows)
    try:
        found = connection.execute(query, (rows[0], rows[-1])).fetchall()
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return []
        raise
    return [one for one in found if one[0] in wanted]


def _floats(stored: bytes) -> Vectors:
    return np.frombuffer(stored, dtype="<f2").astype(np.float32)
