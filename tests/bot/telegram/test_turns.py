"""Whose turn it is in a chat."""

import asyncio

import pytest

from bot.operations import Busy
from bot.telegram import turns
from bot.telegram.transport import under_way
from bot.telegram.turns import Turns


def test_a_chat_goes_one_after_the_other_in_order() -> None:
    """And holds up no other chat."""

    async def scenario() -> None:
        line, done = Turns(), []

        async def question(chat: int, number: int) -> None:
            async with line.of(chat):
                await asyncio.sleep(0.05 if number == 0 else 0)
                done.append((chat, number))

        chats = [question(-1, number) for number in range(5)]
        await asyncio.gather(*chats, question(2, 1))
        assert done == [(2, 1), *((-1, number) for number in range(5))]
        assert line._lines == {}

    asyncio.run(scenario())


def test_too_many_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One has its turn, so many wait; a place that is given up is free."""
    monkeypatch.setattr(turns, "MOST_WAITING", 2)

    async def scenario() -> None:
        line, gate = Turns(), asyncio.Event()

        async def question() -> None:
            async with line.of(1):
                await gate.wait()

        tasks = [asyncio.create_task(question()) for _ in range(3)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await question()
        tasks[1].cancel()
        await asyncio.sleep(0)
        tasks.append(asyncio.create_task(question()))
        await asyncio.sleep(0)
        gate.set()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        assert [type(one) for one in done].count(asyncio.CancelledError) == 1
        assert line._lines == {}

    asyncio.run(scenario())


def test_full_groups_leave_room_for_everybody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits there keeps an update at work: five full groups kept all, and the bot was deaf."""
    assert 2 * turns.MOST_IN_GROUPS <= under_way.MOST
    monkeypatch.setattr(turns, "MOST_IN_GROUPS", 3)

    async def scenario() -> None:
        line, gate = Turns(), asyncio.Event()

        async def question(chat: int) -> None:
            async with line.of(chat):
                await gate.wait()

        begun = [-1, -1, -2, -2, -2, -3, 7, 7, 7, 7, 7]
        tasks = [asyncio.create_task(question(chat)) for chat in begun]
        await asyncio.sleep(0)
        for full in (-1, -3):
            with pytest.raises(Busy):
                await question(full)
        gate.set()
        await asyncio.gather(*tasks)
        await question(-1)
        assert (line._lines, line._in_groups) == ({}, 0)

    asyncio.run(scenario())
