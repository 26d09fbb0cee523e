"""Hits made of sentences."""

from index.retriever import Hit
from index.text.documents import Document
from index.text.passages import Passage
from index.text.spans import Span


def hit_of(sentences: list[str], cosines: list[float], score: float = 0.9, by: str = " ") -> Hit:
    """A hit whose passage is these sentences, with their cosines."""
    text = by.join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + len(by)
    passage = Passage(Document("d", "T", text), Span(0, len(text)), "Heading", tuple(spans))
    return Hit(passage, score, score, tuple(cosines), 0.5, (0.0,) * len(spans))
