"""Fresh databases for libraries: made once, and cleared after each use, which is quicker."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from index.store.postgres.session import SCHEMA
from tests.index.store.animals import Fresh
from tests.postgres.server import Server


@pytest.fixture(scope="session")
def spare() -> list[str]:
    """Databases that are empty."""
    return []


@pytest.fixture
def fresh(postgres: Server, spare: list[str]) -> Fresh:
    """A database in which no library has been built."""

    @contextmanager
    def empty() -> Iterator[str]:
        address = spare.pop() if spare else postgres.database()
        yield address
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE".encode())
        spare.append(address)

    return empty


@pytest.fixture
def database(fresh: Fresh) -> Iterator[str]:
    """The address of an empty database."""
    with fresh() as address:
        yield address
