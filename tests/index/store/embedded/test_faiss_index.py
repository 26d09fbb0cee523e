"""FAISS does as told, also where by itself it would crash, guess or be silent."""

import resource
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import faiss
import numpy as np
import psutil
import pytest

from index.encoding.encoder import Vectors
from index.store.embedded import faiss_index as vectors
from index.store.embedded.faiss_index import EXACT, KINDS, LISTED, SQ8, Stamp, VectorIndex
from index.store.embedded.sealed_files import UnusableFile
from index.store.interface import Rows

STAMP = Stamp("library", 7, "bag", "1", 64)


def _clustered(count: int) -> Vectors:
    """Unit vectors that lie in groups, as those of texts do."""
    random = np.random.default_rng(0)
    centres = random.normal(size=(50, 64))
    found = centres[random.integers(0, 50, count)] + 0.7 * random.normal(size=(count, 64))
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def _index(stored: Vectors, kind: str, first_row: int = 1) -> VectorIndex:
    rows = np.arange(first_row, first_row + len(stored), dtype=np.int64)
    return vectors.build(rows, 64, lambda wanted: stored[wanted - first_row], kind)


def test_the_kind_follows_from_the_count() -> None:
    """Exact while that is quick, lists beyond."""
    counts = (0, 49_999, 50_000, 3_000_000)
    assert [vectors.kind_for(n) for n in counts] == [EXACT, EXACT, LISTED, LISTED]


@pytest.mark.parametrize("kind", KINDS)
def test_finds_what_an_exact_search_finds(kind: str, tmp_path: Path) -> None:
    """At least 95 % of the ten nearest, before and after the file."""
    stored, asked = np.split(_clustered(4_050), [4_000])
    vectors.write(_index(stored, kind), tmp_path / "7.faiss", STAMP)
    for index in (_index(stored, kind), vectors.read(tmp_path / "7.faiss", STAMP)):
        assert index.kind == kind
        right = 0
        for vector in asked:
            nearest = set((np.argsort(-(stored @ vector))[:10] + 1).tolist())
            right += len(nearest & {row for row, _ in index.search(vector, 10)})
        assert right >= 475


