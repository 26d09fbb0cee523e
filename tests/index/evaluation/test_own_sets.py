"""Our own sets of questions: every answer stands in its text, letter by letter."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from index.evaluation.question_sets import read

DATA = Path(__file__).parents[2] / "data"
SETS = ("mixed", "single", "typed", "official", "lookalike")


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of a set."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.mark.parametrize("name", SETS)
def test_answers_are_words_of_their_text(name: str) -> None:
    """Each at its place; what is not answered has no place; no question is asked twice of one."""
    for row in rows(name):
        for one in row["questions"]:
            for part in [one, *one.get("also", [])]:
                answer, start = part["answer"], part["start"]
                assert (answer is None) == (start is None)
                assert answer is None or row["text"][start:].startswith(answer), one
        asked = [one["question"] for one in row["questions"]]
        assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("name", SETS)
def test_the_sets_can_be_read(name: str) -> None:
    """With all of their questions."""
    found = read(DATA / f"{name}.jsonl")
    assert len(found.questions) == sum(len(row["questions"]) for row in rows(name))


def test_single_documents_are_of_several_kinds_and_languages() -> None:
    """Six of them, thirty questions each in many languages, a third of them not answered."""
    found = rows("single")
    assert [len(row["questions"]) for row in found] == [30] * 6
    assert len({row["lang"] for row in found}) == 4
    asked = [one for row in found for one in row["questions"]]
    assert len({one["question_lang"] for one in asked}) == 11
    assert sum(one["answer"] is None for one in asked) == 60


def test_typed_questions_are_of_every_kind() -> None:
    """Two hundred of them, on the sample and the single documents; at least ten of each kind."""
    kinds = Counter(one["kind"] for row in rows("typed") for one in row["questions"])
    assert sum(kinds.values()) == 200
    assert set(kinds) == {
        "word", "plain", "wrong", "translit", "capitals", "two", "greeting", "headline", "code",
    }  # fmt: skip
    assert min(kinds.values()) >= 10
    texts = {row["text"] for row in rows("single")}
    assert len([row for row in rows("typed") if row["text"] not in texts]) == 1


def test_official_pages_are_asked_about_in_several_sentences() -> None:
    """Thirty-three pages in three languages, a fifth of their questions not answered."""
    found = rows("official")
    assert Counter(row["lang"] for row in found) == {"fr": 13, "en": 10, "de": 10}
    asked = [one for row in found for one in row["questions"]]
    assert len(asked) >= 270
    assert 0.15 < sum(one["answer"] is None for one in asked) / len(asked) < 0.25


def test_look_alikes_differ_in_one_thing() -> None:
    """In a name, a date, a number, what is denied, who does it, or whether it is done yet."""
    found = [one for row in rows("lookalike") for one in row["questions"]]
    alike = Counter(one["kind"] for one in found if one["answer"] is None)
    assert set(alike) == {"name", "date", "number", "negation", "role", "planned"}
    assert sum(alike.values()) >= 130
    assert sum(one["answer"] is not None for one in found) >= 35
