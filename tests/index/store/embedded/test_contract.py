"""The embedded library keeps what the interface promises."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from index.store.embedded.holding import LEASES
from index.store.embedded.locks import WRITER
from index.store.embedded.schema import DATABASE
from index.store.embedded.snapshot import SNAPSHOTS
from tests.index.store.animals import Fresh
from tests.index.store.contract import LibraryContract
from tests.index.store.killed import KilledContract
from tests.index.store.model import SEQUENCES, follow

# Rows that no published generation has.
LOOSE = {
    "generations": "NOT published",
    "documents": "id NOT IN (SELECT document FROM served)",
    "passages": "document NOT IN (SELECT id FROM documents)",
    "lexical_docsize": "id NOT IN (SELECT row FROM passages)",
    "vectors": "whole IS NULL OR id NOT IN (SELECT vector FROM passages)",
    "sentence_vectors": "id NOT IN (SELECT id FROM vectors)",
    "served": "since > (SELECT max(number) FROM generations)",
}
MEMORY = Path("/dev/shm")  # syncing a disk is what takes long


@pytest.fixture
def fresh() -> Fresh:
    """A folder that is not there yet, in memory where there is such a thing."""

    @contextmanager
    def folder() -> Iterator[str]:
        with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
            yield f"{name}/library"

    return folder


class TestContract(LibraryContract):
    """Each promise by itself."""


@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(steps=SEQUENCES)
def test_any_sequence_of_changes(fresh: Fresh, steps: list[tuple[str, object]]) -> None:
    """The library is what a few dictionaries say it is."""
    follow(fresh, steps)


class TestKilled(KilledContract):
    """Writers that die."""

    SHARE = 2 / 3

    def leftovers(self, address: str) -> list[str]:
        """Files and rows of no generation; the log is only of the last change."""
        folder = Path(address)
        with closing(sqlite3.connect(folder / DATABASE)) as connection:
            rows = connection.execute("SELECT number, snapshot FROM generations").fetchall()
            loose = [
                f"{table}: {count}"
                for table, where in LOOSE.items()
                for (count,) in connection.execute(f"SELECT count(*) FROM {table} WHERE {where}")
                if count
            ]
        known = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", WRITER}
        known |= {f"{LEASES}/{number}" for number, _ in rows}
        known |= {f"{SNAPSHOTS}/{number}.faiss" for row in rows for number in row}
        files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        return [*loose, *sorted(files - known)]
