"""Calls of the Bot API that are made again while it cannot be reached."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
from telegram.error import BadRequest, InvalidToken, NetworkError, TimedOut
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_delay,
    wait_exponential,
)

logger = logging.getLogger(__name__)

# How long a message waits for an API that is down, in seconds; then it is given up.
PATIENCE = 120.0
# Between attempts, in seconds; each pause is twice the one before.
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 8.0

T = TypeVar("T")


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Try again while the API cannot be reached: what was never received cannot come twice.

    A call that was received but not confirmed (TimedOut while reading) is made once more. One
    that is answered 401 or 404 met a proxy, or a server being replaced. How long to wait where
    Telegram says so (RetryAfter) is the rate limiter's concern.
    """
    retrying = AsyncRetrying(
        retry=retry_if_exception(_Unreached()),
        wait=wait_exponential(FIRST_PAUSE, LONGEST_PAUSE),
        stop=stop_after_delay(PATIENCE),
        before_sleep=_tell,
        reraise=True,
    )
    async for attempt in retrying:
        with attempt:
            return await call()
    raise AssertionError("an attempt either returns or raises")


def _tell(state: RetryCallState) -> None:
    logger.warning("Telegram cannot be reached, trying again in %.1f s", state.upcoming_sleep)


class _Unreached:
    """Whether one call's failure is one of the line, so that the call may be made again."""

    def __init__(self) -> None:
        self._unconfirmed = 0

    def __call__(self, error: BaseException) -> bool:
        if isinstance(error, InvalidToken):
            return True
        if not isinstance(error, NetworkError) or isinstance(error, BadRequest):
            return False
        self._unconfirmed += isinstance(error, TimedOut) and not _never_connected(error)
        return self._unconfirmed <= 1


def _never_connected(error: NetworkError) -> bool:
    never = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
    return isinstance(error.__cause__, never)
