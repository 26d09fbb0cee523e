"""Questions as people type them."""

import random

import pytest

from training.typed import as_typed

QUESTION = "¿Qué decidió la alcaldesa?"


def test_questions_are_typed_in_a_hurry_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small, without accents, in capitals, with one slip; never all of it lost."""
    monkeypatch.setattr("training.typed.TYPED", 1.0)
    ways = {as_typed(QUESTION, random.Random(seed)) for seed in range(300)}
    assert {"qué decidió la alcaldesa", "que decidio la alcaldesa", QUESTION.upper()} < ways
    assert {"¿Qué decidió la alacldesa?", "¿Qué deciidó la alcaldesa?"} & ways
    assert all(abs(len(one) - len(QUESTION)) <= 2 for one in ways)


def test_most_are_as_they_were_written() -> None:
    """And other scripts have no accents to lose."""
    kept = [as_typed(QUESTION, random.Random(seed)) for seed in range(400)]
    assert 300 < kept.count(QUESTION) < 380
    chinese = "市长决定了什么？"
    assert {as_typed(chinese, random.Random(seed)) for seed in range(99)} == {
        chinese,
        chinese[:-1],
    }
