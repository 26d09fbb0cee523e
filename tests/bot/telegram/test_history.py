"""What was done to the library, and by whom."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import State, open_state
from bot.telegram import history as module
from bot.telegram.history import Done, History, only_by

FIRST = Done(1, 2, 7, "add", "Zoo")
SECOND = Done(2, 3, 8, "remove", "Zoo")
BACK = Done(3, 2, 7, "back")


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """An empty state."""
    opened = open_state(tmp_path / "state.sqlite", 6)
    yield opened
    opened.close()


def test_what_led_from_one_generation_to_another(state: State) -> None:
    """In order; also where it led back."""
    history = History(state)
    for done in (FIRST, SECOND, BACK):
        history.note(done)
    assert history.between(1, 2) == [FIRST, SECOND, BACK]
    assert history.between(3, 2) == [BACK]
    assert history.between(2, 2) == []


def test_a_restart_forgets_nothing(tmp_path: Path) -> None:
    """Admins who decide after it are told by whom and what, as before it."""
    for done in (FIRST, SECOND):
        with closing(open_state(tmp_path / "state.sqlite", 6)) as state:
            History(state).note(done)
    with closing(open_state(tmp_path / "state.sqlite", 6)) as state:
        assert History(state).between(1, 3) == [FIRST, SECOND]


def test_what_came_from_elsewhere_is_not_known(state: State) -> None:
    """Before, between or after what was done from chat."""
    history = History(state)
    assert history.between(1, 2) is None
    history.note(SECOND)
    assert history.between(1, 3) is None
    assert history.between(2, 4) is None


def test_the_oldest_is_let_go(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many changes there are, so many are kept."""
    monkeypatch.setattr(module, "REMEMBERED", 3)
    history = History(state)
    for number in range(1, 9):
        history.note(Done(number, number + 1, 7, "add"))
    assert len(state.all_kept("done")) == 3
    assert history.between(6, 9) is not None
    assert history.between(5, 9) is None


def test_who_is_forgotten_has_done_nothing(state: State) -> None:
    """What they did is known of nobody then."""
    history = History(state)
    for done in (FIRST, SECOND, BACK):
        history.note(done)
    state.forget(8)
    assert history.between(3, 2) == [BACK]
    assert history.between(1, 2) is None


def test_whose_changes_they_all_are() -> None:
    """What is not known is nobody's."""
    assert only_by([FIRST, BACK], 7)
    assert not only_by([FIRST, SECOND], 7)
    assert only_by([], 7)
    assert not only_by(None, 7)
