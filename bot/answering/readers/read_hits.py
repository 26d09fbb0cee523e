"""Hits as they are read: what the model says of each passage, and what it is worth by that."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.readers.model import Model, Reading
from bot.answering.understanding import codes_in, stands
from index.retriever import Hit
from index.text import Span, trim

# A passage's worth: the retriever's score, and this much for each unit of the relevance logit.
# Right passage first for 1,304 questions, 690 of them not in the passage's language: 0.790 with
# 0.010 and 0.012, 0.787 with 0.014, 0.786 with 0.016. Where all is about one man, as in the
# sample, 0.015 finds what he decided asked in Chinese and in Spanish, and the weapons in English.
RELEVANCE = 0.015
# A passage, and a sentence, that is about the code that the question names.
CODED = 0.2


@dataclass(frozen=True, slots=True)
class ReadHit:
    """A hit with its reading; sentences' values are in the order of `hit.passage.sentences`."""

    hit: Hit
    reading: Reading
    answers: tuple[tuple[float, Span], ...]
    coded: float = 0.0

    @property
    def worth(self) -> float:
        """What orders passages after reading."""
        return self.hit.score + RELEVANCE * self.reading.relevance + CODED * self.coded


def read_all(model: Model, question: str, hits: Sequence[Hit]) -> list[ReadHit]:
    """The readings of all the hits, in their order."""
    readings = model.read(
        question,
        [hit.passage.text for hit in hits],
        [hit.passage.document.stated_title for hit in hits],
    )
    codes = codes_in(question)
    return [
        ReadHit(hit, reading, tuple(_answers(hit, reading)), stands(codes, hit.passage.text))
        for hit, reading in zip(hits, readings, strict=True)
    ]


def _answers(hit: Hit, reading: Reading) -> list[tuple[float, Span]]:
    """Each sentence's likeliest answer, as spans of the document."""
    text, start = hit.passage.document.text, hit.passage.span.start
    inner = [Span(s.start - start, s.end - start) for s in hit.passage.sentences]
    found = [(logit, span.shift(start)) for logit, span in map(reading.best, inner)]
    return [(logit, trim(text, span.start, span.end) or span) for logit, span in found]
