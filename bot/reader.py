"""The reader: which sentences of the hits answer the question, and how sure that is."""

from collections.abc import Sequence
from typing import Protocol

from bot.answer import Answer, NoAnswer, Quote
from bot.calibration import Calibration, evidence, load_calibration
from bot.small_talk import is_small_talk
from index.encoder import Encoder
from index.errors import EncoderError
from index.retriever import Hit
from index.text import Span

# A quote is at most this long, in code points, unless a single sentence is longer.
LONGEST_QUOTE = 600
MOST_SENTENCES = 3
# A sentence's worth: its cosine, plus this much for the question's words in it.
LEXICAL = 0.2
# A neighbour joins the quote if it is worth nearly as much as the best sentence.
NEAR = 0.1


class Reader(Protocol):
    """Decides between an answer and none; safe to use from many threads."""

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """Quotes from `hits` (best first) that answer, or NoAnswer with the closest one."""


def load_reader(name: str, encoder: Encoder) -> Reader:
    """`bundled`, or `none` for the encoder's evidence alone. Raises EncoderError for others."""
    if name in ("bundled", "none"):
        return EncoderReader(load_calibration(encoder.name))
    raise EncoderError(f"there is no reader {name!r}: set READER to `bundled` or `none`")


class EncoderReader:
    """Quotes the best sentences of the best hit; nothing is read again, so it takes no time."""

    def __init__(self, calibration: Calibration) -> None:
        self.calibration = calibration

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """One quote; small talk gets none, and nothing closest either."""
        threshold = self.calibration.threshold
        if not hits or is_small_talk(question, hits):
            return NoAnswer(None, 0.0, threshold, tuple(hits))
        quote = best_quote(hits[0])
        confidence = self.calibration.probability(evidence(hits))
        if confidence < threshold:
            return NoAnswer(quote, confidence, threshold, tuple(hits))
        return Answer((quote,), confidence, threshold, tuple(hits))


def best_quote(hit: Hit) -> Quote:
    """The best sentence of a hit, emphasised, with neighbours worth nearly as much."""
    sentences = hit.passage.sentences
    lexical = hit.sentence_lexical or (0.0,) * len(sentences)
    worth = [c + LEXICAL * share for c, share in zip(hit.sentence_cosines, lexical, strict=True)]
    best = max(range(len(worth)), key=worth.__getitem__)
    first = last = best
    while last - first + 1 < MOST_SENTENCES:
        near = [
            other
            for other in (first - 1, last + 1)
            if 0 <= other < len(worth)
            and worth[other] > worth[best] - NEAR
            and _joinable(hit, min(first, other), max(last, other))
        ]
        if not near:
            break
        chosen = max(near, key=worth.__getitem__)
        first, last = min(first, chosen), max(last, chosen)
    return Quote(
        document=hit.passage.document,
        span=Span(sentences[first].start, sentences[last].end),
        answer=sentences[best],
        heading=hit.passage.heading,
    )


def _joinable(hit: Hit, first: int, last: int) -> bool:
    """Whether the sentences are short enough to be one quote, and of one paragraph."""
    span = Span(hit.passage.sentences[first].start, hit.passage.sentences[last].end)
    return len(span) <= LONGEST_QUOTE and "\n\n" not in span.of(hit.passage.document.text)
