"""A process of its own for each way that is measured: its memory is nobody else's."""

import os
import resource
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil

from index.benchmark.way import Plan, Times, Way
from index.errors import VerbatimError

MEGABYTE = 1e6
Make = Callable[[Plan], Way]
Tell = Callable[..., Any]


@contextmanager
def worker(make: Make, plan: Plan) -> Iterator[Tell]:
    """A process with a way in it; `tell(verb, *values)` gives what the way's method returns.

    Raises VerbatimError with what went wrong in there.
    """
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=work, args=(theirs, make, plan), daemon=True)
    process.start()
    theirs.close()

    def tell(*told: Any) -> Any:
        try:
            ours.send(told)
            done, error = ours.recv()
        except (EOFError, OSError) as lost:
            raise VerbatimError("a process of the benchmark died: is there memory?") from lost
        if error:
            raise VerbatimError(f"the benchmark failed: {error}")
        return done

    try:
        yield tell
        ours.send(None)
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
        ours.close()


@contextmanager
def workers(ways: Mapping[str, tuple[Make, Plan]]) -> Iterator[dict[str, Tell]]:
    """A process for each."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(worker(*way)) for name, way in ways.items()}


def work(connection: Connection, way: Callable[[Plan], Way], plan: Plan) -> None:
    """A process's whole life: do what it is told, until it is told None."""
    limit(plan.threads)
    try:
        worker = way(plan)
        while (told := connection.recv()) is not None:
            verb, *values = told
            done = memory() if verb == "memory" else getattr(worker, verb)(*values)
            connection.send((done, None))
    except Exception as error:  # whatever it is, the other process has to say it
        connection.send((None, f"{type(error).__name__}: {error}"))


def limit(threads: int) -> None:
    """Use so many threads, and processors where the system lets a process choose."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(threads)
    os.environ["HF_HUB_OFFLINE"] = "1"
    if sys.platform == "linux":
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def memory() -> Times:
    """Megabytes resident now, and at most so far."""
    return {"steady": psutil.Process().memory_info().rss / MEGABYTE, "peak": _peak() / MEGABYTE}


def _peak() -> int:
    """The most bytes ever resident, by hand: psutil does not say it.

    On Linux getrusage does not either: to a process that was spawned it tells the peak of the one
    that spawned it, if that is higher.
    """
    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmHWM:")[1].split()[0]) * 1024
