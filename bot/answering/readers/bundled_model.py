"""The bundled model at work: what each token of a passage says about a question."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.answering.readers.model import Reading
from index.checksums import damaged_files
from index.encoding import (
    BOS,
    EOS,
    Floats,
    Session,
    Tokenizer,
    Tokens,
    WordTable,
    bundled_folder,
    processors,
)
from index.errors import EncoderError

STORED = Path(__file__).parents[2] / "models" / "reader"
# Tokens of a question and of a title at most.
MAX_QUESTION, MAX_TITLE = 48, 24
MAX_TOKENS = 512


class BundledModel:
    """multilingual-e5-small trained to read (see models/reader/README.md); thread-safe.

    Raises EncoderError if its files are missing or damaged.
    """

    def __init__(self, folder: Path = STORED) -> None:
        _check(folder)
        self._tokenizer = Tokenizer(bundled_folder())
        self._words = WordTable(bundled_folder())
        self._session = Session(folder / "encoder.onnx")
        with np.load(folder / "heads.npz") as heads:
            self._heads = np.concatenate([heads["span"], heads["relevance"]]).T
            self._bias = np.concatenate([heads["span_bias"], heads["relevance_bias"]])
        self._threads = ThreadPoolExecutor(processors(), thread_name_prefix="read")

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> list[Reading]:
        """A reading of each passage; `titles` are those of their documents, "" for none."""
        named = titles or [""] * len(passages)
        prefixes = [prefix(self._tokenizer, question, title) for title in named]
        return list(self._threads.map(self._read, prefixes, passages))

    def _read(self, before: NDArray[np.int64], passage: str) -> Reading:
        """In windows that overlap by half, where the passage is longer than the model takes."""
        tokens: Tokens = self._tokenizer(passage)
        room = MAX_TOKENS - len(before) - 1
        windows = range(0, max(1, len(tokens.ids) - room // 2), room // 2)
        logits = np.full((len(tokens.ids), 2), -np.inf, dtype=np.float32)
        relevance = -np.inf
        for start in windows:
            part = self._logits(before, tokens.ids[start : start + room])
            relevance = max(relevance, float(part[0, 2]))
            inner = part[len(before) : -1, :2] - part[0, :2]
            logits[start : start + room] = np.maximum(logits[start : start + room], inner)
        return Reading(relevance, logits[:, 0], logits[:, 1], tokens.offsets)

    def _logits(self, before: NDArray[np.int64], passage: NDArray[np.int64]) -> Floats:
        """Start, end and relevance of each token."""
        ids = np.concatenate([before, passage, [EOS]])
        states = self._session.states(self._words[ids])
        return np.asarray(states @ self._heads + self._bias, dtype=np.float32)


def prefix(tokenizer: Tokenizer, question: str, title: str) -> NDArray[np.int64]:
    """The tokens before a passage's: `<s> question </s></s>`, and `title </s>` if there is one."""
    asked = tokenizer(question).ids[:MAX_QUESTION]
    named = tokenizer(title.replace("_", " ")).ids[:MAX_TITLE]
    return np.concatenate([[BOS], asked, [EOS, EOS], *([named, [EOS]] if len(named) else [])])


def _check(folder: Path) -> None:
    try:
        damaged = damaged_files(folder)
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"the reader's files in {folder} cannot be read ({error}); install Verbatim again, "
            "or set READER=none"
        ) from error
    if damaged:
        raise EncoderError(
            f"{folder / damaged[0]} is damaged; install Verbatim again, or set READER=none"
        )
