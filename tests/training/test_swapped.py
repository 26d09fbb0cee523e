"""What a passage says of another, and a question that is renamed with it."""

import random

import pytest

from tests.training.rows import answer_of
from training.pairs import Pair
from training.swapped import swap, swapped, with_swapped

TEXT = "In 1894 the keeper Nordby lit the lamp. He kept it for 31 years, and Nordby's son after."
ELSEWHERE = [("When the war came, the pilot Lindqvist left.", "War")]


def _pair(question: str, answer: str, title: str = "") -> Pair:
    start = TEXT.index(answer)
    return Pair(question, TEXT, start, start + len(answer), title)


def test_a_name_becomes_another_wherever_it_stands() -> None:
    """In the passage, its forms too, and in the title; the answer stays, and answers no more."""
    pair = _pair("How long did Nordby keep it?", "31 years", "Nordby of Skagen")
    found = swap(pair, ELSEWHERE, random.Random(1))
    assert found is not None
    other = swapped(pair, found)
    assert other.passage == TEXT.replace("Nordby", "Lindqvist")
    assert (other.question, other.title) == (pair.question, "Lindqvist of Skagen")
    assert answer_of(other) is None


def test_a_number_becomes_another() -> None:
    """One of as many digits that stands nowhere in what is read."""
    pair = _pair("Who lit the lamp in 1894?", "the keeper Nordby")
    found = swap(pair, [], random.Random(1))
    assert found is not None
    assert found.forms == {"1894"}
    assert (found.other[:2], len(found.other)) == ("18", 4)
    assert swapped(pair, found).passage == TEXT.replace("1894", found.other)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Who lit it first?", "Nordby"), ("Was it Nordby?", "the keeper Nordby"), ("who?", "1894")],
)
def test_what_answers_is_never_swapped(question: str, answer: str) -> None:
    """Nor a word that the question does not name."""
    assert swap(_pair(question, answer), ELSEWHERE, random.Random(1)) is None


def test_a_name_in_other_letters_does_not_take_its_place() -> None:
    """A Greek name in an English text would tell by itself."""
    greek = [("Τότε ο Νικολαΐδης έφυγε.", "")]
    assert swap(_pair("Did Nordby light it?", "31 years"), greek, random.Random(1)) is None


def test_renamed_it_answers_beside_what_it_was() -> None:
    """The passage as it was is then the one that does not."""
    pair = _pair("How long did Nordby keep it?", "31 years")
    drawn = [with_swapped([pair], ELSEWHERE, random.Random(seed)) for seed in range(40)]
    found = {tuple(tuple(group) for group in groups) for groups in drawn}
    plain, beside, renamed = sorted(found, key=lambda groups: sum(map(len, groups)))
    assert plain == ((pair,),)
    assert beside == ((pair, pair.without(TEXT.replace("Nordby", "Lindqvist"))),)
    assert renamed[0] == beside[0]
    again, before = renamed[1]
    assert again.question == before.question == "How long did Lindqvist keep it?"
    assert (answer_of(again), answer_of(before)) == ("31 years", None)
    assert (again.passage, before.passage) == (TEXT.replace("Nordby", "Lindqvist"), TEXT)
