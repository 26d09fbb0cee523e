"""Deterministic doubles of the models: the words decide, so a reader can work results out."""

import hashlib
from collections.abc import Sequence

import numpy as np
import regex

from bot.answering.answer import Answer, NoAnswer
from bot.answering.quoting import best_quote, worth_of_sentences
from index.encoding.encoder import PassageVectors, Vectors
from index.retriever import Hit
from index.text.spans import Span

# Shares of the words: from the first on it answers, from the second on it is sure.
ENOUGH, SURE = 0.3, 0.6


class BagEncoder:
    """An encoder a reader can work out: a word is a unit axis, a text the sum of its words.

    Two texts' cosine is the overlap of their lower-cased words; no word in common gives about 0.
    """

    def __init__(self, name: str = "bag", revision: str = "1", dimension: int = 256) -> None:
        self.name = name
        self.revision = revision
        self.dimension = dimension
        self.encoded_passages = 0

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """One unit row for each question."""
        return np.array([self._vector(q) for q in questions], dtype=np.float32).reshape(
            len(questions), self.dimension
        )

    def across(self, questions: Vectors) -> Vectors:
        """As they are: words have no language."""
        return questions

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """The whole's vector and each sentence's."""
        self.encoded_passages += len(texts)
        return [
            PassageVectors(self._vector(text), self.encode_questions([s.of(text) for s in spans]))
            for text, spans in zip(texts, sentences, strict=True)
        ]

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for word in regex.findall(r"\w+", text.lower()):
            digest = hashlib.blake2b(word.encode(), digest_size=4).digest()
            vector[int.from_bytes(digest, "big") % self.dimension] += 1.0
        length = float(np.linalg.norm(vector))
        if length == 0.0:
            vector[0] = length = 1.0
        return np.asarray(vector / length, dtype=np.float32)


class WordReader:
    """A reader anybody can work out: its confidence is how many of the question's words it quotes.

    Only words longer than three letters count.
    """

    calibration_name = "words"
    threshold = ENOUGH

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """The best sentence or sentences of the best hit."""
        words = _words(question)
        if not words:
            return NoAnswer(None, 0.0, ENOUGH, tuple(hits))
        quote = best_quote(hits[0], worth_of_sentences(hits[0]))
        share = len(words & _words(quote.text)) / len(words)
        if share < ENOUGH:
            return NoAnswer(quote, share, ENOUGH, tuple(hits))
        return Answer((quote,), share, ENOUGH, tuple(hits), (), SURE)


def _words(text: str) -> set[str]:
    return set(regex.findall(r"\w{4,}", text.lower()))