def test_the_exact_kind_gives_the_cosine() -> None:
    """Of vectors as precise as they are stored, the score is the inner product, best first."""
    stored = _clustered(100).astype(np.float16).astype(np.float32)
    found = _index(stored, EXACT, first_row=500).search(stored[3], 5)
    scores = stored @ stored[3]
    order = np.argsort(-scores)[:5]
    assert [row for row, _ in found] == (order + 500).tolist()
    assert [score for _, score in found] == pytest.approx(scores[order].tolist(), abs=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_hidden_rows_are_never_found(kind: str) -> None:
    """Rows that were removed do not come back, and the others keep their own numbers."""
    stored = _clustered(300)
    index = _index(stored, kind)
    index.hide(np.array([1, 9, 200, 999], dtype=np.int64))
    found = {row for row, _ in index.search(stored[0], 300)}
    assert found <= set(range(1, 301)) - {1, 9, 200}
    assert index.search(stored[4], 1)[0][0] == 5


@pytest.mark.parametrize("kind", KINDS)
def test_asking_for_more_than_there_is(kind: str) -> None:
    """No row -1, no invented ones: all there are, once each."""
    index = _index(_clustered(7), kind)
    assert sorted(row for row, _ in index.search(_clustered(1)[0], 50)) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("count", [0, 1])
def test_an_empty_index_answers_with_nothing(count: int, tmp_path: Path) -> None:
    """Nothing stored, or all of it hidden, also after the file."""
    vectors.write(_index(_clustered(count), EXACT), tmp_path / "7.faiss", STAMP)
    index = vectors.read(tmp_path / "7.faiss", STAMP)
    index.hide(index.rows)
    assert index.search(_clustered(1)[0], 5) == []


def test_what_is_hidden_leaves_room_for_others() -> None:
    """Though all that is nearest is hidden, as many as are asked for are found."""
    stored = _clustered(4_000)
    nearest = np.argsort(-(stored @ stored[0])) + 1
    index = _index(stored, LISTED)
    index.hide(nearest[:500])
    found = [row for row, _ in index.search(stored[0], 10)]
    assert len(found) == len(set(found) & set(nearest[500:520].tolist())) == 10
    index.hide(nearest[:3_996])
    assert {row for row, _ in index.search(stored[0], 10)} == set(nearest[3_996:].tolist())


def test_a_file_of_a_kind_no_longer_made_is_made_again(tmp_path: Path) -> None:
    """Files are derived: what this version does not search is built from the database."""
    index = _index(_clustered(100), EXACT)
    index.kind = "RaBitQ,Refine(SQ8)"
    vectors.write(index, tmp_path / "7.faiss", STAMP)
    with pytest.raises(UnusableFile, match="no longer"):
        vectors.read(tmp_path / "7.faiss", STAMP)


@pytest.mark.parametrize("kind", KINDS)
def test_a_search_waits_for_no_other_thread(kind: str) -> None:
    """On a busy machine that takes longer than the search; what else the thread does is shared."""
    stored = _clustered(2_000)
    index = _index(stored, kind)

    def started() -> tuple[int, int]:
        faiss.omp_set_num_threads(2)
        before = psutil.Process().num_threads()
        index.search(stored[0], 10)
        return psutil.Process().num_threads() - before, faiss.omp_get_max_threads()

    with ThreadPoolExecutor(1) as fresh:  # the helpers of a thread stay as long as it does
        assert fresh.submit(started).result() == (0, 2)


def test_equal_vectors_are_all_found() -> None:
    """Two passages that say the same are two rows."""
    stored = np.repeat(_clustered(2), 3, axis=0)
    assert {row for row, _ in _index(stored, EXACT).search(stored[0], 3)} == {1, 2, 3}


def test_an_index_of_lists_that_misses_too_much_is_not_used() -> None:
    """Noise without neighbours is what no lists can part: 8 bits take over."""
    random = np.random.default_rng(0)
    noise = random.normal(size=(100_000, 64)).astype(np.float32)
    noise /= np.linalg.norm(noise, axis=1, keepdims=True)
    index = _index(noise, LISTED)
    assert index.kind == SQ8
    assert vectors.recall(index, lambda rows: noise[rows - 1]) > 0.95


def test_every_broken_file_is_refused(tmp_path: Path) -> None:
    """Cut anywhere, one bit turned anywhere, empty, missing: never an answer from it."""
    path = tmp_path / "7.faiss"
    vectors.write(_index(_clustered(200), SQ8), path, STAMP)
    whole = path.read_bytes()
    for at in np.random.default_rng(0).integers(0, len(whole), 60).tolist():
        turned = bytearray(whole)
        turned[at] ^= 1 << (at % 8)
        for broken in (bytes(turned), whole[:at], whole + whole[:at]):
            path.write_bytes(broken)
            if broken != whole:
                with pytest.raises(UnusableFile):
                    vectors.read(path, STAMP)
    path.unlink()
    with pytest.raises(UnusableFile):
        vectors.read(path, STAMP)


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
    vectors.write(_index(_clustered(20), EXACT), path, other)
    with pytest.raises(UnusableFile, match="another library, generation or encoder"):
        vectors.read(path, STAMP)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """A file that could not be written whole does not take the name of one that was."""
    path = tmp_path / "7.faiss"
    vectors.write(_index(_clustered(20), EXACT), path, STAMP)
    before = path.read_bytes()
    large = _index(_clustered(2_000), EXACT)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(OSError, match=r"7\.faiss"):
            vectors.write(large, path, STAMP)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["7.faiss"]


def test_a_mapped_file_outlives_its_replacement(tmp_path: Path) -> None:
    """A search goes on in the file it was opened with when a newer one takes the name."""
    path = tmp_path / "7.faiss"
    stored = _clustered(2_000)
    vectors.write(_index(stored, EXACT), path, STAMP)
    index = vectors.read(path, STAMP)
    before = index.search(stored[5], 10)
    vectors.write(_index(stored[::-1].copy(), EXACT), path, STAMP)
    assert index.search(stored[5], 10) == before
    path.unlink()
    assert index.search(stored[5], 10) == before


def test_rows_rise_and_are_kept(tmp_path: Path) -> None:
    """Rows need not follow each other: the file keeps which is which."""
    rows: Rows = np.array([3, 70, 2**40], dtype=np.int64)
    stored = dict(zip(rows.tolist(), _clustered(3), strict=True))
    index = vectors.build(rows, 64, lambda wanted: np.array([stored[r] for r in wanted.tolist()]))
    vectors.write(index, tmp_path / "7.faiss", STAMP)
    found = vectors.read(tmp_path / "7.faiss", STAMP).search(stored[2**40], 1)
    assert found[0][0] == 2**40
