"""The state file, opened beside the bot and as it should not be."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import StateError, check_file, open_kept, open_state
from bot.state.file import ADDED, APPLICATION, SCHEMA, VERSION, StateFile
from index.building import build
from index.sources import from_text
from index.store import open_library
from tests.doubles import BagEncoder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state is kept."""
    return tmp_path / "state.sqlite"


def _made(path: Path) -> StateFile:
    """As a bot opens it."""
    file = StateFile(path)
    file.bring_up_to_date()
    return file


def test_a_newer_or_foreign_file_is_refused_and_left(path: Path) -> None:
    """What the bot does not understand it does not write to; the message says what to do."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StateError, match=r"newer Verbatim \(schema 99, this one knows 3\)"):
        StateFile(path)
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(StateError, match="set STATE to another file"):
        StateFile(path)
    assert path.read_bytes() == b"no database at all" * 100


def test_a_database_of_another_kind_is_refused_and_left(tmp_path: Path) -> None:
    """A library has the same version; any other program's has at least other tables."""
    library, other = tmp_path / "library.sqlite", tmp_path / "other.sqlite"
    build(open_library(tmp_path), [from_text("A giraffe.")], BagEncoder(), replace=True)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE languages (name TEXT)")
    for path in (library, other):
        before = path.read_bytes()
        for use in (StateFile, check_file, open_kept, lambda path: open_state(path, 6)):
            told = f"{path} is not the bot's state: set STATE to another file"
            with pytest.raises(StateError, match=re.escape(told)):
                use(path)
        assert path.read_bytes() == before


@pytest.mark.parametrize("marked", [True, False])
def test_a_file_of_the_first_version_is_brought_up_to_date(path: Path, marked: bool) -> None:
    """With or without a mark, which the very first lack; what it holds is there."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA)
        connection.execute("INSERT INTO languages VALUES (1, 'de')")
        connection.execute("INSERT INTO pending VALUES (5, '123456', 1000.0)")
        connection.commit()
        if marked:
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute("PRAGMA user_version = 1")
    with closing(open_state(path, 6)) as state:
        assert state.language(1) == "de"
        assert state.approve("123456", 1, 1001.0) == 5
        state.pair(-3, 7, 1001.0)
        state.begin(1, 2, 3, "de")
        assert state.all_kept("paste") == []
        assert not state.blocked(1)
    with closing(StateFile(path)) as file:
        assert file.ask("PRAGMA user_version") == [(VERSION,)]
        assert file.ask("PRAGMA application_id") == [(APPLICATION,)]
        assert file.ask("SELECT chat, message, user FROM unanswered") == [(1, 2, 3)]


@pytest.mark.parametrize("version", [1, 2])
def test_who_does_not_run_a_bot_leaves_an_older_file_as_it_is(path: Path, version: int) -> None:
    """The bot that runs with it, of an older version, could not read it otherwise."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("".join((SCHEMA, *ADDED)[:version]))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    check_file(path)
    told = f"{path} was written by an older Verbatim: start the bot once, which brings it up to"
    with pytest.raises(StateError, match=re.escape(told)):
        open_kept(path)
    assert path.read_bytes() == before


def test_an_empty_file_is_well_and_holds_no_state_yet(path: Path) -> None:
    """Nor is one made in it where nobody runs a bot."""
    path.touch()
    check_file(path)
    with pytest.raises(StateError, match="there is no state in"):
        open_kept(path)
    assert path.read_bytes() == b""


def test_it_is_made_once_and_says_its_version(path: Path) -> None:
    """A file of the present version is left as it is."""
    with closing(_made(path)) as file:
        file.ask("INSERT INTO languages VALUES (1, 'de')")
        assert file.ask("PRAGMA user_version") == [(VERSION,)]
        assert file.ask("PRAGMA application_id") == [(APPLICATION,)]
    with closing(StateFile(path)) as file:
        assert file.ask("SELECT * FROM languages") == [(1, "de")]


def test_a_transaction_that_raises_leaves_nothing(path: Path) -> None:
    """All or nothing; a fault of the statement is a StateError, any other passes as it is."""
    with closing(_made(path)) as file:

        def insert(*numbers: int) -> None:
            with file.transaction() as connection:
                for number in numbers:
                    connection.execute(f"INSERT INTO languages VALUES ({1 // number}, 'de')")

        with pytest.raises(ZeroDivisionError):
            insert(1, 0)
        with pytest.raises(StateError, match="cannot be used"):
            insert(1, 1)
        assert file.ask("SELECT * FROM languages") == []
        insert(1)
        assert file.ask("SELECT * FROM languages") == [(1, "de")]


def test_checking_disturbs_no_bot_and_makes_nothing(path: Path) -> None:
    """A file in use is well; a missing one stays missing, its folder may be missing too."""
    check_file(path)
    check_file(path.parent / "a" / "b" / "state.sqlite")
    assert list(path.parent.iterdir()) == []
    with closing(open_state(path, 6)) as state:
        state.allow(5, 1)
        check_file(path)
        assert state.allowed(5)


def test_checking_tells_what_is_wrong(path: Path) -> None:
    """A file of another kind is left as it is; a folder nobody may write to is an OSError."""
    path.write_text("no database " * 100)
    with pytest.raises(StateError, match="set STATE to another file"):
        check_file(path)
    assert path.read_text() == "no database " * 100
    with pytest.raises(OSError, match="/proc"):
        check_file(Path("/proc/no/state.sqlite"))


def test_where_there_is_no_room_that_is_said(path: Path) -> None:
    """Not that somebody else should write the file."""
    state = _made(path)
    state.ask("PRAGMA max_page_count = 20")
    with pytest.raises(StateError, match=r"disk is full\): free some space on its disk$"):
        state.ask("INSERT INTO kept VALUES ('pasted', 1, 1, ?)", "giraffe " * 100_000)
    state.close()
