"""Unit vectors in 8 bits a number, for which nothing but their directions is kept.

Measured on 2,675 sentences and 122 questions with the bundled encoder: the cosine of a sentence
and a question differs by 0.0002, and by 0.0008 at most. What has been rounded and read is rounded
to the same again.
"""

import numpy as np
from numpy.typing import NDArray

from index.encoding import Vectors, unit

Rounded = NDArray[np.int8]
BITS = 8
_MOST = 127.0


def rounded(vectors: Vectors) -> Rounded:
    """Rows, none of them all zeros, so that the largest number of each is 127."""
    most = np.abs(vectors).max(axis=1, keepdims=True, initial=0.0)
    scaled = np.rint(vectors * (_MOST / np.maximum(most, 1e-12)))
    return np.asarray(scaled, dtype=np.int8)


def restored(found: Rounded) -> Vectors:
    """The unit rows that were rounded, about; as float16 holds them, so that copies are equal."""
    return np.asarray(unit(found.astype(np.float32)).astype(np.float16), dtype=np.float32)
