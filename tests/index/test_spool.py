"""Documents wait on disk, not in memory."""

import resource
import tracemalloc
from collections.abc import Iterator

import pytest

from index.errors import LibraryError
from index.spool import spooled
from index.text.documents import Document


def _documents(count: int, letters: int) -> Iterator[Document]:
    for number in range(count):
        yield Document(str(number), "T", "x" * letters, None, "2025-10-02", "en")


def test_they_come_back_as_they_were_in_order() -> None:
    """Every field, and counted as they are read."""
    counted: list[int] = []
    with spooled(_documents(3, 5), counted.append) as found:
        assert counted == [1, 2, 3]
        assert list(found) == list(_documents(3, 5))


def test_a_thousand_documents_take_the_memory_of_one() -> None:
    """200 MB of text pass, and 2 MB are held."""
    tracemalloc.start()
    with spooled(_documents(1_000, 200_000), lambda _: None) as found:
        assert sum(len(one.text) for one in found) == 200_000_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def test_no_room_is_told() -> None:
    """With what to do, whether a write fails or the last of the buffer."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        for count, letters in ((100, 1_000), (4, 4_000)):
            told = pytest.raises(
                LibraryError, match=r"File too large.*make room there, or set TMPDIR"
            )
            with told, spooled(_documents(count, letters), lambda _: None):
                pass
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
