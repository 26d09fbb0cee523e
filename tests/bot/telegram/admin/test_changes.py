"""Changes that wait, kept in the state."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.state import State, open_state
from bot.telegram.admin.changes import WAITING, Change, Changes, Kind
from index.sources import from_text

ANN, BOB = 7, 8
ZOO = from_text("# Zoo\n\n- a giraffe\n- an otter\n", date="2023-05-06", url="https://example.org")


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """An empty state."""
    with closing(open_state(tmp_path / "state.sqlite", 6)) as opened:
        yield opened


def _change(message_id: int, admin: int = ANN) -> Change:
    return Change(admin, message_id, Kind.ADD, 3, "de", (ZOO,), "zoo")


def test_a_change_is_kept_as_it_is(state: State) -> None:
    """With its documents, to the last block; for the admin who wants it alone."""
    changes = Changes(state)
    changes.put(_change(10))
    assert changes.get(ANN, 10) == _change(10)
    assert changes.get(BOB, 10) is None
    assert (changes.has(ANN, 10), changes.has(ANN, 11)) == (True, False)
    edited = replace(_change(10), kind=Kind.REPLACE_ALL)
    changes.put(edited)
    assert changes.get(ANN, 10) == edited
    changes.drop(edited)
    assert changes.get(ANN, 10) is None


def test_those_under_way_are_known(state: State) -> None:
    """Of all admins."""
    changes = Changes(state)
    at_work = [replace(_change(number, who), under_way=True) for number, who in ((1, BOB), (2, 6))]
    for one in (*at_work, _change(3)):
        changes.put(one)
    assert sorted(one.message_id for one in changes.under_way()) == [1, 2]


def test_the_oldest_of_too_many_are_let_go(state: State) -> None:
    """Each admin has a place for so many."""
    changes = Changes(state)
    changes.put(_change(1, BOB))
    for number in range(1, WAITING + 3):
        changes.put(_change(number))
    assert [number for number in range(1, 6) if changes.has(ANN, number)] == [3, 4, 5]
    assert changes.has(BOB, 1)
