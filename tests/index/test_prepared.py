"""What is made once stays whole, and what a maker left behind that died goes."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.prepared import intact, prepared

ROOT = Path(__file__).parents[2]


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


@pytest.mark.parametrize(("mode", "given"), [(0o755, 0o755), (0o700, 0o700), (0o1777, 0o755)])
def test_others_may_read_it_who_may_read_what_it_lies_in(
    tmp_path: Path, mode: int, given: int
) -> None:
    """But not write: root makes it for a container in which nobody is root."""
    folder = tmp_path / "cache" / "model"
    folder.parent.mkdir()
    folder.parent.chmod(mode)
    prepared(folder, _maker([]))
    assert stat.S_IMODE(folder.stat().st_mode) == given


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


MAKER = """
import sys
from pathlib import Path
from index.prepared import prepared

def make(folder):
    (folder / "file").write_bytes(b"half")
    print("half", flush=True)
    sys.stdin.readline()
    (folder / "file").write_bytes(b"whole")

prepared(Path(sys.argv[1]), make)
"""


@contextmanager
def _making(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that is half-way, and goes on when it is told to."""
    command, pipe = [sys.executable, "-c", MAKER, str(folder)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as maker:
        assert maker.stdout
        assert maker.stdout.readline() == "half\n"
        yield maker


def test_a_maker_that_is_killed_leaves_nothing_under_the_name(tmp_path: Path) -> None:
    """The next makes it whole."""
    folder = tmp_path / "model"
    with _making(folder) as maker:
        maker.kill()
    assert not folder.exists()
    with _making(folder) as maker:
        maker.communicate("go on\n")
    assert maker.returncode == 0
    assert (folder / "file").read_bytes() == b"whole"
    assert intact(folder)


def test_makers_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Both are half-way at the same moment; the first to end wins, and neither fails."""
    folder = tmp_path / "model"
    with _making(folder) as one, _making(folder) as other:
        one.communicate("go on\n")
        assert intact(folder)
        other.communicate("go on\n")
    assert (one.returncode, other.returncode) == (0, 0)
    assert (folder / "file").read_bytes() == b"whole"
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
