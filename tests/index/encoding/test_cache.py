"""The bundled model's folder: made once, whatever happens."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.encoding import cache as model_cache
from index.errors import EncoderError
from index.prepared import intact


def _prepare(cache: Path) -> "subprocess.Popen[bytes]":
    code = "from index.encoding.cache import bundled_folder; print(bundled_folder())"
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    return subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.DEVNULL
    )


@pytest.mark.slow
def test_the_model_is_made_once_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill half-way, two processes at once, a damaged file: the folder is whole after each."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    killed = _prepare(tmp_path)
    while killed.poll() is None and not list(tmp_path.rglob("words.npy")):
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    both = [_prepare(tmp_path), _prepare(tmp_path)]
    assert [process.wait() for process in both] == [0, 0]
    folder = model_cache.bundled_folder()
    assert intact(folder)
    words = folder / "words.npy"
    before = words.read_bytes()
    words.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    assert not intact(folder)
    assert _prepare(tmp_path).wait() == 0
    assert intact(folder)
    assert words.read_bytes() == before


def test_a_cache_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says which setting helps."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    with pytest.raises(EncoderError, match="XDG_CACHE_HOME"):
        model_cache.bundled_folder()
