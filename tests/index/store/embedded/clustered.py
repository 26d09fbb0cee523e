"""Vectors like those of texts, and an index of them."""

import numpy as np

from index.encoding import Vectors
from index.store.embedded import faiss_index
from index.store.embedded.faiss_index import VectorIndex


def clustered(count: int) -> Vectors:
    """Unit vectors that lie in groups, as those of texts do."""
    random = np.random.default_rng(0)
    centres = random.normal(size=(50, 64))
    found = centres[random.integers(0, 50, count)] + 0.7 * random.normal(size=(count, 64))
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def index_of(stored: Vectors, kind: str, first_row: int = 1) -> VectorIndex:
    """Its rows follow each other."""
    rows = np.arange(first_row, first_row + len(stored), dtype=np.int64)
    return faiss_index.build(rows, 64, lambda wanted: stored[wanted - first_row], kind)
