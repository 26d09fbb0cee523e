"""Updates that several bots share: kept before they are acknowledged, handled by who is free."""

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TypeVarTuple

from cachetools import LRUCache
from telegram import Bot, Update

from bot.operations import Contact
from bot.state import LIBRARY, StateError, Taken, Together
from bot.telegram.transport.receiving import Receiving
from bot.telegram.transport.under_way import UnderWay

logger = logging.getLogger(__name__)

# Of so many chats a bot takes updates at a time while threads are free: the rest is for others.
AT_A_TIME = 8
# An update that was begun so often, by bots that died of it or failed, is let go.
MOST_TRIES = 5
# Of so many updates a bot knows that it has handled them, whatever the database knows.
HANDLED = 10_000
# How long until it is looked for more where nobody said that there is, in seconds; until the
# database is asked again where it failed; and for what was taken to reach the threads.
LOOK, AGAIN, MOMENT = 1.0, 0.5, 0.01

Arguments = TypeVarTuple("Arguments")
Process = Callable[[Update], Awaitable[None]]


class Sharing:
    """One bot among the others. `waiting` is how many questions wait for its threads.

    `renewed` is called when another generation has gone live. Whoever handles an update and fails
    because of the database counts that in `unsettled`, by its number: it is handled again.
    """

    def __init__(
        self,
        together: Together,
        contact: Contact,
        waiting: Callable[[], int],
        renewed: Callable[[], None],
        unsettled: Counter[int],
    ) -> None:
        self._together = together
        self._contact = contact
        self._waiting = waiting
        self._renewed = renewed
        self._woken = asyncio.Event()
        self._begun_anew = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._unsettled = unsettled
        self._at_hand: set[int] = set()
        self._handled: LRUCache[int, None] = LRUCache(HANDLED)
        self._unsure = False

    def leads(self) -> bool:
        """Whether it is this bot that asks Telegram for updates."""
        return self._together.leads

    async def run(self, receiving: Receiving, under_way: UnderWay, bot: Bot) -> None:
        """Keep what comes in, and handle what nobody else does, for ever."""
        self._loop = asyncio.get_running_loop()
        await asyncio.to_thread(self._together.join, self)
        both = [receiving.run(self._keep), self._handle(under_way, bot)]
        tasks = [asyncio.ensure_future(one) for one in both]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()

    async def _keep(self, update: Update) -> None:
        """Returns once it cannot be lost: then it is acknowledged."""
        where = update.effective_chat or update.effective_user
        kept = (update.update_id, where.id if where else 0, update.to_json())
        await self._insist(self._together.put, *kept)

    async def _handle(self, under_way: UnderWay, bot: Bot) -> None:
        while True:
            self._woken.clear()
            if self._begun_anew:
                self._begun_anew = False
                await self._begin_anew(under_way)
            taken = await self._taken(under_way)
            for one in taken:
                update = None if one.id in self._handled else self._read(one, bot)
                if update:
                    await under_way.take(update)
                else:
                    await self._done(one.id)
            if taken:
                await asyncio.sleep(MOMENT)
            else:
                await self._look()

    async def _begin_anew(self, under_way: UnderWay) -> None:
        """What is at work is broken off; what was handled is noted before more is taken."""
        await under_way.end(0)
        handled = [number for number in self._at_hand if number in self._handled]
        self._at_hand.clear()
        for number in handled:
            await self._done(number)

    async def _look(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), LOOK)
        except TimeoutError:
            return

    async def _taken(self, under_way: UnderWay) -> list[Taken]:
        most = min(AT_A_TIME - self._waiting(), under_way.room)
        try:
            if self._unsure:
                await asyncio.to_thread(self._together.drop, frozenset(self._at_hand))
                self._unsure = False
            taken = await asyncio.to_thread(self._together.take, max(0, most))
        except StateError:  # the watch has said so
            self._unsure = True  # what was taken may be ours without our knowing
            return []
        # A server that lost what it had noted gives again what is at work here.
        fresh = [one for one in taken if one.id not in self._at_hand]
        self._at_hand.update(one.id for one in fresh)
        return fresh

    def _read(self, one: Taken, bot: Bot) -> Update | None:
        if one.tries > MOST_TRIES:
            logger.error("update %d was begun %d times and is let go", one.id, one.tries - 1)
            return None
        try:
            return Update.de_json(json.loads(one.body), bot)
        except Exception as error:
            logger.error("update %d cannot be read (%s)", one.id, type(error).__name__)
            return None

    def settling(self, process: Process) -> Process:
        """The same, until the update is handled and that is known to all.

        What this bot knows to have handled comes again where the database died before it could
        be noted, or lost what was: it is noted, and not handled again.
        """

        async def settle(update: Update) -> None:
            number = update.update_id
            for tries in range(MOST_TRIES):
                if tries:
                    await self._database_is_back(tries)
                await process(update)
                if self._unsettled[number] <= tries:
                    break
            del self._unsettled[number]
            self._handled[number] = None
            await self._done(number)
            self._woken.set()

        return settle

    async def _done(self, number: int) -> None:
        await self._insist(self._together.done, number)
        self._at_hand.discard(number)

    async def _database_is_back(self, tries: int) -> None:
        """Waits longer each time: the library may be back later than the state."""
        await asyncio.sleep(AGAIN * 2 ** (tries - 1))
        while not self._together.connected:
            await asyncio.sleep(AGAIN)

    async def _insist(
        self, function: Callable[[*Arguments], None], *arguments: *Arguments
    ) -> None:
        """What has to be done is done as soon as the database can."""
        while True:
            try:
                return await asyncio.to_thread(function, *arguments)
            except StateError:
                await asyncio.sleep(AGAIN)

    def woken(self, what: str) -> None:
        """As `Watched` says."""
        self._in_loop(self._renewed if what == LIBRARY else self._woken.set)

    def lost(self) -> None:
        """As `Watched` says."""
        self._begun_anew = True

    def age(self) -> float | None:
        """As `Watched` says."""
        return self._contact.age

    def heard(self) -> None:
        """As `Watched` says."""
        self._contact.heard()

    def _in_loop(self, function: Callable[[], None]) -> None:
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(function)
