"""Refused questions in the state, and in groups of those that ask the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.gaps import LIFETIME, Gap, Refused, forget, gaps, note, refused
from bot.gaps.keeping import MOST
from bot.state import State, open_state
from index.encoding import Encoder
from tests.doubles import BagEncoder

DAY = 86_400.0
NOW = 20_000 * DAY + 7_000


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """An empty one."""
    state = open_state(str(tmp_path / "state.sqlite"), 6)
    yield state
    state.close()


def test_a_question_is_kept_of_nobody_and_of_a_day(state: State) -> None:
    """Its time of day is not kept; two of the same words are two."""
    for _ in range(2):
        note(state, "Where can I park?", "Arrival", NOW)
    assert list(refused(state, NOW)) == [Refused("Where can I park?", "Arrival", 20_000)] * 2
    state.forget(7)
    assert len(list(refused(state, NOW))) == 2


def test_they_go_after_ninety_days(state: State) -> None:
    """And are not told of longer ago than is asked for."""
    note(state, "old", "", NOW)
    note(state, "new", "", NOW + 80 * DAY)
    assert [one.question for one in refused(state, NOW + 80 * DAY, 7 * DAY)] == ["new"]
    assert [one.question for one in refused(state, NOW + LIFETIME - DAY)] == ["old", "new"]
    assert [one.question for one in refused(state, NOW + LIFETIME)] == ["new"]
    assert [one.question for one in refused(state, NOW)] == ["new"]


def test_they_are_bounded(state: State) -> None:
    """The oldest go."""
    for day in range(MOST + 5):
        note(state, f"question {day}", "", NOW - MOST * 600 + day * DAY / 60)
    kept = list(refused(state, NOW, LIFETIME))
    assert len(kept) == MOST
    assert kept[-1].question == f"question {MOST + 4}" or kept[-1].day == kept[-2].day


def test_a_gap_that_is_filled_goes_with_all_its_questions(state: State) -> None:
    """And no other."""
    for question in ("where can I park my car", "who is the director") * 2:
        note(state, question, "", NOW)
    park, _ = gaps(list(refused(state, NOW)), BagEncoder())
    forget(state, park)
    left = [one.question for one in refused(state, NOW)]
    assert len(left) == 2
    assert park.question not in left


def test_those_that_ask_the_same_are_one() -> None:
    """The most frequent first, in the words used most, with what is closest to most of them."""
    asked = [
        Refused("where can I park my car", "Arrival", 1),
        Refused("who is the director", "Staff", 1),
        Refused("where can I park my car", "Parking", 2),
        Refused("where can I park my car today", "Parking", 3),
    ]
    assert gaps(asked, BagEncoder()) == [
        Gap("where can I park my car", 3, "Parking"),
        Gap("who is the director", 1, "Staff"),
    ]
    assert gaps(asked, BagEncoder(), most=1)[0].count == 3
    assert gaps([], BagEncoder()) == []


@pytest.mark.slow
def test_the_encoder_knows_the_same_question_in_other_words(bundled: Encoder) -> None:
    """In one language; two things are never one."""
    same = (
        (
            "Where can I park near the museum?",
            "parking museum?",
            "Is there parking at the museum?",
        ),
        ("Do you offer student discounts?", "Is there a discount for students?"),
        ("Wann fährt der letzte Bus?", "Um wie viel Uhr geht der letzte Bus?"),
        ("Can I bring my dog?", "Are dogs allowed?"),
        ("¿Hay wifi?", "wifi gratis?"),
        ("How do I cancel my subscription?", "I want to cancel my subscription, how?"),
    )
    asked = [Refused(one, str(n), 1) for n, some in enumerate(same) for one in some]
    found = gaps(asked, bundled, most=99)
    assert len(found) <= len(same) + 2
    assert sum(gap.count for gap in found) == len(asked)
