"""The plain way: the first passage, whole, above a threshold tuned on what it is measured on."""

from pathlib import Path

import pytest

from bot.answering.answer import Answer
from bot.answering.confidence import Kind
from bot.evaluation.libraries import Without
from bot.evaluation.outcomes import Outcome
from bot.evaluation.plain import PLAIN, first_passage, tuned
from index.evaluation.question_sets import read
from index.evaluation.run import retriever_for
from tests.doubles import BagEncoder

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("way", PLAIN)
def test_the_first_passage_is_quoted_whole(way: str, tmp_path: Path, encoder: BagEncoder) -> None:
    """Also where a document is left out, and then of another one."""
    questions = read(DATA / "questions.en.jsonl")
    library = retriever_for(questions, encoder, tmp_path)
    asked = next(question for question in questions.questions if question.answerable)
    ask = first_passage(PLAIN[way])
    found = ask(asked.text, library)
    assert isinstance(found, Answer)
    document = found.quotes[0].document
    assert document.text.startswith(found.quotes[0].text)
    left = ask(asked.text, Without(library, document.title))
    assert not isinstance(left, Answer) or left.quotes[0].document.title != document.title


def test_the_threshold_lets_a_fifth_of_those_left_out_through() -> None:
    """Over all sets together."""

    def outcome(kind: Kind, confidence: float) -> Outcome:
        return Outcome(kind, confidence, True, True, True, True, True, ())

    left_out = [outcome("left out", place / 10) for place in range(11)]
    first, second = tuned([left_out, [outcome("answerable", 0.9), outcome("answerable", 0.5)]])
    assert sum(one.answered for one in first) == 2
    assert [one.answered for one in second] == [True, False]


def test_the_passage_is_right_where_the_quote_is() -> None:
    """What is quoted is the passage."""
    right = Outcome("answerable", 0.9, True, True, True, True, False, ())
    wrong = Outcome("answerable", 0.9, True, True, False, False, False, ())
    ((one, other),) = tuned([[right, wrong]])
    assert (one.passage, other.passage) == (True, False)
