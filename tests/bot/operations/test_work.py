"""Slow work off the event loop."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.operations.work import Busy, Work


@asynccontextmanager
async def _blocked(
    threads: int, most_waiting: int, jobs: int
) -> AsyncIterator[tuple[Work, threading.Event, list["asyncio.Task[bool]"]]]:
    """Work with `jobs` in it that last until the gate opens."""
    work = Work(threads, most_waiting)
    gate, began = threading.Event(), threading.Semaphore(0)

    def wait() -> bool:
        began.release()
        return gate.wait(5.0)

    tasks = [asyncio.create_task(work.run(wait)) for _ in range(jobs)]
    for _ in range(min(threads, jobs)):
        await asyncio.to_thread(began.acquire)
    try:
        yield work, gate, tasks
    finally:
        gate.set()
        await work.close()


def test_runs_off_the_loop_and_gives_the_result() -> None:
    """The loop goes on meanwhile; an error of the function comes back as it is."""

    def slow(left: int, right: int) -> tuple[int, str]:
        time.sleep(0.2)
        return left // right, threading.current_thread().name

    async def scenario() -> None:
        work = Work(1)
        task = asyncio.create_task(work.run(slow, 6, 3))
        beats = 0
        while not task.done():
            await asyncio.sleep(0.01)
            beats += 1
        assert beats >= 5
        result, thread = await task
        assert result == 2
        assert thread.startswith("work")
        with pytest.raises(ZeroDivisionError):
            await work.run(slow, 1, 0)
        await work.close()

    asyncio.run(scenario())


def test_refuses_at_once_when_too_many_wait() -> None:
    """Two run and three wait; the next is told, and later ones are taken again."""

    async def scenario() -> None:
        async with _blocked(threads=2, most_waiting=3, jobs=5) as (work, gate, tasks):
            assert work.waiting == 3
            began = time.monotonic()
            with pytest.raises(Busy):
                await work.run(int)
            assert time.monotonic() - began < 0.5
            gate.set()
            assert await asyncio.gather(*tasks) == [True] * 5
            assert await work.run(int, "7") == 7

    asyncio.run(scenario())


def test_cancelled_while_waiting_it_never_runs() -> None:
    """Its place is free at once, and it does nothing later."""

    async def scenario() -> None:
        ran: list[int] = []
        async with _blocked(threads=1, most_waiting=1, jobs=1) as (work, _, _):
            task = asyncio.create_task(work.run(ran.append, 1))
            await asyncio.sleep(0.02)
            assert work.waiting == 1
            task.cancel()
            await asyncio.sleep(0.02)
            assert work.waiting == 0
        assert ran == []

    asyncio.run(scenario())


def test_cancelled_while_running_it_keeps_its_thread() -> None:
    """A thread cannot be stopped: it counts until it is through."""

    async def scenario() -> None:
        async with _blocked(threads=1, most_waiting=0, jobs=1) as (work, gate, tasks):
            tasks[0].cancel()
            await asyncio.sleep(0.02)
            with pytest.raises(Busy):
                await work.run(int)
            gate.set()
            while work._inside:
                await asyncio.sleep(0.005)
            assert await work.run(int, "7") == 7

    asyncio.run(scenario())


def test_close_ends_what_has_begun_and_begins_nothing() -> None:
    """What waits is broken off at once; nothing more is taken."""

    async def scenario() -> None:
        async with _blocked(threads=1, most_waiting=5, jobs=4) as (work, gate, tasks):
            closing = asyncio.create_task(work.close(5.0))
            await asyncio.sleep(0.1)
            with pytest.raises(Busy):
                await work.run(int)
            assert [task.cancelled() for task in tasks] == [False, True, True, True]
            assert not closing.done()
            gate.set()
            assert await closing
            assert await tasks[0] is True

    asyncio.run(scenario())


def test_close_has_no_more_patience_than_it_is_given() -> None:
    """A thread cannot be broken off: it is told that one is left."""

    async def scenario() -> None:
        async with _blocked(threads=1, most_waiting=5, jobs=1) as (work, _, _):
            began = time.monotonic()
            assert not await work.close(0.1)
            assert time.monotonic() - began < 1

    asyncio.run(scenario())


def test_the_place_in_the_line_is_how_many_begin_before() -> None:
    """One for the next; none for what has begun, has ended, or was given up."""

    async def scenario() -> None:
        async with _blocked(threads=2, most_waiting=5, jobs=2) as (work, gate, _):
            entered = [work.enter(int, "7") for _ in range(4)]
            assert [one.place for one in entered] == [1, 2, 3, 4]
            given_up = asyncio.create_task(entered[1].result())
            await asyncio.sleep(0)
            given_up.cancel()
            await asyncio.sleep(0.02)
            assert [one.place for one in entered] == [1, 0, 2, 3]
            gate.set()
            assert await entered[3].result() == 7
            assert [one.place for one in entered] == [0] * 4

    asyncio.run(scenario())
