"""Question in, hits out."""

from dataclasses import dataclass

from index.passages import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and the evidence for it; higher is better, ties are broken by `passage.key`.

    `score` orders the hits. `cosine` is the whole passage's similarity to the question,
    `sentence_cosines` that of each of `passage.sentences`, `lexical` the share (0..1) of the
    question's rare words found in the passage.
    """

    passage: Passage
    score: float
    cosine: float
    sentence_cosines: tuple[float, ...]
    lexical: float
