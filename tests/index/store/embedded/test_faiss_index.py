"""FAISS does as told, also where by itself it would crash, guess or be silent."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import faiss
import numpy as np
import psutil
import pytest

from index.store.embedded import faiss_file, faiss_index
from index.store.embedded.faiss_file import Stamp
from index.store.embedded.faiss_index import EXACT, KINDS, LISTED, SPARE, SQ8
from tests.index.store.embedded.clustered import clustered, index_of

STAMP = Stamp("library", 7, "bag", "1", 64)


def test_the_kind_follows_from_the_count() -> None:
    """Exact while that is quick, lists beyond."""
    counts = (0, 49_999, 50_000, 3_000_000)
    assert [faiss_index.kind_for(n) for n in counts] == [EXACT, EXACT, LISTED, LISTED]


@pytest.mark.parametrize("kind", KINDS)
def test_finds_what_an_exact_search_finds(kind: str, tmp_path: Path) -> None:
    """At least 95 % of the ten nearest, before and after the file.

    Where vectors are rounded, among those more that are fetched to be ordered by the true ones.
    """
    stored, asked = np.split(clustered(4_050), [4_000])
    faiss_file.write(index_of(stored, kind), tmp_path / "7.faiss", STAMP)
    for index in (index_of(stored, kind), faiss_file.read(tmp_path / "7.faiss", STAMP)):
        assert index.kind == kind
        right = 0
        for vector in asked:
            nearest = set((np.argsort(-(stored @ vector))[:10] + 1).tolist())
            fetched = 10 if index.exact else 10 + SPARE
            right += len(nearest & {row for row, _ in index.search(vector, fetched)})
        assert right >= 475


def test_the_exact_kind_gives_the_cosine() -> None:
    """Of vectors as precise as they are stored, the score is the inner product, best first."""
    stored = clustered(100).astype(np.float16).astype(np.float32)
    found = index_of(stored, EXACT, first_row=500).search(stored[3], 5)
    scores = stored @ stored[3]
    order = np.argsort(-scores)[:5]
    assert [row for row, _ in found] == (order + 500).tolist()
    assert [score for _, score in found] == pytest.approx(scores[order].tolist(), abs=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_hidden_rows_are_never_found(kind: str) -> None:
    """Rows that were removed do not come back, and the others keep their own numbers."""
    stored = clustered(300)
    index = index_of(stored, kind)
    index.hide(np.array([1, 9, 200, 999], dtype=np.int64))
    found = {row for row, _ in index.search(stored[0], 300)}
    assert found <= set(range(1, 301)) - {1, 9, 200}
    assert index.search(stored[4], 1)[0][0] == 5


@pytest.mark.parametrize("kind", KINDS)
def test_asking_for_more_than_there_is(kind: str) -> None:
    """No row -1, no invented ones: all there are, once each."""
    index = index_of(clustered(7), kind)
    assert sorted(row for row, _ in index.search(clustered(1)[0], 50)) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("count", [0, 1])
def test_an_empty_index_answers_with_nothing(count: int, tmp_path: Path) -> None:
    """Nothing stored, or all of it hidden, also after the file."""
    faiss_file.write(index_of(clustered(count), EXACT), tmp_path / "7.faiss", STAMP)
    index = faiss_file.read(tmp_path / "7.faiss", STAMP)
    index.hide(index.rows)
    assert index.search(clustered(1)[0], 5) == []


def test_what_is_hidden_leaves_room_for_others() -> None:
    """Though a twentieth is hidden, as much as a file may be behind, and all that is nearest."""
    stored = clustered(4_000)
    nearest = np.argsort(-(stored @ stored[0])) + 1
    index = index_of(stored, LISTED)
    index.hide(nearest[:200])
    found = {row for row, _ in index.search(stored[0], 10 + SPARE)}
    assert len(found) == 10 + SPARE
    assert found.isdisjoint(nearest[:200].tolist())
    assert len(found & set(nearest[200:210].tolist())) >= 9
    index.hide(nearest[:3_996])
    assert {row for row, _ in index.search(stored[0], 10)} == set(nearest[3_996:].tolist())


@pytest.mark.parametrize("kind", KINDS)
def test_a_search_waits_for_no_other_thread(kind: str) -> None:
    """On a busy machine that takes longer than the search; what else the thread does is shared."""
    stored = clustered(2_000)
    index = index_of(stored, kind)

    def started() -> tuple[int, int]:
        faiss.omp_set_num_threads(2)
        before = psutil.Process().num_threads()
        index.search(stored[0], 10)
        return psutil.Process().num_threads() - before, faiss.omp_get_max_threads()

    with ThreadPoolExecutor(1) as fresh:  # the helpers of a thread stay as long as it does
        assert fresh.submit(started).result() == (0, 2)


def test_equal_vectors_are_all_found() -> None:
    """Two passages that say the same are two rows."""
    stored = np.repeat(clustered(2), 3, axis=0)
    assert {row for row, _ in index_of(stored, EXACT).search(stored[0], 3)} == {1, 2, 3}


def test_an_index_of_lists_that_misses_too_much_is_not_used() -> None:
    """Noise without neighbours is what no lists can part: 8 bits take over."""
    random = np.random.default_rng(0)
    noise = random.normal(size=(100_000, 64)).astype(np.float32)
    noise /= np.linalg.norm(noise, axis=1, keepdims=True)
    index = index_of(noise, LISTED)
    assert index.kind == SQ8
    assert faiss_index.recall(index, lambda rows: noise[rows - 1]) > 0.95
