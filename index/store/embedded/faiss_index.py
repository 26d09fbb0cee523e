"""FAISS: the nearest vectors of a fixed set.

An index is built once and never changed: FAISS crashes when an index is searched and changed at
once, and some of its types return wrong rows after a removal.
"""

import contextlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import faiss
import numpy as np

from index.encoding import Vectors
from index.store.interface import Rows

logger = logging.getLogger(__name__)
# FAISS's own stubs do not know what its Python layer adds.
_faiss: Any = faiss

# Measured at 384 dimensions on one core: an exact search takes 3 ms at 50,000 vectors. Beyond, the
# vectors are parted into lists, of which those near a question are looked through: one bit a
# dimension finds the best, 3 more order them, and the stored vectors order the best of these.
# Of 100,000, 228 bytes each, that finds 0.995 of the ten nearest to a question; as many as with 8
# bits to order them, 460 bytes each, in two thirds of the time.
EXACT_BELOW = 50_000
# Of 16 bits a number, which hold what is stored: exact, and half the time and space of 32.
EXACT, LISTED, SQ8 = "SQfp16", "IVF,RaBitQ4", "SQ8"
# What older versions made, for few vectors and for many.
OLD_EXACT, OLD_LARGE, OLD_LISTED = "Flat", "RaBitQfs,Refine(SQ8)", "IVF,RaBitQfs,Refine(SQ8)"
KINDS = (EXACT, LISTED, SQ8, OLD_EXACT, OLD_LARGE, OLD_LISTED)
# Lists, of at least so many vectors each, learnt from so many for each: of 100,000 vectors
# in 1.5 s, and as good as twice as many lists, in 6 s.
LISTS, LEAST, LEARNT = 1_024, 200, 40
# The share of the lists that is looked through, but so many of them at least.
PROBED, FEWEST = 1 / 16, 16
# How many times k vectors of one bit are ordered again, in older files; FAISS's own default, 1,
# orders nothing.
REFINED = 30
# So many more are fetched from an index of rounded vectors, to be ordered by the true ones.
SPARE = 20
BATCH = 8_192
# An index of lists that finds less of the 10 nearest than this is not used.
RECALL = 0.95
SAMPLE = 200


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Mapped:
    """What was read of a file, for all who search it; let go with the last of them."""

    index: faiss.Index
    rows: Rows
    kind: str


class VectorIndex:
    """Finds the rows whose vectors are nearest by inner product; safe to use from many threads."""

    def __init__(
        self, index: faiss.Index, rows: Rows, kind: str, mapped: Mapped | None = None
    ) -> None:
        self.mapped = mapped
        self.rows = rows
        self.kind = kind
        self.faiss_index: Any = index
        self._shown = np.ones(len(rows), dtype=np.bool_)
        self._selector: Any = None
        self._parameters = self._search_parameters(PROBED)

    @property
    def exact(self) -> bool:
        """Whether the scores are those of the vectors themselves."""
        return self.kind in (EXACT, OLD_EXACT)

    def hide(self, rows: Rows) -> None:
        """Never find these rows; only before the first search."""
        self._shown &= ~np.isin(self.rows, rows)
        # FAISS does not copy: the bits and their selector must live as long as the parameters.
        self._bits = np.packbits(self._shown, bitorder="little")
        self._selector = _faiss.IDSelectorBitmap(self._bits)
        self._parameters = self._search_parameters(PROBED, self._selector)

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """The `k` nearest rows with their scores, best first; fewer if there are fewer."""
        k = fetched = min(k, int(np.count_nonzero(self._shown)))
        parameters = self._parameters
        while k > 0:
            found = self._fetch(vector, fetched, parameters)
            if len(found) >= k or (
                fetched == len(self.rows) and parameters is not self._parameters
            ):
                return found[:k]
            # The lists that are near may be short; and the fast scan of older files finds hidden
            # rows, too, which may be the nearest.
            fetched = min(4 * fetched, len(self.rows))
            parameters = self._search_parameters(1.0, self._selector)
        return []

    def _fetch(self, vector: Vectors, k: int, parameters: Any) -> list[tuple[int, float]]:
        """Those of the `k` nearest that are shown."""
        with _one_thread():
            scores, found = self.faiss_index.search(vector.reshape(1, -1), k, params=parameters)
        return [
            (int(self.rows[position]), float(score))
            for position, score in zip(found[0], scores[0], strict=True)
            if position >= 0 and self._shown[position]
        ]

    def _search_parameters(self, share: float, selector: Any = None) -> Any:
        """How to look through a share of the lists, if there are lists."""
        if self.kind == OLD_LARGE:
            return _faiss.IndexRefineSearchParameters(k_factor=REFINED)
        if self.kind == LISTED:
            probed = _probed(share, self.faiss_index)
            return _faiss.IVFSearchParameters(nprobe=probed, sel=selector)
        if self.kind == OLD_LISTED:
            base = _faiss.downcast_index(self.faiss_index.base_index)
            within = _faiss.IVFSearchParameters(nprobe=_probed(share, base))
            return _faiss.IndexRefineSearchParameters(k_factor=REFINED, base_index_params=within)
        return _faiss.SearchParameters(sel=selector)


