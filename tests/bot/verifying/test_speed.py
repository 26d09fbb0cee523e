"""How long it takes to verify, in a library where every sentence stands in many passages."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from index.building import build
from index.store import View, open_library
from tests.pastes import SLOW, Chance, documents, measured

TRIED = 10


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """4,000 passages here; `python -m tests.pastes` measures among 100,000."""
    library = open_library(tmp_path_factory.mktemp("pastes") / "library")
    build(library, documents(4_000), Chance(), replace=True)
    with closing(library.open()) as opened:
        yield opened


@pytest.mark.slow
def test_every_paste_is_verified_within_a_second(view: View) -> None:
    """Of every kind, up to the longest that is compared."""
    found = measured(view, Chance(), TRIED)
    assert len(found) == 14
    assert all(len(seconds) == TRIED for seconds in found.values())
    assert max(seconds[-1] for seconds in found.values()) < SLOW
