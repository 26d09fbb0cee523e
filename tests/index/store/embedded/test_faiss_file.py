"""An index is read from its file as it was written, or not at all."""

import resource
from pathlib import Path

import numpy as np
import pytest

from index.store.embedded import faiss_file, faiss_index
from index.store.embedded.faiss_file import Stamp
from index.store.embedded.faiss_index import EXACT, SQ8
from index.store.embedded.sealed_files import UnusableFile
from index.store.interface import Rows
from tests.index.store.embedded.clustered import clustered, index_of

STAMP = Stamp("library", 7, "bag", "1", 64)


def test_a_file_of_a_kind_no_longer_made_is_made_again(tmp_path: Path) -> None:
    """Files are derived: what this version does not search is built from the database."""
    index = index_of(clustered(100), EXACT)
    index.kind = "RaBitQ,Refine(SQ8)"
    faiss_file.write(index, tmp_path / "7.faiss", STAMP)
    with pytest.raises(UnusableFile, match="no longer"):
        faiss_file.read(tmp_path / "7.faiss", STAMP)


def test_every_broken_file_is_refused(tmp_path: Path) -> None:
    """Cut anywhere, one bit turned anywhere, empty, missing: never an answer from it."""
    path = tmp_path / "7.faiss"
    faiss_file.write(index_of(clustered(200), SQ8), path, STAMP)
    whole = path.read_bytes()
    for at in np.random.default_rng(0).integers(0, len(whole), 60).tolist():
        turned = bytearray(whole)
        turned[at] ^= 1 << (at % 8)
        for broken in (bytes(turned), whole[:at], whole + whole[:at]):
            path.write_bytes(broken)
            if broken != whole:
                with pytest.raises(UnusableFile):
                    faiss_file.read(path, STAMP)
    path.unlink()
    with pytest.raises(UnusableFile):
        faiss_file.read(path, STAMP)


@pytest.mark.parametrize(
    "other",
    [
        Stamp("another", 7, "bag", "1", 64),
        Stamp("library", 8, "bag", "1", 64),
        Stamp("library", 7, "box", "1", 64),
        Stamp("library", 7, "bag", "2", 64),
        Stamp("library", 7, "bag", "1", 32),
    ],
)
def test_a_file_of_something_else_is_refused(other: Stamp, tmp_path: Path) -> None:
    """Another library's, generation's or encoder's file is whole, and still not this one."""
    path = tmp_path / "7.faiss"
    faiss_file.write(index_of(clustered(20), EXACT), path, other)
    with pytest.raises(UnusableFile, match="another library, generation or encoder"):
        faiss_file.read(path, STAMP)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """A file that could not be written whole does not take the name of one that was."""
    path = tmp_path / "7.faiss"
    faiss_file.write(index_of(clustered(20), EXACT), path, STAMP)
    before = path.read_bytes()
    large = index_of(clustered(2_000), EXACT)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(OSError, match=r"7\.faiss"):
            faiss_file.write(large, path, STAMP)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["7.faiss"]


def test_a_mapped_file_outlives_its_replacement(tmp_path: Path) -> None:
    """A search goes on in the file it was opened with when a newer one takes the name."""
    path = tmp_path / "7.faiss"
    stored = clustered(2_000)
    faiss_file.write(index_of(stored, EXACT), path, STAMP)
    index = faiss_file.read(path, STAMP)
    before = index.search(stored[5], 10)
    faiss_file.write(index_of(stored[::-1].copy(), EXACT), path, STAMP)
    assert index.search(stored[5], 10) == before
    path.unlink()
    assert index.search(stored[5], 10) == before


def test_rows_rise_and_are_kept(tmp_path: Path) -> None:
    """Rows need not follow each other: the file keeps which is which."""
    rows: Rows = np.array([3, 70, 2**40], dtype=np.int64)
    stored = dict(zip(rows.tolist(), clustered(3), strict=True))
    index = faiss_index.build(
        rows, 64, lambda wanted: np.array([stored[r] for r in wanted.tolist()])
    )
    faiss_file.write(index, tmp_path / "7.faiss", STAMP)
    found = faiss_file.read(tmp_path / "7.faiss", STAMP).search(stored[2**40], 1)
    assert found[0][0] == 2**40
