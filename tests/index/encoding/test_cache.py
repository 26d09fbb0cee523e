"""The bundled model's folder: made once, whatever happens."""

import subprocess
import sys
from pathlib import Path

import pytest

from index.encoding import cache as model_cache
from index.encoding.engine import Engine
from index.errors import EncoderError
from index.prepared import intact

ROOT = Path(__file__).parents[3]


@pytest.mark.slow
def test_the_model_is_made_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole, by a process that finds none; how it survives kills is `index.prepared`'s."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    code = "from index.encoding import bundled_folder; print(bundled_folder())"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    folder = model_cache.bundled_folder()
    assert run.stdout == f"{folder}\n"
    assert tmp_path in folder.parents
    assert intact(folder)
    assert Engine(folder).dimension == 384


def test_a_cache_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says which setting helps."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    with pytest.raises(EncoderError, match="XDG_CACHE_HOME"):
        model_cache.bundled_folder()
