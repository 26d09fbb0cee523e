"""The state file: approvals, languages and feedback, from one run to the next."""

import sqlite3
import stat
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from bot.state.embedded import StateError, Store, TooManyPending

NOW = 1_800_000_000.0
ADMIN, ANN, BOB, GROUP = 1, 20, 30, -100


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state is kept."""
    return tmp_path / "new" / "state.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty store."""
    with closing(Store(path)) as opened:
        yield opened


def _rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_what_is_said_is_kept_over_a_restart(path: Path) -> None:
    """Languages and approvals are there again; what was taken back is not."""
    with closing(Store(path)) as store:
        assert store.language(ANN) is None
        store.set_language(ANN, "de")
        store.set_language(ANN, "rm")
        store.allow(GROUP, ADMIN)
        store.allow(BOB, ADMIN)
        store.disallow(BOB)
    with closing(Store(path)) as store:
        assert store.language(ANN) == "rm"
        assert store.allowed(GROUP)
        assert not store.allowed(BOB)
        assert not store.allowed(ANN)


def test_only_the_owner_reads_the_file(store: Store, path: Path) -> None:
    """Ids of people are nobody else's business."""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_code_stays_the_same_for_an_hour(store: Store) -> None:
    """Six digits; asked again within the hour they are the same, later they are void."""
    code = store.pair(ANN, NOW)
    assert len(code) == 6
    assert code.isdecimal()
    assert store.pair(ANN, NOW + 3599) == code
    assert [one.id for one in store.pending(NOW + 3599)] == [ANN]
    assert store.pending(NOW + 3600) == []
    assert store.approve(code, ADMIN, NOW + 3600) is None
    assert not store.allowed(ANN)


def test_approving_lets_in_who_waits_for_that_code(store: Store) -> None:
    """The one with the code, once; a group by its own id."""
    codes = {id: store.pair(id, NOW) for id in (ANN, GROUP)}
    wrong = next(code for code in ("000000", "000001", "000002") if code not in codes.values())
    assert store.approve(wrong, ADMIN, NOW) is None
    assert store.approve(codes[GROUP], ADMIN, NOW + 1) == GROUP
    assert store.allowed(GROUP)
    assert not store.allowed(ANN)
    assert store.approve(codes[GROUP], ADMIN, NOW + 2) is None
    assert [one.id for one in store.pending(NOW)] == [ANN]


def test_ten_may_wait_and_no_more(store: Store) -> None:
    """The eleventh is refused until one is answered or an hour has passed."""
    codes = [store.pair(id, NOW) for id in range(1, 11)]
    assert len(set(codes)) == 10
    with pytest.raises(TooManyPending):
        store.pair(11, NOW)
    assert store.pair(10, NOW) == codes[9]
    store.disallow(3)
    assert store.pair(11, NOW) not in codes
    assert store.pair(12, NOW + 3600)


def test_feedback_is_counted_without_who(store: Store, path: Path) -> None:
    """Opinions of the same quote add up; nothing else is kept."""
    for right in (True, False, True):
        store.record_feedback(3, "a.txt", 5, 9, right)
    store.record_feedback(4, "a.txt", 5, 9, False)
    rows = _rows(path, "SELECT * FROM feedback")
    assert rows == [(3, "a.txt", 5, 9, 2, 1), (4, "a.txt", 5, 9, 0, 1)]


def test_a_group_keeps_its_rights_when_its_id_changes(store: Store) -> None:
    """Telegram gives a group a new id when it grows; the old one means nothing then."""
    store.allow(GROUP, ADMIN)
    store.set_language(GROUP, "fr")
    store.set_language(-1_001, "en")
    store.migrate(GROUP, -1_001)
    assert store.allowed(-1_001)
    assert store.language(-1_001) == "fr"
    assert not store.allowed(GROUP)
    assert store.language(GROUP) is None


def test_forgetting_leaves_nothing_of_the_user(store: Store, path: Path) -> None:
    """No row, and no byte in the files, names the user; others are as they were."""
    someone = 0x5A5A5A5A5A5A
    store.allow(someone, ADMIN)
    store.allow(BOB, someone)
    store.set_language(someone, "it")
    store.pair(someone, NOW)
    store.set_language(ANN, "de")
    store.forget(someone)
    assert not store.allowed(someone)
    assert store.language(someone) is None
    assert store.pending(NOW) == []
    assert store.allowed(BOB)
    assert store.language(ANN) == "de"
    stored = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert someone.to_bytes(6, "big") not in stored


def test_many_threads_may_use_it_at_once(store: Store, path: Path) -> None:
    """No call fails and none is lost, not when another's is taken back meanwhile."""
    for id in range(-10, 0):
        store.pair(id, NOW)

    def record(number: int) -> None:
        store.record_feedback(1, "a.txt", number % 5, 9, right=True)
        with pytest.raises(TooManyPending):
            store.pair(1000, NOW)
        store.set_language(number, "de")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(record, range(400)))
    assert _rows(path, "SELECT start, right FROM feedback") == [(n, 80) for n in range(5)]
    assert _rows(path, "SELECT count(*) FROM languages") == [(400,)]


def test_calls_are_quick(store: Store) -> None:
    """Under a millisecond each at the median: they run on the event loop."""
    times = []
    for id in range(300):
        began = time.perf_counter()
        store.set_language(id, "de")
        store.allowed(id)
        times.append(time.perf_counter() - began)
    assert sorted(times)[150] / 2 < 0.001


def test_a_newer_or_foreign_file_is_refused_and_left(path: Path) -> None:
    """What the bot does not understand it does not write to; the message says what to do."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StateError, match="newer Verbatim"):
        Store(path)
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(StateError, match="set STATE to another file"):
        Store(path)
    assert path.read_bytes() == b"no database at all" * 100
    with pytest.raises(StateError, match="cannot be used"):
        Store(path / "below" / "a-file")
