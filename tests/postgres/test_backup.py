"""What `docs/deploy.md` says of backup is enough: dumped, dropped, restored, it is as before."""

import os
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg

from bot.state import open_state
from tests.postgres.server import Server, programs

NOW = 1_800_000_000.0
ADMIN, ANN = 1, 20


def test_a_dump_holds_who_is_let_in_and_what_is_on_its_way(
    postgres: Server, tmp_path: Path
) -> None:
    """Taken while a bot runs; limits and conversations begin anew."""
    address, copy = postgres.database(), postgres.database(pgvector=False)
    dump = tmp_path / "verbatim.dump"
    with closing(open_state(address, 6)) as state:
        assert state.together
        state.allow(ANN, ADMIN)
        state.keep("change", ADMIN, 7, "a text that waits")
        state.together.put(5, ANN, '{"update_id": 5}')
        assert [state.spend(ANN, NOW) for _ in range(7)][-1] == "warn"
        _run("pg_dump", "--format=custom", f"--file={dump}", address)
    postgres.drop(address)
    _run("pg_restore", "--clean", "--if-exists", f"--dbname={copy}", str(dump))
    with closing(open_state(copy, 6)) as state:
        assert state.together
        assert state.approvals() == [ANN]
        assert state.kept("change", ADMIN, 7) == "a text that waits"
        assert state.together.waiting() == 1
    with psycopg.connect(copy) as connection:
        tables = connection.execute("SELECT count(*) FROM verbatim_bot.migrations").fetchone()
    assert tables == (2,)
    postgres.drop(copy)


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(programs() / program), *arguments], check=True, env=os.environ)
