"""The state in PostgreSQL: the contract of every backend, and what is this one's own."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import Conversation, State, StateError, check_database, open_kept, open_state
from bot.state.postgres.schema import MIGRATIONS
from tests.bot.state.contract import Counted, Open, StateContract
from tests.bot.state.one_of_several import Told

psycopg = pytest.importorskip("psycopg", reason="no PostgreSQL here: `make test` brings it")
SCRIPT = Path(__file__).parents[3] / "deploy" / "state-to-postgres.sql"


class TestContract(StateContract):
    """PostgreSQL keeps what `State` promises."""

    @pytest.fixture
    def opened(self, database: str) -> Iterator[Open]:
        """The same database each time."""
        states: list[State] = []

        def again(questions_per_minute: float) -> State:
            for one in states:
                one.close()
            states.append(open_state(database, questions_per_minute))
            return states[-1]

        yield again
        for one in states:
            one.close()

    @pytest.fixture
    def counted(self, database: str) -> Counted:
        """From its table."""

        def rows() -> list[tuple[int, str, int, int, int, int]]:
            with psycopg.connect(database) as connection:
                found = connection.execute("SELECT * FROM verbatim_bot.feedback ORDER BY 1, 2, 3")
                return list(found.fetchall())

        return rows


def _join(state: State) -> None:
    assert state.together
    state.together.join(Told())


def test_a_database_is_of_the_bot_that_joined_there_first(database: str) -> None:
    """One with another token is told so, by its check too; what never joined takes nothing."""
    open_state(database, 6, bot=99).close()  # Telegram may have refused that token
    with closing(open_state(database, 6, bot=42)) as one:
        _join(one)
        told = (
            f"{database} keeps the state of another bot (42; TELEGRAM_TOKEN is of 43): set STATE"
        )
        for use in (lambda: open_state(database, 6, bot=43), lambda: check_database(database, 43)):
            with pytest.raises(StateError, match=re.escape(told)):
                use()
        with closing(open_state(database, 6, bot=42)) as same:
            _join(same)
        assert check_database(database, 42) == check_database(database, None) == database


def test_of_two_that_start_at_once_the_second_is_refused(database: str) -> None:
    """Both found a database that was nobody's."""
    opened = (closing(open_state(database, 6, bot=bot)) for bot in (42, 43))
    with next(opened) as one, next(opened) as other:
        _join(one)
        with pytest.raises(StateError, match="another bot"):
            _join(other)


def test_who_does_not_run_a_bot_makes_nothing(database: str) -> None:
    """Neither the tables, nor what is missing of them; what a bot has made is read."""
    with pytest.raises(StateError, match=f"there is no state in {database}: a bot"):
        open_kept(database)
    with psycopg.connect(database) as connection:
        there = connection.execute("SELECT to_regnamespace('verbatim_bot')").fetchone()
    assert there == (None,)
    with closing(open_state(database, 6)) as state:
        state.keep("pasted", 1, 2, "a giraffe")
    with closing(open_kept(database)) as kept:
        assert kept.kept("pasted", 1, 2) == "a giraffe"
    with psycopg.connect(database) as connection:
        connection.execute("DELETE FROM verbatim_bot.migrations")
        connection.execute(
            "INSERT INTO verbatim_bot.migrations VALUES (%s)", [len(MIGRATIONS) + 1]
        )
    with pytest.raises(StateError, match="newer Verbatim"):
        open_kept(database)


def test_an_older_database_is_brought_up_to_date(database: str) -> None:
    """What was asked before there were topics was asked in none."""
    with psycopg.connect(database) as connection:
        connection.execute("CREATE SCHEMA verbatim_bot")
        connection.execute("SET search_path TO verbatim_bot")
        connection.execute("CREATE TABLE migrations (number integer PRIMARY KEY)")
        connection.execute(MIGRATIONS[0])
        connection.execute("INSERT INTO migrations VALUES (1)")
        connection.execute(
            "INSERT INTO asked VALUES (1, 2, 3, 'Who?', '', 2, '{4}', true, clock_timestamp())"
        )
    with closing(open_state(database, 6)) as state:
        assert state.together
        last = Conversation(1, 3, "Who?", "", 2, (4,), True, 0)
        assert state.together.last(1, 3, 0) == last
        assert state.together.last(1, 3, 5) is None


SERVERS_OWN = {
    "statement_timeout": "1s",
    "lock_timeout": "1s",
    "idle_session_timeout": "300ms",
    "idle_in_transaction_session_timeout": "300ms",
    "standard_conforming_strings": "off",
    "client_encoding": "LATIN1",
}


def test_settings_of_the_server_change_nothing(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an administrator makes them for a database; nor does the client's environment."""
    name = database.rpartition("/")[2]
    with psycopg.connect(database, autocommit=True) as connection:
        for setting, value in SERVERS_OWN.items():
            connection.execute(f"ALTER DATABASE {name} SET {setting} = '{value}'".encode())
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    with closing(open_state(f"{database}?client_encoding=LATIN1", 6)) as state:
        state.keep("pasted", 1, 2, "żółw \\ '")
        assert state.kept("pasted", 1, 2) == "żółw \\ '"
        assert state.together
        with state.together.alone("library"):
            pass
        names = "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)"
        found = dict(state._database.ask(names, list(SERVERS_OWN)))  # type: ignore[attr-defined]
    assert found == {
        **dict.fromkeys(SERVERS_OWN, "0"),
        "standard_conforming_strings": "on",
        "client_encoding": "UTF8",
    }


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="no sqlite3 here")
def test_a_state_file_goes_along(database: str, tmp_path: Path) -> None:
    """By `deploy/state-to-postgres.sql`, as docs/deploy.md says; what is there already stays."""
    file = tmp_path / "state.sqlite"
    with closing(open_state(file, 6)) as state:
        state.allow(5, 1)
        state.block(-7)
        for user, language in ((5, "de"), (6, "fr")):
            state.set_language(user, language)
        for kind in ("waiting", "done"):
            state.keep(kind, 5, 1, "it's\nso \\n")
    with closing(open_state(database, 6)) as there:
        there.set_language(6, "it")
        copied = subprocess.run(
            ["sqlite3", str(file)], input=SCRIPT.read_bytes(), capture_output=True, check=True
        )
        with psycopg.connect(database) as connection:
            connection.execute(copied.stdout.decode())
        assert there.approvals() == [5]
        assert there.blocked(-7)
        assert [there.language(user) for user in (5, 6)] == ["de", "it"]
        assert there.kept("waiting", 5, 1) == "it's\nso \\n"
        assert there.kept("done", 5, 1) is None
