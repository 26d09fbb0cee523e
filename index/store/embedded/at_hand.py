"""Vectors and terms of passages, those lately read from memory, if they are what was put in."""

import sqlite3
from collections.abc import Mapping
from sys import intern

import numpy as np
from cachetools import LRUCache

from index.encoding import PassageVectors, Vectors
from index.store.embedded import vectors
from index.store.embedded.damage import Damage
from index.store.interface import Rows
from index.text import Passage, passage_terms

# Bytes of vectors and terms kept at hand: of some 800 passages. A passage that is read for one
# question is often found for the next; to read it again takes 0.2 ms.
ROOM = 10_000_000
# So many rows at most are looked for there when vectors of wholes are asked for.
FEW = 100

Known = tuple[PassageVectors, list[str]]
"""Of a passage: its vectors, its terms."""


class AtHand:
    """Reads by one connection, and tells `damage` what is damaged; for one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, dimension: int, damage: Damage) -> None:
        self._connection = connection
        self._dimension = dimension
        self._damage = damage
        self._known: LRUCache[int, Known] = LRUCache(ROOM, getsizeof=_size)

    def of(self, passages: Mapping[int, Passage]) -> dict[int, Known]:
        """Vectors and terms of passages by their rows; of those that are damaged none."""
        known = {row: self._known[row] for row in passages if row in self._known}
        absent = [row for row in passages if row not in known]
        found = vectors.of_passages(self._connection, absent, self._dimension)
        self._damage.note_passages([row for row in absent if row not in found])
        for row, vector in found.items():
            terms = [intern(term) for term in passage_terms(passages[row])]
            one = vector, terms
            known[row] = one
            if _size(one) <= ROOM:
                self._known[row] = one
        return known

    def wholes(self, rows: Rows) -> Vectors:
        """The vectors of whole passages, one for each of `rows`, which rise; zeros for none."""
        known = self._wholes(rows)
        absent = np.array([row not in known for row in rows.tolist()], dtype=np.bool_)
        found = np.zeros((len(rows), self._dimension), dtype=np.float32)
        for place in np.flatnonzero(~absent).tolist():
            found[place] = known[int(rows[place])]
        found[absent], lost = vectors.wholes(self._connection, rows[absent], self._dimension)
        self._damage.note_passages(lost.tolist())
        return found

    def _wholes(self, rows: Rows) -> dict[int, Vectors]:
        if len(rows) > FEW:
            return {}
        return {row: self._known[row][0].whole for row in rows.tolist() if row in self._known}


def _size(known: Known) -> int:
    """Bytes, about: terms are shared between passages."""
    found, terms = known
    return found.whole.nbytes + found.sentences.nbytes + 8 * len(terms) + 500
