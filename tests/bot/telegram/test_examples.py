"""Example questions: only what the text answers is offered."""

from pathlib import Path

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.telegram.examples import LONGEST, OFFERED, Examples, question_about, subjects_of
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
    assert offered == ["What is said about “The lighthouse”?"]
    assert all(len(question) <= LONGEST + 40 for question in ask.asked)
    before = len(ask.asked)
    assert examples.offered(snapshot, ask, texts("en")) == offered
    assert len(ask.asked) == before
    assert len(examples.offered(snapshot, Counting(""), texts("fr"))) <= OFFERED


def test_another_language_asks_first_about_what_is_known_to_be_answered(tmp_path: Path) -> None:
    """What the first had to try is not tried again: somebody waits."""
    found = open_library(tmp_path / "library")
    texts_of = [from_text(f"# Heading {n}\n\nIt is {n}.", doc_id=str(n)) for n in range(9)]
    build(found, texts_of, BagEncoder(), replace=True)
    view, examples = found.open(), Examples()
    ask = Counting("7")
    assert examples.offered(view, ask, texts("en")) == ["What is said about “Heading 7”?"]
    assert len(ask.asked) == 9
    third = Counting("")
    examples.offered(view, third, texts("fr"))
    assert third.asked[0] == question_about("Heading 7", texts("fr"))
    assert len(third.asked) == OFFERED


def test_what_is_not_surely_answered_is_not_offered(library: Library) -> None:
    """A reservation on the first thing that is read would be a poor welcome."""

    def unsure(question: str) -> Answer | NoAnswer:
        return Answer((), 0.5, 0.3, (), (), 0.9)

    assert Examples().offered(library.open(), unsure, texts("en")) == []


def test_texts_are_asked_about_what_they_name(tmp_path: Path) -> None:
    """Their own questions first, then names, then headings; of each text in turn."""
    found = open_library(tmp_path / "library")
    zoo = "# Zoo\n\nWe saw Wilhelmine, and Wilhelmine saw us. Then came the Queen Margrethe."
    faq = "# Can I bring my dog?\n\nOnly on a lead.\n\n# Fees\n\nThe fee is low."
    documents = [from_text(zoo, doc_id="1"), from_text(faq, "Rules", doc_id="2")]
    build(found, documents, BagEncoder(), replace=True)
    subjects = list(subjects_of(found.open()))
    assert subjects[:4] == ["Wilhelmine", "Can I bring my dog?", "Queen Margrethe", "Fees"]
    assert question_about("Can I bring my dog?", texts("fr")) == "Can I bring my dog?"


def test_examples_are_ready_when_a_generation_goes_live(library: Library) -> None:
    """In every language that was asked for, and once."""
    ask, examples = Counting("lighthouse"), Examples()
    examples.offered(library.open(), ask, texts("fr"))
    build(library, [from_text("# The lighthouse\n\nIt stands.")], BagEncoder(), replace=True)
    view = library.open()
    examples.renew(view, ask)
    before = len(ask.asked)
    for language in ("en", "fr"):
        assert len(examples.offered(view, ask, texts(language))) == 1
    examples.renew(view, ask)
    assert len(ask.asked) == before


def test_not_every_noun_in_capitals_is_worth_a_question(tmp_path: Path) -> None:
    """A German text is asked about what it is about, not about the hour."""
    found = open_library(tmp_path / "library")
    rules = (
        "Die Ruhe gilt von 13 bis 15 Uhr und von 22 bis 6 Uhr, am Tag bis 20 Uhr. "
        "Im Keller steht die Waschküche; in der Waschküche darf nicht geraucht werden. "
        "Nach der Wäsche wird die Waschküche bis 21 Uhr gefegt und bis 22 Uhr abgeschlossen."
    )
    build(found, [from_text(rules, doc_id="1")], BagEncoder(), replace=True)
    assert next(iter(subjects_of(found.open()))) == "Waschküche"
