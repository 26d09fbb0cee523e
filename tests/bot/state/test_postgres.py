"""The state in PostgreSQL: the contract of every backend, and what is this one's own."""

from collections.abc import Iterator

import pytest

from bot.state import State, open_state
from tests.bot.state.contract import Counted, Open, StateContract

psycopg = pytest.importorskip("psycopg", reason="no PostgreSQL here: `make test` brings it")


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
