"""The answer that stands under the question, whatever the mark that asks."""

from pathlib import Path

import pytest

from bot.answering.answer import Answer
from bot.answering.pipeline import QuestionAnswering
from index.building import build
from index.sources import from_bytes
from index.store import open_library
from tests.doubles import BagEncoder, WordReader


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When does the harbour open?", "At eight, in winter at nine."),
        ("港口几点开门？", "早上八点。"),
        ("Πότε ανοίγει το λιμάνι για τα μικρά σκάφη;", "Στις οκτώ το πρωί."),
    ],
)
def test_what_stands_under_the_same_question_answers_surely(
    tmp_path: Path, question: str, answer: str
) -> None:
    """Though it has no word of the question, so that the reader finds nothing in it."""
    page = f"# A\n\n## {question}\n\n{answer}\n\n## B\n\nC.\n"
    library = open_library(tmp_path / "library")
    build(library, from_bytes("a.md", page.encode()), BagEncoder(), replace=True)
    found = QuestionAnswering(library, BagEncoder(), WordReader()).ask(question)
    assert isinstance(found, Answer)
    assert ([quote.text for quote in found.quotes], found.sure) == ([answer], True)
