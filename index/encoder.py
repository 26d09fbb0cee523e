"""The encoder: questions and passages become unit vectors of one space."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

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
