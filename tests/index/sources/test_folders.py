"""Files as they lie: regular ones only, and none outside a named folder."""

import os
import socket
import time
from pathlib import Path

import pytest

from index.errors import SourceError
from index.sources import folders, load
from index.sources.folders import content, files_in
from index.text.documents import Document


def _loaded(*sources: Path) -> tuple[list[str], list[str]]:
    """The ids of what was read, and what was told."""
    found = list(load([str(source) for source in sources]))
    ids = [one.doc_id for one in found if isinstance(one, Document)]
    return ids, [str(one) for one in found if isinstance(one, SourceError)]


def test_links_that_lead_out_of_a_folder_are_told(tmp_path: Path) -> None:
    """Those that stay inside are followed; a folder that a link leads to is met where it lies."""
    outside, notes = tmp_path / "secret", tmp_path / "notes"
    (outside / "deep").mkdir(parents=True)
    (notes / "sub").mkdir(parents=True)
    (outside / "deep" / "key.txt").write_text("The key is under the mat.")
    (notes / "sub" / "a.txt").write_text("Text a.")
    (notes / "0-file.txt").symlink_to(outside / "deep" / "key.txt")
    (notes / "1-up.txt").symlink_to("../secret/deep/key.txt")
    (notes / "2-folder").symlink_to(outside)
    (notes / "3-chain.txt").symlink_to(notes / "0-file.txt")
    (notes / "4-inside.txt").symlink_to("sub/a.txt")
    (notes / "5-sub").symlink_to("sub")
    (notes / "6-gone").symlink_to("nothing")
    (notes / "7-round").symlink_to("7-round")
    ids, told = _loaded(notes)
    assert ids == ["4-inside.txt", "sub/a.txt"]
    out = "a link out of the folder; name what it leads to"
    names = ["0-file.txt", "1-up.txt", "2-folder", "3-chain.txt"]
    assert told[:4] == [f"{notes / name}: {out}" for name in names]
    assert told[4] == f"{notes / '6-gone'}: No such file or directory"
    assert told[5].startswith(f"{notes / '7-round'}: ")
    assert len(told) == 6


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    """Who names it means what it leads to, a file or a folder."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("Text a.")
    (tmp_path / "folder").symlink_to("real")
    (tmp_path / "file.txt").symlink_to("real/a.txt")
    assert _loaded(tmp_path / "folder", tmp_path / "file.txt") == (["a.txt", "file.txt"], [])


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe nobody writes to, a device without an end, a socket: told at once."""
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        (tmp_path / "z.txt").write_text("Text z.")
        started = time.monotonic()
        ids, told = _loaded(tmp_path, tmp_path / "pipe.txt", Path("/dev/zero"), Path("/dev/stdin"))
    assert time.monotonic() - started < 2
    assert ids == ["z.txt"]
    assert [line.partition(": ")[2] for line in told] == [
        "no regular file; what a pipe gives is read with -"
    ] * 5


def test_a_file_without_a_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel's files say 0 and may go on and on."""
    assert b"processor" in content(Path("/proc/cpuinfo"))
    monkeypatch.setattr(folders, "MAX_FILE", 100)
    with pytest.raises(SourceError, match="larger than"):
        content(Path("/proc/cpuinfo"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    """It is not taken for empty."""
    (tmp_path / "locked").mkdir(mode=0)
    (tmp_path / "a.txt").write_text("Text a.")
    found = list(files_in(tmp_path))
    assert [str(one) for one in found] == [
        str(tmp_path / "a.txt"),
        f"{tmp_path / 'locked'}: Permission denied",
    ]
