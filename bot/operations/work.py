"""Slow work off the event loop: few threads, a bounded queue, and a plain no when it is full."""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar, TypeVarTuple

from index.errors import VerbatimError

Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)
Arguments = TypeVarTuple("Arguments")

# How long work that has begun may take to end at a stop, in seconds.
ENDING = 0.5
# How often it is looked whether threads have ended, in seconds.
LOOK = 0.02


class Busy(VerbatimError):
    """So much work waits that more would come too late, or the work is closing: try later."""

    def __init__(self) -> None:
        super().__init__("too many questions wait: try again in a moment")


class Entered(Generic[Result_co]):
    """A piece of work that has been taken: its place in the line, and its result."""

    def __init__(self, future: "Future[Result_co]", place: Callable[[], int]) -> None:
        self._future = future
        self._place = place

    @property
    def place(self) -> int:
        """How many begin before it and with it: 1 for the next to begin, 0 once it has begun."""
        return self._place()

    async def result(self) -> Result_co:
        """The function's result, or what it raises.

        Cancelled while it waits, it never starts; once started it keeps its thread to the end.
        """
        return await asyncio.wrap_future(self._future)


class Work:
    """At most `threads` functions at a time, and at most `most_waiting` that wait for one."""

    def __init__(self, threads: int, most_waiting: int = 30) -> None:
        self._threads = threads
        self._most_waiting = most_waiting
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="work")
        self._lock = threading.Lock()
        self._inside = 0
        self._entered = 0
        self._line: dict[int, None] = {}
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many wait for a thread."""
        return max(0, self._inside - self._threads)

    def enter(
        self, function: Callable[[*Arguments], Result], *arguments: *Arguments
    ) -> Entered[Result]:
        """Take a piece of work. Raises Busy at once when too many wait."""
        with self._lock:
            if self._closed or self._inside >= self._threads + self._most_waiting:
                raise Busy
            self._inside += 1
            self._entered += 1
            number = self._entered
            self._line[number] = None

            def run() -> Result:
                self._begin(number)
                return function(*arguments)

            future = self._executor.submit(run)
        future.add_done_callback(lambda _: self._leave(number))
        return Entered(future, lambda: self._place(number))

    async def run(
        self, function: Callable[[*Arguments], Result], *arguments: *Arguments
    ) -> Result:
        """`enter`, and its result."""
        return await self.enter(function, *arguments).result()

    async def close(self, patience: float = ENDING) -> bool:
        """Take and begin nothing more; whether all that had begun ended in so many seconds."""
        with self._lock:
            self._closed = True
        self._executor.shutdown(wait=False, cancel_futures=True)
        until = time.monotonic() + patience
        while self._inside and time.monotonic() < until:
            await asyncio.sleep(LOOK)
        return not self._inside

    def _begin(self, number: int) -> None:
        with self._lock:
            self._line.pop(number, None)

    def _leave(self, number: int) -> None:
        with self._lock:
            self._line.pop(number, None)
            self._inside -= 1

    def _place(self, number: int) -> int:
        with self._lock:
            if number not in self._line:
                return 0
            return sum(other <= number for other in self._line)
