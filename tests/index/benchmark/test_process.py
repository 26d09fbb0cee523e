"""Each way in a process of its own."""

import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from index.benchmark.process import memory, worker
from index.benchmark.verbatim import Verbatim
from index.benchmark.way import Plan
from index.errors import VerbatimError
from tests.index.benchmark.ways import Fixed, OneProcessor


def test_what_fails_in_a_process_is_told(tmp_path: Path) -> None:
    """The reason crosses the border between processes, and the process ends."""
    plan = Plan(tmp_path, tmp_path / "none", tmp_path, threads=1)
    with (
        pytest.raises(VerbatimError, match="ValueError: nothing was asked"),
        worker(Fixed, plan) as tell,
    ):
        tell("ask", "")


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process chooses processors")
def test_a_process_keeps_to_its_processors(tmp_path: Path) -> None:
    """Both ways get as many processors as threads, and no more."""
    plan = Plan(tmp_path, tmp_path / "none", tmp_path, threads=1)
    with worker(partial(Verbatim, load=OneProcessor), plan) as tell:
        assert tell("memory")["peak"] > 10


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own figures are read there")
def test_memory_is_what_the_kernel_says() -> None:
    """Resident now and at most, the latter also after it was given back."""
    large = np.ones(30_000_000)
    held = memory()
    del large
    freed = memory()
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    now, most = (
        int(status.split(name)[1].split()[0]) * 1024 / 1e6 for name in ("VmRSS:", "VmHWM:")
    )
    assert freed["steady"] == pytest.approx(now, abs=2)
    assert freed["peak"] == pytest.approx(most, abs=2)
    assert held["steady"] - freed["steady"] == pytest.approx(240, abs=5)
    assert freed["peak"] >= held["steady"] - 1


def test_a_process_does_not_count_the_memory_of_the_one_that_started_it(tmp_path: Path) -> None:
    """Neither what it has now nor what it had."""
    large = np.ones(50_000_000)
    plan = Plan(tmp_path, tmp_path / "none", tmp_path, threads=1)
    with worker(Fixed, plan) as tell:
        found = tell("memory")
    assert large.nbytes == 400_000_000
    assert 10 < found["steady"] <= found["peak"] + 1 < 350
