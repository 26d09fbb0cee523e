"""Asking Telegram for updates so that no update, and no server, makes the bot deaf."""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.error import NetworkError, RetryAfter
from telegram.ext import AIORateLimiter
from telegram.request import HTTPXRequest, RequestData

logger = logging.getLogger(__name__)

# A call shorter than this did not wait for updates, in seconds.
QUICK = 1.0
# The pause after quick failures doubles up to this many seconds.
LONGEST_PAUSE = 30.0
# The pause after quick answers with nothing in them: a server that does not wait.
IDLE_PAUSE = 0.25
# After so many failures in a row the connections are made anew: the pool may be wedged.
FAILURES_TO_RECONNECT = 5
# No request to Telegram waits longer than this for its turn, in seconds.
LONGEST_WAIT = 60.0

Json = dict[str, Any]


class PollingRequest(HTTPXRequest):
    """For `get_updates_request` only: an update that does not parse is emptied, not fatal.

    Without it one such update stops the whole batch, and the same batch comes again for ever,
    hundreds of times a second. What is left of it, its number, moves the offset on and matches
    no handler.
    """

    def __init__(
        self,
        connection_pool_size: int = 4,
        read_timeout: float = 10.0,
        connect_timeout: float = 10.0,
        pool_timeout: float = 5.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        super().__init__(
            connection_pool_size=connection_pool_size,
            read_timeout=read_timeout,
            connect_timeout=connect_timeout,
            pool_timeout=pool_timeout,
        )
        self.last_success: float | None = None
        """`time.monotonic()` of the last getUpdates that Telegram answered well."""
        self._sleep = sleep
        self._failures = 0
        self._next_call = 0.0

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **more_timeouts: Any,
    ) -> tuple[int, bytes]:
        """Ask, after a pause where the last calls failed fast. Raises NetworkError or TimedOut."""
        if _waits_for_updates(request_data):  # the last call, when the bot stops, does not
            await self._pause()
        began = time.monotonic()
        updates: list[Any] | None = None
        try:
            code, payload = await super().do_request(
                url, method, request_data, *timeouts, **more_timeouts
            )
            if code == 200:
                updates = _updates(payload)
                payload = json.dumps({"ok": True, "result": _readable(updates)}).encode()
            return code, payload
        finally:
            self._note(time.monotonic() - began, updates)

    async def _pause(self) -> None:
        if self._failures and self._failures % FAILURES_TO_RECONNECT == 0:
            await self.shutdown()
            await self.initialize()
        wait = self._next_call - time.monotonic()
        if wait > 0:
            await self._sleep(wait)

    def _note(self, took: float, updates: list[Any] | None) -> None:
        now = time.monotonic()
        pause = 0.0
        if updates is None:
            self._failures += 1
            if took < QUICK:
                pause = min(LONGEST_PAUSE, 0.5 * 2 ** min(self._failures - 1, 10))
        else:
            self._failures = 0
            self.last_success = now
            if took < QUICK and not any(map(_number, updates)):
                pause = IDLE_PAUSE
        self._next_call = now + pause


class ChatActionLimiter(AIORateLimiter):
    """Telegram's limits, but "typing" does not count and nothing waits over a minute.

    What would wait longer raises RetryAfter, unsent. Counting "typing" would halve a group's 20
    messages a minute.
    """

    def __init__(self, longest_wait: float = LONGEST_WAIT) -> None:
        super().__init__(max_retries=2)
        self._longest_wait = longest_wait

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | Json | list[Json]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> bool | Json | list[Json]:
        """Run the request in its turn; raises RetryAfter where that is too far away."""
        if endpoint == "sendChatAction":
            return await callback(*args, **kwargs)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._longest_wait

        async def in_turn(*args: Any, **kwargs: Any) -> bool | Json | list[Json]:
            turn.reschedule(None)  # what is being sent is not cut off
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                if loop.time() + _seconds(error) > deadline:
                    raise _TooLong(error) from error
                turn.reschedule(deadline)
                raise

        try:
            async with asyncio.timeout_at(deadline) as turn:
                return await super().process_request(
                    in_turn, args, kwargs, endpoint, data, rate_limit_args
                )
        except _TooLong as error:
            raise error.why from None
        except TimeoutError:
            raise RetryAfter(int(self._longest_wait)) from None


class _TooLong(Exception):
    def __init__(self, why: RetryAfter) -> None:
        super().__init__()
        self.why = why


def _seconds(error: RetryAfter) -> float:
    return error._retry_after.total_seconds()  # the public name warns that its type will change


def _waits_for_updates(request_data: RequestData | None) -> bool:
    timeout = request_data.parameters.get("timeout") if request_data else None
    return timeout not in (None, 0)


def _updates(payload: bytes) -> list[Any]:
    """The batch; what is none is not logged as it is, for it may hold people's texts."""
    try:
        answer = json.loads(payload.decode("utf-8", "replace"))
        found = answer["result"]
    except (ValueError, LookupError, TypeError, RecursionError):
        found = None
    if not isinstance(found, list):
        raise NetworkError("getUpdates was answered with something that is no list of updates")
    return found


def _readable(updates: list[Any]) -> list[Any]:
    return [_reduced(update) for update in updates if _number(update)]


def _reduced(update: Json) -> Json:
    number = update["update_id"]
    try:
        Update.de_json(update)
    except Exception as error:
        logger.error("update %d cannot be read and is dropped (%s)", number, type(error).__name__)
        return {"update_id": number}
    return update


def _number(update: Any) -> int | None:
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if type(number) is int and number > 0 else None
