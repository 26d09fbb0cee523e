"""The list of questions that wait: so many of one person, and of all together."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.state import WAITING, State, open_state
from bot.telegram.asking import waiting as module
from bot.telegram.asking.waiting import MOST_OF_ONE, Waiting, wait, waiting

FIRST = Waiting(7, 1, "Who keeps the lighthouse?", "en", 1_000.0, 1)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """An empty one."""
    state = open_state(str(tmp_path / "state.sqlite"), 6)
    yield state
    state.close()


def test_a_question_that_waits_may_be_put_again_on_a_full_list(state: State) -> None:
    """A second tap comes later than the first; it is still the same message."""
    for number in range(1, MOST_OF_ONE + 1):
        assert wait(state, replace(FIRST, number=number))
    again = replace(FIRST, number=3, since=FIRST.since + 1)
    assert wait(state, again)
    assert list(waiting(state, again.since)).count(again) == 1
    assert len(list(waiting(state, again.since))) == MOST_OF_ONE
    assert not wait(state, replace(FIRST, number=MOST_OF_ONE + 1))
    assert wait(state, replace(FIRST, user_id=8))


def test_so_many_wait_of_all_together(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """One more of anybody is refused, but not one of those that wait."""
    monkeypatch.setattr(module, "MOST", 2)
    assert wait(state, FIRST)
    assert wait(state, replace(FIRST, user_id=8))
    assert not wait(state, replace(FIRST, user_id=9))
    assert wait(state, replace(FIRST, since=FIRST.since + 1))


def test_what_is_kept_is_what_older_versions_read(state: State) -> None:
    """The mark of the generation is kept under their name for it; what they kept is read."""
    assert wait(state, replace(FIRST, mark=345_678))
    text = state.kept(WAITING, FIRST.user_id, FIRST.number)
    assert text
    assert json.loads(text) == {
        "user_id": 7, "number": 1, "question": "Who keeps the lighthouse?", "language": "en",
        "since": 1_000.0, "generation": 345_678, "before": "",
    }  # fmt: skip
    assert list(waiting(state, FIRST.since)) == [replace(FIRST, mark=345_678)]
