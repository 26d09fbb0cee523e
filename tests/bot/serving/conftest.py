"""A desk over the small library where the words decide."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answering import QuestionAnswering
from bot.serving import Desk
from index.building import build
from index.store import open_library
from tests.doubles import BagEncoder, WordReader
from tests.telegram_library import documents


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library, to be read only."""
    folder = tmp_path_factory.mktemp("served") / "library"
    build(open_library(folder), documents(), BagEncoder(), replace=True)
    return folder


@pytest.fixture
def desk(served: Path) -> Iterator[Desk]:
    """What programs ask at."""
    made = Desk(QuestionAnswering(open_library(served), BagEncoder(), WordReader()))
    yield made
    asyncio.run(made.close())
