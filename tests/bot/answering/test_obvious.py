"""Obvious questions on the sample, short and in other languages, which were refused or wrong."""

from pathlib import Path

import pytest

from bot.answering import Answer, QuestionAnswering, Reader
from index.encoding import Encoder
from index.store import open_library

DECIDED = "Trump a opéré un virage à 180 degrés"
ALLIES = "poussent aussi leurs partenaires de l’OTAN"
WEAPONS = "étudierait la livraison d’armes de longue portée"


@pytest.fixture(scope="module")
def answering(sample_library: Path, bundled: Encoder, bundled_reader: Reader) -> QuestionAnswering:
    """The sample, asked as the bot asks it."""
    return QuestionAnswering(open_library(sample_library), bundled, bundled_reader)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Et l'OTAN ?", ALLIES),
        ("What about NATO?", ALLIES),
        ("А НАТО?", ALLIES),
        ("特朗普决定了什么？", DECIDED),
        ("what Trump decided", DECIDED),
        ("Quelles armes les États-Unis pourraient-ils livrer ?", WEAPONS),
        ("What weapons might be delivered?", WEAPONS),
    ],
)
def test_the_first_quote_answers(question: str, answer: str, answering: QuestionAnswering) -> None:
    """With a reservation or without; it is the sentence that says it."""
    found = answering.ask(question)
    assert isinstance(found, Answer)
    assert answer in found.quotes[0].text
