"""How long, and how often, a message waits for an API that cannot be reached."""

import asyncio
import time
from collections.abc import Callable

import httpx
import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TimedOut

from bot.telegram.sending import patiently


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    async def sleep(self, seconds: float) -> None:
        """Note the pause."""
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """No test waits for real."""
    made = Clock()
    monkeypatch.setattr(asyncio, "sleep", made.sleep)
    monkeypatch.setattr(time, "monotonic", lambda: made.now)
    return made


def _call(*failures: Exception) -> Callable[[], str]:
    """Make a call that fails so, in order, and then succeeds."""
    left = list(failures)

    async def call() -> str:
        if left:
            raise left.pop(0)
        return "sent"

    return lambda: asyncio.run(patiently(call))


def _unconfirmed() -> TimedOut:
    return TimedOut()


def _unreached() -> TimedOut:
    error = TimedOut()
    error.__cause__ = httpx.ConnectTimeout("no connection")
    return error


def test_pauses_double_up_to_eight_seconds(clock: Clock) -> None:
    """From half a second on."""
    assert _call(*[NetworkError("down")] * 6)() == "sent"
    assert clock.pauses == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]


def test_after_two_minutes_it_is_given_up(clock: Clock) -> None:
    """With what the last attempt raised; one more attempt is made after the two minutes."""
    errors = [NetworkError(f"down {number}") for number in range(40)]
    with pytest.raises(NetworkError) as raised:
        _call(*errors)()
    assert raised.value is errors[len(clock.pauses)]
    assert 120 <= clock.now < 128


@pytest.mark.parametrize("error", [BadRequest("odd"), Forbidden("blocked"), ChatMigrated(-9)])
def test_what_telegram_has_said_is_not_asked_again(clock: Clock, error: Exception) -> None:
    """A refusal stays one."""
    with pytest.raises(type(error)) as raised:
        _call(error)()
    assert raised.value is error
    assert clock.pauses == []


def test_a_call_that_was_received_is_made_once_more_only(clock: Clock) -> None:
    """It may have been done: nobody shall read the same answer over and over."""
    assert _call(_unconfirmed())() == "sent"
    with pytest.raises(TimedOut):
        _call(NetworkError("down"), _unconfirmed(), NetworkError("down"), _unconfirmed())()
    assert clock.pauses == [0.5, 0.5, 1.0, 2.0]


def test_a_call_that_never_left_is_made_as_often_as_it_takes(clock: Clock) -> None:
    """Nothing was received, so nothing can come twice."""
    assert _call(*[_unreached() for _ in range(5)])() == "sent"
    assert len(clock.pauses) == 5
