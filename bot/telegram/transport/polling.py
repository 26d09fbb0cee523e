"""Asking Telegram for updates so that no update, and no server, makes the bot deaf."""

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.request import HTTPXRequest, RequestData

from bot.operations import Contact
from bot.telegram.transport.refusals import UNAUTHORIZED, Refusals

logger = logging.getLogger(__name__)

# A call shorter than this did not wait for updates, in seconds.
QUICK = 1.0
# The pause after quick failures doubles up to this many seconds.
LONGEST_PAUSE = 30.0
# The pause after quick answers with nothing in them: a server that does not wait.
IDLE_PAUSE = 0.25
# How long Telegram may hold a getUpdates back while there is nothing, in seconds.
LONG_POLL = 10
# After so many failures in a row the connections are made anew: the pool may be wedged.
FAILURES_TO_RECONNECT = 5

Json = dict[str, Any]

Take = Callable[[Update], Awaitable[None]]
Fail = Callable[[TelegramError], Awaitable[None]]


class Polling:
    """getUpdates again and again, whatever it is answered.

    An update is acknowledged with the next call after it has been taken. `fail` hears of each
    call that failed.
    """

    def __init__(self, bot: Bot, kinds: Sequence[str], fail: Fail) -> None:
        self._bot = bot
        self._kinds = list(kinds)
        self._fail = fail
        self._offset: int | None = None
        self._refusals = Refusals()

    async def run(self, take: Take) -> None:
        """For ever, from removing a webhook on. Raises TokenRefused after a minute of 401."""
        await self._unhook()
        while True:
            try:
                updates = await self._bot.get_updates(
                    self._offset, timeout=LONG_POLL, allowed_updates=self._kinds
                )
            except TelegramError as error:
                await self._failed(error)
                continue
            self._refusals.over()
            for update in updates:
                await take(update)
                self._offset = update.update_id + 1

    async def _failed(self, error: TelegramError) -> None:
        self._refusals.note(error)
        await self._fail(error)
        if isinstance(error, Conflict) and "webhook" in str(error):
            await self._unhook()

    async def _unhook(self) -> None:
        """Remove the webhook: while there is one, polling is refused."""
        with contextlib.suppress(TelegramError):  # then getUpdates says what is wrong
            await self._bot.delete_webhook()

    async def acknowledge(self) -> None:
        """Tell Telegram what has been taken, so that it does not come again to the next bot."""
        if self._offset is not None:
            await self._bot.get_updates(self._offset, limit=1, timeout=0)


class PollingRequest(HTTPXRequest):
    """For `get_updates_request` only: an update that does not parse is emptied, not fatal.

    Without it one such update stops the whole batch, and the same batch comes again for ever,
    hundreds of times a second. What is left of it, its number, moves the offset on and matches
    no handler.
    """

    def __init__(
        self,
        contact: Contact | None = None,
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
        self.contact = contact or Contact()
        """With Telegram: each getUpdates that it answered well."""
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
            elif code == 401:
                raise InvalidToken(UNAUTHORIZED)  # whatever the answer's text is
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
            self.contact.heard()
            if took < QUICK and not any(map(_number, updates)):
                pause = IDLE_PAUSE
        self._next_call = now + pause


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
    return [reduced(update) for update in updates if _number(update)]


def reduced(update: Json) -> Json:
    """The update, or what can be read of it: at least its number, which has to be there."""
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
