"""What is made once stays whole, and what a maker left behind that died goes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.prepared import intact, prepared


def _maker(made: list[Path]) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "part").mkdir()
        (folder / "part" / "file").write_text("content", encoding="utf-8")

    return make


def test_it_is_made_once(tmp_path: Path) -> None:
    """Another process, which remembers nothing, finds it whole and makes nothing."""
    made: list[Path] = []
    folder = tmp_path / "cache" / "model"
    assert prepared(folder, _maker(made)) == folder
    assert prepared(folder, _maker(made)) == folder
    assert len(made) == 1
    assert (folder / "part" / "file").read_text(encoding="utf-8") == "content"
    assert [path.name for path in folder.parent.iterdir()] == ["model"]


def test_a_damaged_one_is_made_again(tmp_path: Path) -> None:
    """Also where a file is gone."""
    made: list[Path] = []
    folder = tmp_path / "model"
    for damage in (lambda file: file.write_text("kontent"), Path.unlink):
        prepared(folder, _maker(made))
        damage(folder / "part" / "file")
        assert not intact(folder)
        prepared(folder, _maker(made))
        assert intact(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    """Neither half a folder nor one aside."""

    def full(folder: Path) -> None:
        (folder / "half").write_bytes(b"half")
        raise OSError("No space left on device")

    with pytest.raises(OSError, match="No space"):
        prepared(tmp_path / "model", full)
    assert list(tmp_path.iterdir()) == []


def test_what_the_dead_left_is_swept(tmp_path: Path) -> None:
    """But not what somebody may still be making."""
    dead, alive = tmp_path / ".making-dead", tmp_path / ".making-alive"
    for folder in (dead, alive):
        folder.mkdir()
        (folder / "file").write_bytes(b"half")
    old = time.time() - 7_200
    os.utime(dead, (old, old))
    prepared(tmp_path / "model", _maker([]))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".making-alive", "model"]
