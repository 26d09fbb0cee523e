"""Work done side by side, its results in the order it was given.

What takes long holds up the results after it, but not the work: that goes on ahead, as far as what
is done and not yet taken does not fill the memory.
"""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

# Each may take the memory that `index.sources.sandbox` allows.
AT_ONCE = max(2, min(4, os.cpu_count() or 2))
# Jobs begun before the first of them is done, and what their results may weigh together: as much
# as the longest document may have letters.
AHEAD = 1_000
WEIGHT = 20_000_000

K = TypeVar("K")
T = TypeVar("T")


class Ahead(Generic[T]):
    """Threads that work ahead; `weight` is what a result counts for."""

    def __init__(self, weight: Callable[[T], int]) -> None:
        self._weight = weight
        self._executor = ThreadPoolExecutor(AT_ONCE)
        self._lock = threading.Lock()
        self._held = 0

    def results(self, jobs: Iterable[tuple[K, Callable[[], list[T]]]]) -> Iterator[tuple[K, T]]:
        """Each job's results with its key, in order; what a job raises is raised in its place."""
        waiting: deque[tuple[K, Future[list[T]]]] = deque()
        for key, job in jobs:
            waiting.append((key, self._executor.submit(self._done, job)))
            while waiting and (waiting[0][1].done() or self._full(len(waiting))):
                yield from self._taken(*waiting.popleft())
        while waiting:
            yield from self._taken(*waiting.popleft())

    def close(self) -> None:
        """Begin nothing more, and wait for what is being done."""
        self._executor.shutdown(cancel_futures=True)

    def _full(self, waiting: int) -> bool:
        return waiting >= AHEAD or self._held >= WEIGHT

    def _done(self, job: Callable[[], list[T]]) -> list[T]:
        found = job()
        self._hold(sum(map(self._weight, found)))
        return found

    def _taken(self, key: K, future: "Future[list[T]]") -> Iterator[tuple[K, T]]:
        found = future.result()
        self._hold(-sum(map(self._weight, found)))
        yield from ((key, one) for one in found)

    def _hold(self, weight: int) -> None:
        with self._lock:
            self._held += weight
