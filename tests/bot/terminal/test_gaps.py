"""`bot gaps`: what a bot has kept, also while it runs."""

import json
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from bot.gaps import Gap, note
from bot.state import State, StateError, open_state
from bot.terminal import found_gaps, gap_as_json, render_gaps
from tests.doubles import BagEncoder


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    """That of a bot which is running."""
    with closing(open_state(tmp_path / "state.sqlite", 6)) as state:
        yield state


def test_what_is_kept_is_told_while_the_bot_runs(state: State, tmp_path: Path) -> None:
    """The most frequent first, with what is closest; the bot goes on keeping."""
    for question, closest in [("who mends nets", ""), ("where can I park", "Arrival")] * 2:
        note(state, question, closest, time.time())
    note(state, "where can I park", "Arrival", time.time())
    found = found_gaps(str(tmp_path / "state.sqlite"), BagEncoder())
    assert found == [Gap("where can I park", 3, "Arrival"), Gap("who mends nets", 2, "")]
    assert render_gaps(found).splitlines() == [
        "3 × where can I park",
        "    closest: Arrival",
        "2 × who mends nets",
    ]
    assert gap_as_json(found[1]) == {"question": "who mends nets", "count": 2, "closest": None}
    note(state, "who mends nets", "", time.time())
    assert found_gaps(str(tmp_path / "state.sqlite"), BagEncoder())[0].count == 3


def test_nothing_kept_is_said(state: State, tmp_path: Path) -> None:
    """In a sentence."""
    assert found_gaps(str(tmp_path / "state.sqlite"), BagEncoder()) == []
    assert render_gaps([]) == "Nothing was asked that the texts do not answer."


def test_a_state_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """It says what is missing."""
    with pytest.raises(StateError, match="there is no state in"):
        found_gaps(str(tmp_path / "state.sqlite"), BagEncoder())
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_may_be_kept_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong setting, and which."""
    monkeypatch.chdir(tmp_path)
    assert main(["gaps"]) == 2
    assert "GAPS=true" in capsys.readouterr().err


@pytest.mark.slow
def test_the_command_reads_the_state_of_the_settings(
    state: State,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As the bot does."""
    note(state, "Where can I park?", "Arrival", time.time())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GAPS", "true")
    assert main(["gaps", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line) == {"question": "Where can I park?", "count": 1, "closest": "Arrival"}
