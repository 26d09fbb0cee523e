"""The read view of one generation: nearest vectors, exact words, passages."""

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.encoding import Vectors
from index.store.embedded import bm25, faiss_index
from index.store.embedded.contents import TOGETHER, Contents
from index.store.embedded.faiss_index import Rows, Stamp, VectorIndex
from index.store.embedded.schema import explained
from index.store.embedded.sealed_files import UnusableFile

logger = logging.getLogger(__name__)

SNAPSHOTS = "snapshots"
# A generation starts from an older one's file while it differs in few passages: those added are
# compared one by one, those removed are passed over.
STALE_LEAST = 1_000
STALE_SHARE = 0.05
# So many more are fetched from an index of rounded vectors, to be ordered by the true ones.
SPARE = 20


class View(Contents):
    """One generation to search; immutable, safe to use from many threads, closes itself.

    A FAISS file that is missing or broken is built again from the database.
    """

    def __init__(self, folder: Path, number: int | None = None) -> None:
        """Open generation `number`, or the live one; raises LibraryNotFound or LibraryError."""
        super().__init__(folder, number)
        rows = self.rows()
        self._serves = np.zeros(int(rows[-1]) + 1 if len(rows) else 0, dtype=np.bool_)
        self._serves[rows] = True
        self.index = self._opened(rows)
        self._fresh = np.setdiff1d(rows, self.index.rows, assume_unique=True)
        self._fresh_vectors = self.wholes(self._fresh)
        removed = np.setdiff1d(self.index.rows, rows, assume_unique=True)
        if len(removed):
            self.index.hide(removed)
        self.stale = len(self._fresh) + len(removed)

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """The `k` rows nearest to a question's unit vector with their cosines, best first.

        Ties are broken by row; fewer if there are fewer. Raises ValueError if the vector is of
        another dimension or not finite.
        """
        if vector.shape != (self.generation.dimension,) or not np.isfinite(vector).all():
            raise ValueError(f"not a vector of {self.generation.dimension} finite numbers")
        if k <= 0:
            return []
        vector = np.ascontiguousarray(vector, dtype=np.float32)
        found = self.index.search(vector, k if self.index.exact else k + SPARE)
        if not self.index.exact:
            rows = np.array(sorted(row for row, _ in found), dtype=np.int64)
            found = list(zip(rows.tolist(), (self.wholes(rows) @ vector).tolist(), strict=True))
        if len(self._fresh):
            scores = self._fresh_vectors @ vector
            found += list(zip(self._fresh.tolist(), scores.tolist(), strict=True))
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:k]

    def lexical(self, question: str, k: int) -> list[tuple[int, float]]:
        """The `k` rows that share the question's rarer words, with their BM25, best first."""
        with self._lock, explained(self.folder):
            return bm25.search(self._connection, question, k, self.serves)

    def term_weights(self, question: str) -> dict[str, float]:
        """How rare each of the question's terms is (see `index.store.embedded.bm25.weights`)."""
        with self._lock, explained(self.folder):
            return bm25.weights(self._connection, question)

    def terms(self, rows: Sequence[int]) -> dict[int, list[str]]:
        """The terms of these rows' passages, with their titles and headings."""
        found: dict[int, list[str]] = {}
        for start in range(0, len(rows), TOGETHER):
            with self._lock, explained(self.folder):
                found |= bm25.stored_terms(self._connection, rows[start : start + TOGETHER])
        return found

    def serves(self, row: int) -> bool:
        """Whether the row is a passage of this generation."""
        return row < len(self._serves) and bool(self._serves[row])

    def _opened(self, rows: Rows) -> VectorIndex:
        base = self.generation.snapshot
        for number in dict.fromkeys((self.generation.number, base)):
            if number is not None:
                try:
                    return faiss_index.read(*_file(self, number))
                except UnusableFile as error:
                    if number == base:
                        logger.warning("building the snapshot again: %s", error)
        index = faiss_index.build(rows, self.generation.dimension, self.wholes)
        try:
            faiss_index.write(index, *_file(self, self.generation.number))
        except OSError as error:
            logger.warning("the snapshot is in memory only: %s", error)
        return index


def write_index(contents: Contents) -> None:
    """Build and write a generation's own FAISS file; raises LibraryError if it cannot."""
    index = faiss_index.build(contents.rows(), contents.generation.dimension, contents.wholes)
    with explained(contents.folder):
        faiss_index.write(index, *_file(contents, contents.generation.number))


def check_index(contents: Contents) -> None:
    """Raise UnusableFile unless the FAISS file the generation starts from is whole."""
    number = contents.generation.snapshot
    if number is None:
        raise UnusableFile("none was written")
    faiss_index.read(*_file(contents, number))


def is_stale(snapshot: View) -> bool:
    """Whether a generation deserves a FAISS file of its own."""
    return snapshot.stale > max(STALE_LEAST, STALE_SHARE * snapshot.generation.passages)


def _file(contents: Contents, number: int) -> tuple[Path, Stamp]:
    found = contents.generation
    stamp = Stamp(contents.library, number, found.encoder, found.revision, found.dimension)
    return contents.folder / SNAPSHOTS / f"{number}.faiss", stamp
