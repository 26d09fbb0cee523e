"""Telegram's limits, kept: what is sent goes out in order, and nothing is lost to a flood."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.telegram.transport.limiter import ARRIVING, CONNECTIONS, FREE_CONNECTIONS, SendLimiter

# python-telegram-bot warns of its own RetryAfter whenever it makes one.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.mark.parametrize("free", ["sendChatAction", "setMessageReaction"])
def test_what_is_no_message_does_not_count_and_is_not_delayed(free: str) -> None:
    """Twenty messages a minute to a group stay twenty, whatever is typed or reacted between."""

    async def scenario() -> None:
        calls: list[str] = []

        async def call(endpoint: str) -> None:
            async def send() -> bool:
                calls.append(endpoint)
                return True

            await limiter.process_request(send, (), {}, endpoint, {"chat_id": -5}, None)

        limiter = SendLimiter(0.2)
        for _ in range(20):
            await call(free)
            await call("sendMessage")
        await call(free)
        began = time.monotonic()
        with pytest.raises(RetryAfter):
            await call("sendMessage")
        assert 0.1 < time.monotonic() - began < 2
        assert (calls.count("sendMessage"), calls.count(free)) == (20, 21)

    asyncio.run(scenario())


def test_an_answer_does_not_wait_until_a_crowd_has_been_shown_typing() -> None:
    """That leaves connections free, and goes on when answers have gone."""

    async def scenario() -> None:
        limiter, over, typed = SendLimiter(), asyncio.Event(), list[int]()

        async def type_(chat: int) -> bool:
            await over.wait()
            typed.append(chat)
            return True

        async def send() -> bool:
            return True

        crowd = [
            asyncio.create_task(
                limiter.process_request(type_, (chat,), {}, "sendChatAction", {}, None)
            )
            for chat in range(250)
        ]
        await asyncio.sleep(0)
        async with asyncio.timeout(5):
            answers = [
                limiter.process_request(send, (), {}, "sendMessage", {"chat_id": chat}, None)
                for chat in range(250)
            ]
            assert all(await asyncio.gather(*answers))
        assert typed == []
        over.set()
        assert all(await asyncio.gather(*crowd))
        assert typed == list(range(250))

    asyncio.run(scenario())


def test_replies_are_held_to_thirty_a_second_once_telegram_has_asked_to_wait() -> None:
    """A crowd is answered as fast as that goes; no number is told that would forbid it."""

    async def crowd(limiter: SendLimiter, first: int) -> float:
        async def send() -> bool:
            return True

        began = time.monotonic()
        chats = range(first, first + 90)
        each = [limiter.process_request(send, (), {}, "s", {"chat_id": c}, None) for c in chats]
        await asyncio.gather(*each)
        return time.monotonic() - began

    async def scenario() -> None:
        limiter = SendLimiter()
        assert await crowd(limiter, 1) < 0.5
        send, _ = _limited(0, 1)
        assert await _limit(limiter, send) is True
        assert 1.5 < await crowd(limiter, 100) < 3

    asyncio.run(scenario())


def test_requests_wait_their_turn_for_a_connection() -> None:
    """No more at once than there are connections, and who came first goes first.

    What does not count has a few of them at most, and its own order.
    """

    async def scenario() -> None:
        begun: list[int] = []
        at_once: list[tuple[int, int]] = []
        now = [0, 0]

        async def send(number: int) -> bool:
            begun.append(number)
            now[number % 2] += 1
            at_once.append((now[0], now[1]))
            await asyncio.sleep(0.001)
            now[number % 2] -= 1
            return True

        limiter = SendLimiter()
        endpoints = ("sendMessage", "sendChatAction")
        each = [
            limiter.process_request(send, (n,), {}, endpoints[n % 2], {"chat_id": n}, None)
            for n in range(5 * CONNECTIONS)
        ]
        await asyncio.gather(*each)
        for kind in (0, 1):
            own = [number for number in begun if number % 2 == kind]
            assert own == list(range(kind, 5 * CONNECTIONS, 2))
        assert max(sent + typed for sent, typed in at_once) == CONNECTIONS
        assert max(typed for _, typed in at_once) == FREE_CONNECTIONS

    asyncio.run(scenario())


def _limited(after: int, times: int) -> tuple[Callable[[], Awaitable[bool]], list[float]]:
    calls: list[float] = []

    async def send() -> bool:
        calls.append(time.monotonic())
        if len(calls) <= times:
            raise RetryAfter(after)
        return True

    return send, calls


def _limit(limiter: SendLimiter, send: Any, endpoint: str = "sendMessage") -> Any:
    return limiter.process_request(send, (), {}, endpoint, {"chat_id": 20}, None)


def test_a_short_flood_wait_is_waited_for() -> None:
    """After the time Telegram asked for, the message goes out."""

    async def scenario() -> None:
        send, calls = _limited(after=1, times=1)
        assert await _limit(SendLimiter(), send) is True
        assert 1.0 <= calls[1] - calls[0] < 2.5

    asyncio.run(scenario())


def test_many_flood_waits_in_a_row_lose_nothing() -> None:
    """Three times Telegram says to wait, and after the third wait the message goes out."""

    async def scenario() -> None:
        send, calls = _limited(after=1, times=3)
        assert await _limit(SendLimiter(), send) is True
        assert len(calls) == 4

    asyncio.run(scenario())


def test_a_flood_that_lasts_too_long_is_given_up_at_once() -> None:
    """Nobody wants the answer by then."""

    async def scenario() -> None:
        send, calls = _limited(after=301, times=9)
        began = time.monotonic()
        with pytest.raises(RetryAfter, match="Retry in 301 seconds"):
            await _limit(SendLimiter(), send)
        assert len(calls) == 1
        assert time.monotonic() - began < 2

    asyncio.run(scenario())


def test_a_chat_that_has_to_wait_holds_up_no_other() -> None:
    """And its own messages go out in the order in which they came."""

    async def scenario() -> None:
        limiter, sent = SendLimiter(), []
        slow, _ = _limited(after=1, times=1)

        def say(words: str) -> Any:
            async def send() -> bool:
                sent.append(words)
                return True

            return send

        async def first() -> None:
            async def send() -> bool:
                await slow()
                sent.append("first")
                return True

            await _limit(limiter, send)

        waiting = [asyncio.create_task(first())]
        await asyncio.sleep(0.05)
        for number in range(5):
            waiting.append(asyncio.create_task(_limit(limiter, say(f"later {number}"))))
        await limiter.process_request(say("other"), (), {}, "sendMessage", {"chat_id": 21}, None)
        await limiter.process_request(say("none"), (), {}, "answerCallbackQuery", {}, None)
        assert sent == ["other", "none"]
        await asyncio.gather(*waiting)
        assert sent[2:] == ["first", *(f"later {number}" for number in range(5))]

    asyncio.run(scenario())


def test_waits_add_up_to_the_longest() -> None:
    """A flood wait and what follows it count together; then it is given up, unsent."""

    async def scenario() -> None:
        send, calls = _limited(after=1, times=1)
        with pytest.raises(RetryAfter):
            await _limit(SendLimiter(longest_wait=1.05), send)
        assert len(calls) == 1

    asyncio.run(scenario())


def test_what_is_being_sent_is_not_cut_off() -> None:
    """The longest wait is for the turn: a slow upload may take longer."""

    async def scenario() -> None:
        async def send() -> bool:
            await asyncio.sleep(0.3)
            return True

        assert await _limit(SendLimiter(longest_wait=0.1), send) is True

    asyncio.run(scenario())


def test_what_is_on_its_way_at_the_end_arrives_and_nothing_else_begins() -> None:
    """Nor is anything left that would wait for ever."""

    async def scenario() -> None:
        async def send(seconds: float) -> bool:
            await asyncio.sleep(seconds)
            arrived.append(seconds)
            return True

        async def begin(seconds: float, chat: int, endpoint: str = "sendMessage") -> object:
            about = {"chat_id": chat}
            return await limiter.process_request(send, (seconds,), {}, endpoint, about, None)

        arrived: list[float] = []
        limiter = SendLimiter()
        first, behind = asyncio.create_task(begin(0.2, 1)), asyncio.create_task(begin(0.0, 1))
        await asyncio.sleep(0.05)
        await limiter.finish()
        assert arrived == [0.2]
        for late in (behind, begin(0.0, 2), begin(0.0, 2, "sendChatAction")):
            async with asyncio.timeout(1):
                with pytest.raises(asyncio.CancelledError):
                    await late
        assert await first is True
        assert arrived == [0.2]

    asyncio.run(scenario())


def test_what_does_not_arrive_holds_up_no_end() -> None:
    """It is broken off after a while."""

    async def scenario() -> None:
        limiter = SendLimiter()
        stuck = asyncio.create_task(_limit(limiter, asyncio.Event().wait))
        await asyncio.sleep(0.01)
        began = time.monotonic()
        await limiter.finish()
        assert ARRIVING - 0.1 < time.monotonic() - began < ARRIVING + 0.7
        stuck.cancel()

    asyncio.run(scenario())
