"""The text's own word for a topic, where vectors of single words decide."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.answering.comparing.namesakes import MOST_WORDS, Namesake, make_ready, namesake
from index.building import build
from index.encoding import PassageVectors, Vectors
from index.retriever import Hit
from index.sources import from_text
from index.store import open_library
from index.text import Document, Passage, Span
from tests.doubles import BagEncoder

FIRST = "The ships brought copper, silver, salted herring, barley and timber from northern ports."
SECOND = "Then the OTAN asked every partner for soldiers, engines, blankets, money and patience."


class Words:
    """An encoder that knows which words mean the same: those of one number."""

    name, revision, dimension = "words", "1", 512

    def __init__(self, same: dict[str, int]) -> None:
        self.same = same
        self.asked: list[str] = []
        self.revision = str(id(self))  # of one test, not another's

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """A unit axis for each meaning."""
        self.asked += questions
        rows = np.zeros((len(questions), self.dimension), dtype=np.float32)
        for row, word in zip(rows, questions, strict=True):
            row[self.same.setdefault(word, len(self.same) % 400 + 100)] = 1.0
        return rows

    def across(self, questions: Vectors) -> Vectors:
        """As they are."""
        return questions

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """Not needed here."""
        raise NotImplementedError


def _hits(*sentences: str) -> list[Hit]:
    text, spans = " ".join(sentences), []
    for sentence in sentences:
        start = text.index(sentence)
        spans.append(Span(start, start + len(sentence)))
    passage = Passage(Document("d", "Notes", text), Span(0, len(text)), "", tuple(spans))
    return [Hit(passage, 0.8, 0.8, (0.8,) * len(spans), 0.0)]


def _found(topic: str, encoder: Words, *sentences: str) -> Namesake | None:
    return namesake(topic, _hits(*sentences), 0.2, encoder)


def test_the_sentence_with_the_word_is_found_and_the_word_emphasised() -> None:
    """In capitals or not, whatever else the sentence is about."""
    encoder = Words({"НАТО": 1, "OTAN": 1, "медь": 2, "copper": 2})
    found = _found("НАТО", encoder, FIRST, SECOND)
    assert found
    assert found.quote.text == SECOND
    assert found.quote.answer.of(found.quote.document.text) == "OTAN"
    assert found.probability > 0.5
    copper = _found("медь", encoder, FIRST, SECOND)
    assert copper
    assert copper.quote.text == FIRST


def test_where_no_word_is_near_there_is_none() -> None:
    """Nor where there are too few words to tell, nor in writing that does not part them."""
    encoder = Words({"НАТО": 1, "OTAN": 1})
    assert _found("пицца", encoder, FIRST, SECOND) is None
    assert _found("НАТО", encoder, "The OTAN asked.") is None
    assert _found("НАТО", encoder, "北约要求每个伙伴国出兵出钱。") is None
    assert namesake("НАТО", [], 0.2, encoder) is None


def test_a_reader_that_is_wholly_sure_counts_as_one_nearly_so() -> None:
    """Certainty has no logit; nor has its contrary."""
    encoder = Words({"НАТО": 1, "OTAN": 1})
    for confidence, nearly in ((0.0, 0.001), (1.0, 0.999)):
        found = namesake("НАТО", _hits(FIRST, SECOND), confidence, encoder)
        assert found
        assert found == namesake("НАТО", _hits(FIRST, SECOND), nearly, encoder)


def test_only_so_many_words_are_encoded_and_each_once() -> None:
    """A topic costs no more than a bounded time; the next one of the same passages far less."""
    encoder = Words({})
    many = [f"Wort{letter}{other}{third} steht."
            for letter in "abcdefgh" for other in "abcdefgh" for third in "abcdefgh"]  # fmt: skip
    _found("Thema", encoder, *many)
    assert len(encoder.asked) == MOST_WORDS + 1
    _found("Anderes", encoder, *many)
    assert len(encoder.asked) == MOST_WORDS + 2


def test_the_words_of_a_generation_are_ready_before_the_first_topic(tmp_path: Path) -> None:
    """Only the topic itself is left to be encoded; no other words are than are compared."""
    encoder = Words({"НАТО": 1, "OTAN": 1})
    library = open_library(tmp_path)
    build(library, [from_text(f"{FIRST} {SECOND}")], BagEncoder(), replace=True)
    make_ready(library.open(), encoder)
    ready, encoder.asked = encoder.asked, []
    assert "OTAN" in ready
    assert _found("НАТО", encoder, FIRST, SECOND)
    assert encoder.asked == ["НАТО"]
