"""Example questions: only what the text answers is offered."""

from pathlib import Path

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.telegram.examples import LONGEST, OFFERED, Examples
from bot.telegram.texts import texts
from index.building import build
from index.sources import from_text
from index.store import Library, open_library
from tests.doubles import BagEncoder

NOTHING = NoAnswer(None, 0.0, 0.5, ())


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two texts with headings."""
    found = open_library(tmp_path / "library")
    documents = [
        from_text("# Skagen\n\n## The lighthouse\n\nThe lighthouse stands in Skagen.", doc_id="1"),
        from_text(f"# {'Long ' * 20}\n\nIs it far?\n\nIt is far away.", doc_id="2"),
    ]
    build(found, documents, BagEncoder(), replace=True)
    return found


class Counting:
    """Answers what holds a word, and counts how often it was asked."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.asked: list[str] = []

    def __call__(self, question: str) -> Answer | NoAnswer:
        """An answer without quotes will do."""
        self.asked.append(question)
        return Answer((), 0.9, 0.5, ()) if self.word in question else NOTHING


def test_only_questions_that_are_answered_are_offered(library: Library) -> None:
    """Made of headings short enough for a button, worked out once."""
    ask, examples, snapshot = Counting("lighthouse"), Examples(), library.open()
    offered = examples.offered(snapshot, ask, texts("en"))
    assert offered == ["What does the text say about The lighthouse?"]
    assert all(len(question) <= LONGEST + 40 for question in ask.asked)
    before = len(ask.asked)
    assert examples.offered(snapshot, ask, texts("en")) == offered
    assert len(ask.asked) == before
    assert len(examples.offered(snapshot, Counting(""), texts("fr"))) <= OFFERED
