"""The bridge between languages: how a question's vector finds texts of every language.

An encoder draws a question to texts of its own language, whatever they are about. A matrix turns
the question's vector so that what a text is about counts and its language does not. Only questions
are turned: passages stay as the encoder made them, and a library serves with the matrix and
without.
"""

from pathlib import Path

import numpy as np

from index.encoding.pooling import Vectors

# Of the bundled encoder; `python -m training bridge` makes it.
STORED = Path(__file__).with_name("bridge.npy")


def load_bridge(path: Path = STORED) -> Vectors:
    """The matrix, shape (dimension, dimension): `questions @ matrix` turns rows."""
    return np.asarray(np.load(path, allow_pickle=False), dtype=np.float32)


def store_bridge(matrix: Vectors, path: Path = STORED) -> None:
    """Write the matrix as float16, which is 0.3 MB."""
    np.save(path, matrix.astype(np.float16), allow_pickle=False)
