"""A second question in a message is answered by itself, or goes on from the first."""

from pathlib import Path

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.pipeline import QuestionAnswering
from bot.answering.readers.reader import Reader
from index.building import build
from index.encoding import Encoder
from index.sources import from_text
from index.store import open_library
from tests.doubles import BagEncoder, WordReader

BOATS = "Which old boat is long, red and wooden?"
BREAD = "What does bread cost?"
TEXTS = {
    "ferry": "The ferry runs every hour. The ferry costs eight crowns. It does not run in winter.",
    "museum": "The museum is closed on Mondays. The director of the museum is Anna Berg."
    " The museum was founded in 1988.",
    "park": "The park is free. Barbecues are forbidden in the park. The park has three gates.",
    "pier": "The pier was opened on 9 May 1934. The pier is 300 metres long. The pier gate opens"
    " at six every morning. A ticket for the pier costs five crowns.",
}


@pytest.fixture
def boats(tmp_path: Path) -> QuestionAnswering:
    """More texts have the words of the first question than are read."""
    library = open_library(tmp_path)
    rows = [f"The old boat number {n} is long, red and wooden." for n in range(30)]
    documents = [from_text(row, doc_id=f"boat {n}") for n, row in enumerate(rows)]
    bread = from_text("The bread does cost five.", doc_id="bread")
    build(library, [*documents, bread], BagEncoder(), replace=True)
    return QuestionAnswering(library, BagEncoder(), WordReader())


def _quoted(found: Answer | NoAnswer) -> str:
    return " / ".join(one.text for one in found.quotes) if isinstance(found, Answer) else ""


def test_a_whole_second_question_is_not_asked_of_the_first(boats: QuestionAnswering) -> None:
    """However short it is."""
    assert "bread" in _quoted(boats.ask(BREAD))
    assert "bread" in _quoted(boats.ask(f"{BOATS} {BREAD}"))


def test_a_whole_question_is_answered_by_itself_whatever_was_before(
    boats: QuestionAnswering,
) -> None:
    """Whoever says what that was: only what goes on is found together with it."""
    assert boats.ask(BREAD, BOATS) == boats.ask(BREAD)
    assert boats.ask("and how much?", BOATS) != boats.ask("and how much?")


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, bundled: Encoder, bundled_reader: Reader
) -> QuestionAnswering:
    """Some notices with the shipped models."""
    library = open_library(tmp_path_factory.mktemp("town"))
    documents = [from_text(text, title=name, doc_id=name) for name, text in TEXTS.items()]
    build(library, documents, bundled, replace=True)
    return QuestionAnswering(library, bundled, bundled_reader)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("When was the pier opened? What does the ferry cost?", "eight crowns"),
        ("When was the pier opened? Who runs the museum?", "Anna Berg"),
        ("Wann wurde der Pier eröffnet? Wer leitet das Museum?", "Anna Berg"),
        ("Когда открыли пирс? Сколько стоит паром?", "eight crowns"),
        ("栈桥什么时候开放的？博物馆的馆长是谁？", "Anna Berg"),
        ("When was the pier opened? What does it cost?", "five crowns"),
        ("When was the pier opened? How much is a ticket?", "five crowns"),
        ("Wer leitet das Museum? Und wann wurde es gegründet?", "1988"),
        ("Qui dirige le musée ? Quand a-t-il été fondé ?", "1988"),
    ],
)
def test_both_questions_of_a_message_are_answered(
    town: QuestionAnswering, message: str, words: str
) -> None:
    """The second by itself where it is whole, of the first's subject where it goes on."""
    assert words in _quoted(town.ask(message))
