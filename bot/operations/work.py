"""Slow work off the event loop: few threads, a bounded queue, and a plain no when it is full."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar, TypeVarTuple

from index.errors import VerbatimError

Result = TypeVar("Result")
Arguments = TypeVarTuple("Arguments")


class Busy(VerbatimError):
    """So much work waits that more would come too late, or the work is closing: try later."""

    def __init__(self) -> None:
        super().__init__("too many questions wait: try again in a moment")


class Work:
    """At most `threads` functions at a time, and at most `most_waiting` that wait for one."""

    def __init__(self, threads: int, most_waiting: int = 30) -> None:
        self._threads = threads
        self._most_waiting = most_waiting
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="work")
        self._lock = threading.Lock()
        self._inside = 0
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many wait for a thread."""
        return max(0, self._inside - self._threads)

    async def run(
        self, function: Callable[[*Arguments], Result], *arguments: *Arguments
    ) -> Result:
        """The function's result, or what it raises. Raises Busy at once when too many wait.

        Cancelled while it waits, it never starts; once started it keeps its thread to the end.
        """
        with self._lock:
            if self._closed or self._inside >= self._threads + self._most_waiting:
                raise Busy
            self._inside += 1
        future = self._executor.submit(function, *arguments)
        future.add_done_callback(self._leave)
        return await asyncio.wrap_future(future)

    async def close(self) -> None:
        """Take nothing more, and wait for all that was taken."""
        self._closed = True
        await asyncio.to_thread(self._executor.shutdown)

    def _leave(self, _: "Future[Result]") -> None:
        with self._lock:
            self._inside -= 1
