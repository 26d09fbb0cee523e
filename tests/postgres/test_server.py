"""The servers that tests run on are real: they keep what is written, follow, and take over."""

import psycopg
import pytest

from tests.postgres.server import Server


@pytest.mark.slow
def test_a_standby_follows_and_takes_over_when_the_first_is_killed() -> None:
    """What was committed is on the standby, which refuses writes until it is promoted."""
    first = Server()
    second = first.standby()
    try:
        address = first.database()
        name = address.rpartition("/")[2]
        with psycopg.connect(address) as connection:
            connection.execute("CREATE TABLE t AS SELECT '[1,2]'::vector AS v")
        first.wait_for(second)
        with (
            psycopg.connect(second.dsn(name)) as connection,
            pytest.raises(psycopg.errors.ReadOnlySqlTransaction),
        ):
            connection.execute("DELETE FROM t")
        first.kill()
        second.promote()
        with psycopg.connect(second.dsn(name)) as connection:
            assert connection.execute("DELETE FROM t RETURNING v::text").fetchall() == [("[1,2]",)]
        first.start()
        with psycopg.connect(address) as connection:
            assert connection.execute("SELECT count(*) FROM t").fetchone() == (1,)
    finally:
        second.remove()
        first.remove()


def test_databases_are_empty_and_apart(postgres: Server) -> None:
    """Each test gets a database of its own, with pgvector unless it asks for none."""
    with psycopg.connect(postgres.database()) as one, psycopg.connect(postgres.database()) as two:
        one.execute("CREATE TABLE t (v vector)")
        one.commit()
        assert two.execute("SELECT to_regclass('t')").fetchone() == (None,)
    with psycopg.connect(postgres.database(pgvector=False)) as connection:
        assert connection.execute("SELECT to_regtype('vector')").fetchone() == (None,)
