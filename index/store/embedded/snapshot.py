"""The snapshot of a generation: a FAISS file, derived from the stored vectors.

A generation starts from an older one's file while it differs in few passages: those added are
compared one by one, those removed are passed over. A file that is missing or broken is built
again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np

from index.encoding import Vectors
from index.store.embedded import faiss_file, faiss_index
from index.store.embedded.faiss_file import Stamp
from index.store.embedded.faiss_index import SPARE, Mapped, VectorIndex
from index.store.embedded.sealed_files import UnusableFile
from index.store.interface import EncoderId, Rows

logger = logging.getLogger(__name__)

SNAPSHOTS = "snapshots"
# From so many passages of difference on, or such a share, a generation gets a file of its own.
STALE_LEAST = 1_000
STALE_SHARE = 0.05

Read = Callable[[Rows], Vectors]
"""The stored vectors of rows, which rise: shape (rows, dimension); zeros for a damaged one."""


@dataclass(frozen=True, slots=True)
class Files:
    """The FAISS files of a library: where they are, and what each must be of."""

    library: Path
    library_id: str
    encoder: EncoderId

    def build(self, number: int, rows: Rows, read: Read) -> VectorIndex:
        """Build and write a generation's own file; raises OSError if it cannot be written."""
        index = faiss_index.build(rows, self.encoder.dimension, read)
        faiss_file.write(index, *self._file(number))
        return index

    def read(self, number: int | None) -> VectorIndex:
        """A generation's file, opened; raises UnusableFile if it is not whole, or none."""
        if number is None:
            raise UnusableFile("none was written")
        return faiss_file.read(*self._file(number))

    def usable(self, number: int, base: int | None) -> VectorIndex:
        """The generation's own file or its base's; raises UnusableFile if neither is whole."""
        try:
            return self.read(number)
        except UnusableFile:
            return self.read(base)

    def opened(self, number: int, base: int | None, rows: Rows, read: Read) -> VectorIndex:
        """The generation's own file or that of its `base`; else built, in memory if need be.

        One that the process has open is not read again.
        """
        for one in (number, base):
            if one is not None and (known := faiss_file.known(*self._file(one))):
                return known
        try:
            return self.usable(number, base)
        except UnusableFile as error:
            logger.warning("building the snapshot again: %s", error)
        try:
            return self.build(number, rows, read)
        except OSError as error:
            logger.warning("the snapshot is in memory only: %s", error)
            return faiss_index.build(rows, self.encoder.dimension, read)

    def _file(self, number: int) -> tuple[Path, Stamp]:
        name, revision, dimension = (
            self.encoder.name,
            self.encoder.revision,
            self.encoder.dimension,
        )
        stamp = Stamp(self.library_id, number, name, revision, dimension)
        return self.library / SNAPSHOTS / f"{number}.faiss", stamp


_read_beside: WeakKeyDictionary[Mapped, tuple[Rows, Vectors]] = WeakKeyDictionary()


class Snapshot:
    """Searches exactly the rows of one generation, from a file that may be of an older one."""

    def __init__(self, index: VectorIndex, rows: Rows, read: Read) -> None:
        self._index = index
        fresh = _beyond(rows, index.rows)
        self._fresh, self._fresh_vectors = _beside(index, fresh, read)
        removed = _beyond(index.rows, rows)
        if len(removed):
            index.hide(removed)
        differing = len(fresh) + len(removed)
        self.is_stale = differing > max(STALE_LEAST, STALE_SHARE * len(rows))

    def search(self, vector: Vectors, k: int, read: Read) -> list[tuple[int, float]]:
        """The `k` rows nearest to a unit vector with their cosines, best first, ties by row.

        `read` is not kept: who reads keeps this, and is let go when nobody else keeps it.
        """
        found = self._index.search(vector, k if self._index.exact else k + SPARE)
        if not self._index.exact:
            rows = np.array(sorted(row for row, _ in found), dtype=np.int64)
            found = list(zip(rows.tolist(), (read(rows) @ vector).tolist(), strict=True))
        if len(self._fresh):
            scores = self._fresh_vectors @ vector
            best = np.argsort(-scores, kind="stable")[:k]
            found += list(zip(self._fresh[best].tolist(), scores[best].tolist(), strict=True))
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:k]


def _beside(index: VectorIndex, fresh: Rows, read: Read) -> tuple[Rows, Vectors]:
    """Which of the rows that a file does not have are whole, and their vectors.

    Those that another one who searches the file has read are not read again.
    """
    known, vectors = (index.mapped and _read_beside.get(index.mapped)) or (fresh[:0], None)
    new, ours = _beyond(fresh, known), np.isin(known, fresh)
    if vectors is None or len(new) or not ours.all():
        found = read(new)
        whole = found.any(axis=1)
        rows = np.concatenate([known[ours], new[whole]])
        kept = found[:0] if vectors is None else vectors[ours]
        order = np.argsort(rows, kind="stable")
        known, vectors = rows[order], np.concatenate([kept, found[whole]])[order]
    if index.mapped:
        _read_beside[index.mapped] = known, vectors
    return known, vectors


def _beyond(some: Rows, others: Rows) -> Rows:
    """Which of some rows are not among others; both rise."""
    highest = max((int(rows[-1]) for rows in (some, others) if len(rows)), default=0)
    there = np.zeros(highest + 1, dtype=np.bool_)
    there[others] = True
    return some[~there[some]]
