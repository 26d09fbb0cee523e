"""The vectors of a passage: of the whole, and of each sentence encoded by itself.

A sentence by itself costs a second pass over the text and is worth it. First passage right and,
in the right passage, first sentence right, against pooling a sentence from its tokens in the
passage's own pass: PIAF 0.867 against 0.845 and 0.64 against 0.69, English on Spanish 0.927
against 0.897 and 0.78 against 0.65, German on Spanish 0.890 against 0.851, English on French
0.817 against 0.760 and 0.64 against 0.56.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """Unit vectors of the whole passage and of each of its sentences.

    `whole` has shape (dimension,), `sentences` (number of sentences, dimension).
    """

    whole: Vectors
    sentences: Vectors


def split(rows: Vectors, sentences: Sequence[int]) -> list[PassageVectors]:
    """Deal out rows: first one for each whole, then `sentences[i]` for the i-th passage."""
    wholes = rows[: len(sentences)]
    ends = len(sentences) + np.cumsum(sentences, dtype=int)
    return [
        PassageVectors(whole, rows[end - count : end])
        for whole, end, count in zip(wholes, ends, sentences, strict=True)
    ]


def unit(rows: Vectors) -> Vectors:
    """Each row divided by its length."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)
