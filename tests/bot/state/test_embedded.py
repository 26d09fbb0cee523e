"""The state in a file: the contract of every backend, and what is this one's own."""

import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import StateError, embedded, open_state
from bot.state.embedded import EmbeddedState
from tests.bot.state.contract import (
    ADMIN,
    ANN,
    BOB,
    GROUP,
    NOW,
    PER_MINUTE,
    SOMEONE,
    Counted,
    Open,
    StateContract,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state is kept, in a folder that is not there yet."""
    return tmp_path / "new" / "state.sqlite"


@pytest.fixture
def state(path: Path) -> Iterator[EmbeddedState]:
    """An empty state."""
    with closing(EmbeddedState(path, PER_MINUTE)) as opened:
        yield opened


class TestContract(StateContract):
    """The embedded backend keeps what `State` promises."""

    @pytest.fixture
    def opened(self, path: Path) -> Iterator[Open]:
        """The same file each time."""
        states: list[EmbeddedState] = []

        def again(questions_per_minute: float) -> EmbeddedState:
            for one in states:
                one.close()
            states.append(EmbeddedState(path, questions_per_minute))
            return states[-1]

        yield again
        for one in states:
            one.close()

    @pytest.fixture
    def counted(self, path: Path) -> Counted:
        """By SQL, beside the bot."""

        def rows() -> list[tuple[int, str, int, int, int, int]]:
            with closing(sqlite3.connect(path)) as connection:
                found = connection.execute("SELECT * FROM feedback ORDER BY 1, 2, 3, 4")
                return found.fetchall()

        return rows


def test_only_the_owner_reads_the_file(state: EmbeddedState, path: Path) -> None:
    """Ids of people are nobody else's business."""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_forgetting_reaches_the_disk(state: EmbeddedState, path: Path) -> None:
    """No byte in the files names the user afterwards."""
    state.allow(SOMEONE, ADMIN)
    state.allow(BOB, SOMEONE)
    state.set_language(SOMEONE, "it")
    state.pair(SOMEONE, SOMEONE, NOW)
    state.pair(GROUP, SOMEONE, NOW)
    state.begin(SOMEONE, 7, SOMEONE, "en")
    state.begin(GROUP, 7, SOMEONE, "en")
    state.forget(SOMEONE)
    stored = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert SOMEONE.to_bytes(6, "big") not in stored
    assert state.allowed(BOB)


def test_calls_are_quick(state: EmbeddedState) -> None:
    """Under a millisecond each at the median: they run on the event loop."""
    times = []
    for id in range(300):
        began = time.perf_counter()
        state.set_language(id, "de")
        state.allowed(id)
        state.first_time(id)
        state.spend(id, NOW)
        state.begin(id, id, id, "en")
        state.end(id, id)
        times.append(time.perf_counter() - began)
    assert sorted(times)[150] / 4 < 0.001


def test_users_in_memory_are_bounded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more users than it counts, the one silent for longest is let go."""
    monkeypatch.setattr(embedded, "MOST_USERS", 3)
    with closing(EmbeddedState(path, 1.0)) as state:
        assert [state.spend(user, NOW) for user in (1, 2, 3)] == ["ok"] * 3
        assert state.spend(1, NOW) == "warn"
        assert state.spend(4, NOW) == "ok"
        assert state.spend(1, NOW) == "silent"
        assert state.spend(2, NOW) == "ok"
        assert len(state._buckets) == 3


def test_updates_in_memory_are_bounded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more updates than it remembers, the oldest is let go."""
    monkeypatch.setattr(embedded, "MOST_UPDATES", 3)
    with closing(EmbeddedState(path, 1.0)) as state:
        assert [state.first_time(update) for update in (1, 2, 3, 1, 4)] == [
            *(True, True, True),
            *(False, True),
        ]
        assert not state.first_time(2)
        assert state.first_time(1)
        assert len(state._seen) == 3


def test_a_second_bot_is_refused(state: EmbeddedState, path: Path) -> None:
    """In the same process and in another; once the first has closed, from any thread, it may."""
    with pytest.raises(StateError, match=f"^another bot runs with {path}: stop it, or set STATE$"):
        open_state(path, PER_MINUTE)
    assert _opened_elsewhere(path) == f"another bot runs with {path}: stop it, or set STATE"
    state.set_language(ANN, "de")
    with ThreadPoolExecutor(1) as thread:
        thread.submit(state.close).result()
    assert _opened_elsewhere(path) == "opened, de"
    with closing(open_state(path, PER_MINUTE)) as again:
        assert again.language(ANN) == "de"


def test_a_folder_that_holds_no_file_is_told_from_a_second_bot() -> None:
    """No lock can be made there: nobody holds it."""
    path = Path("/proc/self/state.sqlite")
    with pytest.raises(StateError, match=f"^{path} cannot be used .* set STATE to another file$"):
        open_state(path, PER_MINUTE)


def _opened_elsewhere(path: Path) -> str:
    program = (
        "import sys, pathlib\n"
        "from bot.state import StateError, open_state\n"
        f"try: print('opened,', open_state(pathlib.Path(sys.argv[1]), 6).language({ANN}))\n"
        "except StateError as error: print(error)\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_a_refused_file_is_not_held(path: Path) -> None:
    """Once it is well again it can be opened."""
    path.parent.mkdir()
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(StateError, match="set STATE to another file") as told:
        open_state(path, PER_MINUTE)
    path.unlink()
    open_state(path, PER_MINUTE).close()
    assert told.tb  # what was begun is still referred to, so nobody else has let go of the lock


def test_a_place_that_cannot_be_written_is_told(path: Path) -> None:
    """A file where a folder should be, or no permission: with what to do."""
    path.parent.mkdir()
    path.write_bytes(b"")
    for place in (path / "below" / "a-file", Path("/proc/none/state.sqlite")):
        with pytest.raises(StateError, match=f"{place} cannot be used .*: let the bot's user"):
            open_state(place, PER_MINUTE)
