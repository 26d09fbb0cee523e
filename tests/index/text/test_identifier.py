"""The language detector's model is unpacked once, and works where nothing can be written."""

import resource
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import py3langid
import pytest
from hypothesis import given

from index.prepared import cache_folder, intact
from index.text import detect
from index.text.identifier import identifier
from index.text.language import _ranked
from tests.index.text.awkward import AWKWARD

Forget = Callable[[], None]


@pytest.fixture
def forget(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Forget]:
    """Makes this process forget the model, as if it had just started, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def forgotten() -> None:
        identifier.cache_clear()
        _ranked.cache_clear()

    yield forgotten
    forgotten()


@given(text=AWKWARD)
def test_it_is_the_packages_model(text: str) -> None:
    """The same languages in the same order, with the same likelihoods."""
    assert identifier().rank(text) == py3langid.rank(text)


@pytest.mark.slow
def test_it_is_unpacked_once(forget: Forget, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into the cache; then no temporary file is needed, nor the package's archive."""
    forget()
    assert detect("Où est le chat de la voisine ?") == "fr"
    (made,) = cache_folder().iterdir()
    assert intact(made)
    forget()
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    monkeypatch.setattr("index.text.identifier._archive", None)
    assert detect("Wo ist die Katze der Nachbarin?") == "de"


@pytest.mark.slow
def test_a_full_disk_is_no_failure(forget: Forget, caplog: pytest.LogCaptureFixture) -> None:
    """It is unpacked in memory, which is said; nothing half stays in the cache."""
    forget()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    try:
        assert detect("Où est le chat de la voisine ?") == "fr"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "unpacked again each time" in caplog.text
    assert list(cache_folder().iterdir()) == []
