"""The embedded library keeps what the interface promises."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.index.store.contract import Fresh, LibraryContract
from tests.index.store.killed import KilledContract
from tests.index.store.model import ModelContract

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


class TestModel(ModelContract):
    """Any sequence of changes."""


class TestKilled(KilledContract):
    """Writers that die."""
