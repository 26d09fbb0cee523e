"""Models that count the seconds they work, and do nothing else otherwise."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.encoding import Encoder, PassageVectors, Vectors
    from index.text import Span


class TimedEncoder:
    """An encoder that counts the seconds it works."""

    def __init__(self, encoder: "Encoder") -> None:
        self.encoder = encoder
        self.name, self.revision = encoder.name, encoder.revision
        self.dimension = encoder.dimension
        self.seconds = 0.0

    def encode_questions(self, questions: Sequence[str]) -> "Vectors":
        """As the encoder does it."""
        started = time.perf_counter()
        found = self.encoder.encode_questions(questions)
        self.seconds += time.perf_counter() - started
        return found

    def across(self, questions: "Vectors") -> "Vectors":
        """As the encoder does it."""
        return self.encoder.across(questions)

    def encode_passages(
        self, texts: Sequence[str], sentences: "Sequence[Sequence[Span]]"
    ) -> "list[PassageVectors]":
        """As the encoder does it."""
        started = time.perf_counter()
        found = self.encoder.encode_passages(texts, sentences)
        self.seconds += time.perf_counter() - started
        return found


class TimedModel:
    """A SentenceTransformer that counts the seconds it works."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.seconds = 0.0

    def encode(self, texts: Sequence[str], **options: Any) -> Any:
        """As the model does it."""
        started = time.perf_counter()
        found = self.model.encode(texts, **options)
        self.seconds += time.perf_counter() - started
        return found
