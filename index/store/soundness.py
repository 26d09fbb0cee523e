"""What may be damaged, and vectors that are refused at the door of the store."""

from enum import Enum

import numpy as np

from index.encoding import PassageVectors
from index.errors import EncoderError
from index.store.interface import EncoderId
from index.text import Passage

# How far a length may be from 1: that of float16, in which vectors are stored, and of encoders.
NEAR_ONE = 0.01


class Part(Enum):
    """What of a document is damaged: the first that is, in this order."""

    TEXT = "text"
    PASSAGES = "passages"
    VECTORS = "vectors"


def require_sound(passage: Passage, vectors: PassageVectors, encoder: EncoderId) -> None:
    """Raise EncoderError unless there is one finite unit vector for each text of the passage."""
    expected = ((encoder.dimension,), (len(passage.sentences), encoder.dimension))
    if (vectors.whole.shape, vectors.sentences.shape) == expected:
        lengths = np.linalg.norm(np.vstack([vectors.whole, vectors.sentences]), axis=1)
        # Written so that a length that is not a number fails.
        if (np.abs(lengths - 1.0) < NEAR_ONE).all():
            return
    raise EncoderError(
        f"the encoder {encoder.name} gave no unit vectors for {passage.document.doc_id} at"
        f" {passage.span.start}: choose another encoder; the library is as it was"
    )
