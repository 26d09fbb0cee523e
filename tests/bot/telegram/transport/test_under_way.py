"""Updates at work: at once, so many at a time, and broken off in the end."""

import asyncio

import pytest
from telegram import Update

from bot.telegram.transport.under_way import UnderWay


def _updates(*numbers: int) -> list[Update]:
    return [Update(number) for number in numbers]


def test_updates_are_at_work_side_by_side_up_to_a_number() -> None:
    """The next one is taken when one has ended, well or not."""

    async def scenario() -> None:
        begun: list[int] = []
        gate = asyncio.Event()

        async def process(update: Update) -> None:
            begun.append(update.update_id)
            await gate.wait()
            if update.update_id == 1:
                raise ZeroDivisionError

        under_way = UnderWay(process, most=2)
        first, second, third = _updates(1, 2, 3)
        await under_way.take(first)
        await under_way.take(second)
        taking = asyncio.create_task(under_way.take(third))
        await asyncio.sleep(0.02)
        assert begun == [1, 2]
        gate.set()
        await taking
        await under_way.end(1.0)
        assert begun == [1, 2, 3]

    asyncio.run(scenario())


def test_what_does_not_end_in_time_is_broken_off(caplog: pytest.LogCaptureFixture) -> None:
    """What does is not."""

    async def scenario() -> None:
        ended: list[int] = []

        async def process(update: Update) -> None:
            await asyncio.sleep(0.05 if update.update_id == 1 else 60)
            ended.append(update.update_id)

        under_way = UnderWay(process)
        for update in _updates(1, 2):
            await under_way.take(update)
        async with asyncio.timeout(5):
            await under_way.end(0.3)
        assert ended == [1]
        await under_way.end(0.3)

    asyncio.run(scenario())
    assert [record.getMessage() for record in caplog.records] == ["1 updates were broken off"]


def test_what_is_being_sent_is_let_finish_before_anything_is_broken_off() -> None:
    """Also where it is none of the updates at work: what a start has to tell, say."""

    async def scenario() -> None:
        happened: list[str] = []
        sent = asyncio.Event()

        async def finish() -> None:
            sent.set()
            happened.append("finished")

        async def process(_: Update) -> None:
            await sent.wait()
            happened.append("noted")

        under_way = UnderWay(process)
        await under_way.end(0.0, finish)
        sent.clear()
        await under_way.take(Update(1))
        await under_way.end(0.01, finish)
        assert happened == ["finished", "finished", "noted"]

    asyncio.run(scenario())