def _probed(share: float, lists: Any) -> int:
    """How many lists that share is."""
    return max(round(share * int(lists.nlist)), FEWEST)


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """Let FAISS work on the calling thread alone.

    Even of one vector it shares the search among all processors, and waits for the slowest: on a
    busy machine 11 ms at 20,000 vectors, of which one thread takes 1.6.
    """
    before = _faiss.omp_get_max_threads()
    _faiss.omp_set_num_threads(1)  # of the calling thread: others may build meanwhile
    try:
        yield
    finally:
        _faiss.omp_set_num_threads(before)


def build(
    rows: Rows, dimension: int, read: Callable[[Rows], Vectors], kind: str | None = None
) -> VectorIndex:
    """An index of `rows`, which rise; `read(rows)` gives unit vectors, a batch at a time.

    A row of zeros has lost its vector and is left out. The kind follows from the count unless it
    is given.
    """
    kind = kind or kind_for(len(rows))
    lists = min(LISTS, max(len(rows) // LEAST, 1))
    described = kind.replace("IVF", f"IVF{lists}")
    index = faiss.index_factory(dimension, described, faiss.METRIC_INNER_PRODUCT)
    if not index.is_trained and len(rows):
        index.train(read(_spread(rows, LEARNT * lists)))
    added = [np.empty(0, dtype=np.int64)]
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        vectors = read(batch)
        there = vectors.any(axis=1)
        index.add(vectors[there])
        added.append(batch[there])
    built = VectorIndex(index, np.concatenate(added), kind)
    if kind == LISTED and (found := recall(built, read)) < RECALL:
        logger.warning("recall@10 of the index of lists is %.3f: using 8 bits instead", found)
        return build(rows, dimension, read, SQ8)
    return built


def kind_for(count: int) -> str:
    """The kind of index for so many vectors, as FAISS's factory names it."""
    return EXACT if count < EXACT_BELOW else LISTED


def recall(index: VectorIndex, read: Callable[[Rows], Vectors], k: int = 10) -> float:
    """The share of the `k` exactly nearest that are found, for a sample of the index's vectors.

    Found is what is among `SPARE` more: the true vectors order those.
    """
    asked = read(_spread(index.rows, SAMPLE))
    nearest = np.empty((len(asked), 0), dtype=np.int64)
    scores = np.empty((len(asked), 0), dtype=np.float32)
    for start in range(0, len(index.rows), BATCH):
        rows = index.rows[start : start + BATCH]
        scores = np.hstack([scores, asked @ read(rows).T])
        nearest = np.hstack([nearest, np.broadcast_to(rows, (len(asked), len(rows)))])
        best = np.argsort(-scores, axis=1)[:, :k]
        scores = np.take_along_axis(scores, best, axis=1)
        nearest = np.take_along_axis(nearest, best, axis=1)
    found = [{row for row, _ in index.search(vector, k + SPARE)} for vector in asked]
    return sum(
        len(rows & set(exact.tolist())) for rows, exact in zip(found, nearest, strict=True)
    ) / max(nearest.size, 1)


def _spread(rows: Rows, count: int) -> Rows:
    """At most `count` of the rows, evenly."""
    picked = np.linspace(0, len(rows) - 1, min(count, len(rows)))
    return rows[np.unique(picked.astype(np.int64))]
