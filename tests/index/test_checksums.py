"""Checksums: of streams, of files, of folders whose every file is listed."""

import hashlib
import io
import json
from pathlib import Path

import pytest

from index.checksums import PART, checksum, damaged_files, digest, write_checksums

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
# Of "abc": the example of FIPS 180-2.
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_digest_is_the_sha_256_of_what_is_read() -> None:
    """From where the stream stands: all that is left, or so many bytes and no more."""
    assert digest(io.BytesIO(b"abc")).hex() == ABC
    assert digest(io.BytesIO(b"")).hex() == EMPTY
    stream = io.BytesIO(b"--abc++")
    stream.seek(2)
    assert digest(stream, 3).hex() == ABC
    assert stream.read() == b"++"
    assert digest(io.BytesIO(b"abc"), 0).hex() == EMPTY
    large = bytes(range(256)) * (PART // 100)
    assert digest(io.BytesIO(large)) == hashlib.sha256(large).digest()
    assert digest(io.BytesIO(large), PART + 1) == hashlib.sha256(large[: PART + 1]).digest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, one of them further down, and the list of both."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "a").write_bytes(b"abc")
    (tmp_path / "inner" / "b").write_bytes(b"")
    write_checksums(tmp_path, [tmp_path / "a", tmp_path / "inner" / "b"])
    return tmp_path


def test_a_folder_lists_its_files(folder: Path) -> None:
    """By their names below it, with what they are."""
    listed = json.loads((folder / "checksums.json").read_text(encoding="utf-8"))
    assert listed == {"a": ABC, "inner/b": EMPTY}
    assert checksum(folder / "a") == ABC
    assert damaged_files(folder) == []


def test_a_changed_file_is_named(folder: Path) -> None:
    """A byte too many is enough; files that are not listed are nobody's business."""
    (folder / "unlisted").write_bytes(b"x")
    (folder / "inner" / "b").write_bytes(b"x")
    assert damaged_files(folder) == ["inner/b"]


def test_what_cannot_be_checked_raises(folder: Path) -> None:
    """A file that is gone, a list that is none or empty, and no list at all."""
    (folder / "a").unlink()
    with pytest.raises(FileNotFoundError):
        damaged_files(folder)
    for text in ("{", "[]", "{}"):
        (folder / "checksums.json").write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"Expecting|checksums\.json"):
            damaged_files(folder)
    (folder / "checksums.json").unlink()
    with pytest.raises(FileNotFoundError):
        damaged_files(folder)
