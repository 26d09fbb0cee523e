"""What lies in a state file that is not used."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.state import left_in, open_state
from bot.state.file import SCHEMA


def test_what_people_left_is_counted(tmp_path: Path) -> None:
    """Approvals, blocks, languages and questions that wait; also while a bot has the file."""
    path = tmp_path / "state.sqlite"
    with closing(open_state(path, 6)) as state:
        assert left_in(path) == 0
        state.allow(5, 1)
        state.block(-7)
        state.set_language(5, "de")
        state.set_language(6, "fr")
        state.keep("waiting", 5, 1, "{}")
        state.keep("username", 0, 0, "verbatim_bot")
        assert left_in(path) == 5
    assert left_in(path) == 5


def test_a_file_of_the_first_version_is_counted_too(tmp_path: Path) -> None:
    """As it is: it is not brought up to date."""
    path = tmp_path / "state.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA)
        connection.execute("INSERT INTO allowed VALUES (5, 1)")
        connection.commit()
    before = path.read_bytes()
    assert left_in(path) == 1
    assert path.read_bytes() == before


def test_where_nothing_can_be_read_nothing_is_left(tmp_path: Path) -> None:
    """No file, an empty one, a folder, one of another program: none of them is made or changed."""
    missing, empty, other = (tmp_path / name for name in ("missing", "empty", "other"))
    empty.touch()
    other.write_text("no database " * 100)
    assert [left_in(one) for one in (missing, empty, tmp_path, other, other / "x")] == [0] * 5
    assert sorted(one.name for one in tmp_path.iterdir()) == ["empty", "other"]
    assert (empty.read_bytes(), other.read_text()) == (b"", "no database " * 100)
