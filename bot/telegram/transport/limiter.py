"""Telegram's limits on what a bot may send, kept so that no answer is lost to them."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from aiolimiter import AsyncLimiter
from cachetools import LRUCache
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.state import StateError, Together

logger = logging.getLogger(__name__)

# What Telegram takes of a bot: so many messages a minute in each group, and a second in all, that
# one of notices to many people (https://core.telegram.org/bots/faq#broadcasting-to-users). For
# replies no number is told, so they are held to it only where Telegram has asked to wait, for a
# minute.
A_SECOND, A_MINUTE_IN_A_GROUP, MINUTE = 30, 20, 60.0
# How long a request waits for its turn, in seconds: a hundred answers at once to a group, the
# most that wait there, are out after five minutes.
LONGEST_WAIT = 300.0
# Waited beyond what Telegram asks for, in seconds: its clock is not ours.
MARGIN = 0.1
# How often several bots look whether there is room, in seconds.
LOOK = 0.1
# Groups that are counted at a time.
GROUPS = 1_000
# Requests on their way at once, each on a connection of its own, in the order they came: at 0.2 s
# each 160 a second. httpcore looks at each connection for each request, and lets requests
# that wait go in any order: with 256 the 95th percentile of a crowd of 200 was 7 s, and is 3.
CONNECTIONS = 32
# How long what is on its way when the bot stops may take to arrive, in seconds.
ARRIVING = 0.8
# What is no message and does not count: to say "typing" would cost a group half of its messages,
# and so would a heart below each thanks. And so many of the connections at most: of a crowd of 250
# nobody's answer waits until all have been shown that.
FREE = frozenset({"sendChatAction", "setMessageReaction"})
FREE_CONNECTIONS = 4

Json = dict[str, Any]
Sent = TypeVar("Sent")


class SendLimiter(BaseRateLimiter[None]):
    """Requests to one chat go out in order, and wait as long as Telegram says.

    However often it says so: a chat that is told to wait holds up no other. What would wait
    longer than `LONGEST_WAIT` altogether raises RetryAfter, unsent.
    """

    def __init__(self, longest_wait: float = LONGEST_WAIT, shared: Together | None = None) -> None:
        self._longest_wait = longest_wait
        self._shared = shared
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._all = AsyncLimiter(A_SECOND, 1)
        self._slow_until = 0.0
        self._groups: LRUCache[str, AsyncLimiter] = LRUCache(GROUPS)
        self._connections = asyncio.Semaphore(CONNECTIONS)
        self._free = asyncio.Semaphore(FREE_CONNECTIONS)
        self._ended = False

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | Json | list[Json]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> bool | Json | list[Json]:
        """Run the request in its turn; raises RetryAfter where that is too far away.

        After `finish` it is broken off: raises CancelledError.
        """
        send = partial(callback, *args, **kwargs)
        if endpoint in FREE:
            async with self._free:
                return await self._send(send)
        chat = None if data.get("chat_id") is None else str(data["chat_id"])
        turn = self._turns.setdefault(chat, asyncio.Lock()) if chat else asyncio.Lock()
        deadline = asyncio.get_running_loop().time() + self._longest_wait
        try:
            async with asyncio.timeout_at(deadline) as waiting, turn:
                return await self._send_as_told(send, chat, endpoint, waiting)
        except TimeoutError:
            raise RetryAfter(int(self._longest_wait)) from None

    async def _send_as_told(
        self,
        send: Callable[[], Awaitable[Sent]],
        chat: str | None,
        endpoint: str,
        waiting: asyncio.Timeout,
    ) -> Sent:
        """Send when there is room, and again whenever Telegram has asked to wait."""
        deadline = waiting.when() or 0.0
        while True:
            await self._room(chat)
            waiting.reschedule(None)  # what is being sent is not cut off
            try:
                return await self._send(send)
            except RetryAfter as error:
                waiting.reschedule(deadline)
                self._slow_until = asyncio.get_running_loop().time() + MINUTE
                await _as_told(error, endpoint, deadline)

    async def finish(self) -> None:
        """Begin nothing more, and wait for what is on its way, at most `ARRIVING`.

        What Telegram has taken and has not yet confirmed would be called lost by the next bot.
        """
        self._ended = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(ARRIVING):
                for _ in range(CONNECTIONS):  # who has all of them knows that nothing is sent
                    await self._connections.acquire()

    async def _send(self, send: Callable[[], Awaitable[Sent]]) -> Sent:
        """Send as soon as there is a connection."""
        self._require_going_on()
        async with self._connections:
            self._require_going_on()
            return await send()

    def _require_going_on(self) -> None:
        if self._ended:
            # As if its task had been told to end: who waits for that task waits no longer.
            raise asyncio.CancelledError

    async def _room(self, chat: str | None) -> None:
        """Wait until Telegram takes another one to this chat; what has no chat does not count."""
        if chat is None:
            return
        if chat.startswith(("-", "@")):
            if chat not in self._groups:
                self._groups[chat] = AsyncLimiter(A_MINUTE_IN_A_GROUP, MINUTE)
            await self._groups[chat].acquire()
        slow = asyncio.get_running_loop().time() < self._slow_until
        if slow:
            await self._all.acquire()
        if self._shared:
            await _room_for_all(self._shared, chat, slow)


async def _room_for_all(shared: Together, chat: str, slow: bool) -> None:
    """Wait until Telegram takes another one of all bots; without the database, of this one."""
    limits = [("sent", 0, A_SECOND, 60 * A_SECOND)] if slow else []
    if chat.startswith("-"):
        limits.insert(0, ("sent", int(chat), A_MINUTE_IN_A_GROUP, A_MINUTE_IN_A_GROUP))
    with contextlib.suppress(StateError):
        for limit in limits:
            while await asyncio.to_thread(shared.spend, *limit, time.time()) != "ok":
                await asyncio.sleep(LOOK)


async def _as_told(error: RetryAfter, endpoint: str, deadline: float) -> None:
    """Wait as long as Telegram says; raises what it said where that is too long."""
    asked = error._retry_after.total_seconds()  # the public name warns of its coming type
    if asyncio.get_running_loop().time() + asked + MARGIN > deadline:
        raise error
    logger.info("Telegram asks %s to wait %.0f s", endpoint, asked)
    await asyncio.sleep(asked + MARGIN)
