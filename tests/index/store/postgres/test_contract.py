"""The library in a database keeps what the interface promises."""

from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings

from index.building import build
from index.store import Library, open_library
from index.store.postgres.session import SCHEMA
from tests.doubles import BagEncoder
from tests.index.store.animals import ANIMALS, Fresh, animal
from tests.index.store.contract import LibraryContract
from tests.index.store.killed import KilledContract
from tests.index.store.model import SEQUENCES, follow
from tests.postgres.server import Server

# Rows that no published generation has.
LOOSE = {
    "generations": "NOT published",
    "documents": "id NOT IN (SELECT document FROM served)",
    "passages": "document NOT IN (SELECT id FROM documents)",
    "vectors": "id NOT IN (SELECT vector FROM passages)",
    "served": "since > (SELECT max(number) FROM generations)",
    "frequencies": "since > (SELECT newest FROM library)",
    "postings": "segment NOT IN (SELECT id FROM segments)",
    "segments": "passages > 0 AND id NOT IN (SELECT segment FROM documents)",
    "lost": "document NOT IN (SELECT id FROM documents)",
}


@pytest.fixture(scope="module")
def built(postgres: Server) -> str:
    """The library of five animals, to be copied."""
    address = postgres.database()
    build(open_library(address), map(animal, ANIMALS), BagEncoder(), replace=True)
    return address


class TestContract(LibraryContract):
    """Each promise by itself."""

    @pytest.fixture
    def library(self, postgres: Server, built: str) -> Iterator[Library]:
        """A copy of it: to build it takes ten times as long."""
        address = postgres.database(like=built)
        yield open_library(address)
        postgres.drop(address)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(steps=SEQUENCES)
def test_any_sequence_of_changes(fresh: Fresh, steps: list[tuple[str, object]]) -> None:
    """The library is what a few dictionaries say it is."""
    follow(fresh, steps)


class TestKilled(KilledContract):
    """Writers that die."""

    SHARE = 1 / 3

    def leftovers(self, address: str) -> list[str]:
        """Rows of no generation."""
        with psycopg.connect(address, options=f"-c search_path={SCHEMA}") as connection:
            counted = {
                table: connection.execute(f"SELECT count(*) FROM {table} WHERE {where}".encode())
                for table, where in LOOSE.items()
            }
            found = {table: cursor.fetchone() for table, cursor in counted.items()}
        return [f"{table}: {count}" for table, count in found.items() if count != (0,)]
