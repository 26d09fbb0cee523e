"""What models take of the machine's memory: the C heap and mapped files, kept small, given back.

Only glibc (most of Linux) needs it and has it; elsewhere nothing is done. And Python's search for
objects that only hold each other.
"""

import atexit
import ctypes
import gc
import mmap
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

if TYPE_CHECKING:
    from numpy.typing import NDArray

# `M_ARENA_MAX`, `M_MMAP_THRESHOLD` and `M_TRIM_THRESHOLD` of <malloc.h>.
_ARENA_MAX, _MMAP_THRESHOLD, _TRIM_THRESHOLD = -8, -3, -1
# glibc gives every thread a heap of its own, up to eight a processor, and each keeps what a model
# once took. After 50 questions and 60 passages encoded: 378 MB as it is, 315 with two heaps, at
# the same speed.
ARENAS = 2
# What a network works with for a moment, in bytes from here on, is no part of a heap, which others
# would cut up, and as much stays at a heap's end: after 400 questions 327 MB instead of 350, at
# 5 % more computing. glibc would raise both by itself, to 32 MB.
LARGE, LEFT = 1 << 20, 16 << 20
# So many new objects before Python looks for cycles among them, instead of 700: loading the bot's
# libraries makes 400,000, all of which stay. That takes a fifth less time.
SELDOM = 10_000

_maps: WeakSet[mmap.mmap] = WeakSet()


def mapped(path: Path) -> "NDArray[Any]":
    """The array in an .npy file, read from there where it is used.

    Raises what `numpy.load` raises.
    """
    import numpy as np

    found = np.load(path, mmap_mode="r")
    if isinstance(found.base, mmap.mmap):
        _maps.add(found.base)
    return np.asarray(found)


def keep_heap_small() -> None:
    """Let all threads share few heaps; to be called before there are many threads."""
    if glibc := _glibc():
        glibc.mallopt(_ARENA_MAX, ARENAS)
        glibc.mallopt(_MMAP_THRESHOLD, LARGE)
        glibc.mallopt(_TRIM_THRESHOLD, LEFT)


def give_back() -> None:
    """Give the system back what the heaps hold and nobody uses, 50 MB in 10 ms, and mapped pages.

    The system keeps those as long as it has room, so they are there again when they are read.
    """
    if glibc := _glibc():
        glibc.malloc_trim(0)
        for one in list(_maps):
            one.madvise(mmap.MADV_DONTNEED)


def collect_seldom() -> None:
    """Look for cycles seldom, and no more when the process ends, which saves it 0.3 s.

    For the first line of a program.
    """
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)


def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
