"""From token vectors to vectors of a passage and of its sentences.

A sentence's vector is the mean of its tokens' vectors in the passage's own forward pass ("late
chunking", Günther et al., 2024, arXiv:2409.04701): it knows its context, and costs nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.text import Span

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """What one pass over a passage gives: unit vectors of the whole and of each sentence.

    `whole` has shape (dimension,), `sentences` (number of sentences, dimension).
    """

    whole: Vectors
    sentences: Vectors


def pooled(
    states: Vectors, offsets: NDArray[np.int64], sentences: Sequence[Span]
) -> PassageVectors:
    """Means of token vectors over the whole and over each sentence.

    `states` has one row more than `offsets` at either end (`<s>`, `</s>`); `offsets` are each
    token's range in the text. A sentence without a token of its own takes the whole's vector.
    """
    whole = states.mean(axis=0)
    inner = states[1:-1]
    ends = offsets[: len(inner), 1]
    rows = [_mean(inner[(ends > s.start) & (ends <= s.end)], whole) for s in sentences]
    stacked = np.array(rows, dtype=np.float32).reshape(len(rows), states.shape[1])
    return PassageVectors(unit(whole[None])[0], unit(stacked))


def _mean(rows: Vectors, otherwise: Vectors) -> Vectors:
    return np.asarray(rows.mean(axis=0)) if len(rows) else otherwise


def unit(rows: Vectors) -> Vectors:
    """Each row divided by its length."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)
