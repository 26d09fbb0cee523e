"""What was taken and is free again, or can be read again, goes back to the system."""

import ctypes
import sys
from pathlib import Path

import numpy as np
import psutil
import pytest

from index.memory import give_back, keep_heap_small, mapped


@pytest.mark.skipif(sys.platform != "linux", reason="glibc only")
def test_free_memory_is_given_back() -> None:
    """What lies free below something that is still used, too."""
    keep_heap_small()
    library = ctypes.CDLL(None)
    library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    library.free.argtypes = [ctypes.c_void_p]
    taken = [library.malloc(100_000) for _ in range(600)]
    for one in taken:
        ctypes.memset(one, 1, 100_000)
    for one in taken[:-1]:
        library.free(one)
    before = psutil.Process().memory_info().rss
    give_back()
    assert before - psutil.Process().memory_info().rss > 30_000_000
    library.free(taken[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="glibc only")
def test_mapped_pages_are_given_back_and_there_again(tmp_path: Path) -> None:
    """An array in a file costs what was read of it lately."""
    np.save(tmp_path / "words.npy", np.arange(5_000_000))
    words = mapped(tmp_path / "words.npy")
    assert words.sum() == 12_499_997_500_000
    before = psutil.Process().memory_info().rss
    give_back()
    assert before - psutil.Process().memory_info().rss > 30_000_000
    assert words[4_999_999] == 4_999_999


def test_elsewhere_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other C library has these functions."""
    monkeypatch.setattr(sys, "platform", "darwin")
    keep_heap_small()
    give_back()
