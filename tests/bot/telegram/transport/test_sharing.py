"""Updates of several bots: kept first, handled once, again where only the database failed."""

import asyncio
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, suppress
from typing import LiteralString

import pytest
from telegram import Bot, Update

from bot.operations import Contact
from bot.state import StateError, Taken, Together, open_state
from bot.telegram.transport.polling import Take
from bot.telegram.transport.sharing import MOST_TRIES, Sharing
from bot.telegram.transport.under_way import UnderWay

psycopg = pytest.importorskip("psycopg", reason="no PostgreSQL here: `make test` brings it")

SOON = 60.0


@pytest.fixture
def together(database: str) -> Iterator[Together]:
    """The bots of a new database, of which nobody has joined."""
    with closing(open_state(database, 6)) as state:
        assert state.together
        yield state.together


class _Coming:
    """Updates come in, each with a message of that chat."""

    def __init__(self, *chats: int) -> None:
        self._chats = chats

    async def run(self, take: Take) -> None:
        """All at once, then nothing."""
        for number, chat in enumerate(self._chats, 1):
            await take(_update(number, chat))
        await asyncio.Event().wait()

    async def acknowledge(self) -> None:
        """Nobody is told."""


def _update(number: int, chat: int) -> Update:
    message = {
        "message_id": number,
        "date": 1_800_000_000,
        "chat": {"id": chat, "type": "private"},
        "from": {"id": chat, "first_name": "A", "is_bot": False},
        "text": f"question {number}",
    }
    return Update.de_json({"update_id": number, "message": message}, None)


def _shared(
    together: Together,
    coming: _Coming,
    process: Callable[[Update, Counter[int]], Awaitable[None]],
    until: Callable[[], bool],
    kind: type[Sharing] = Sharing,
) -> None:
    """One bot among the others, until something is so."""

    async def run() -> None:
        unsettled: Counter[int] = Counter()
        sharing = kind(together, Contact(), lambda: 0, lambda: None, unsettled)

        async def processed(update: Update) -> None:
            await process(update, unsettled)

        under_way = UnderWay(sharing.settling(processed))
        running = asyncio.create_task(sharing.run(coming, under_way, Bot("1:a")))
        async with asyncio.timeout(SOON):
            while not (await asyncio.to_thread(together.waiting) == 0 and until()):
                await asyncio.sleep(0.05)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running

    asyncio.run(run())


def test_what_comes_in_is_handled_once_and_then_known_to_be(together: Together) -> None:
    """Each chat's in order, as it came."""
    handled: list[tuple[int, str | None]] = []

    async def process(update: Update, _: Counter[int]) -> None:
        assert update.message
        handled.append((update.message.chat_id, update.message.text))

    _shared(together, _Coming(5, 6, 5), process, lambda: len(handled) >= 3)
    assert sorted(handled) == [(5, "question 1"), (5, "question 3"), (6, "question 2")]
    assert [text for chat, text in handled if chat == 5] == ["question 1", "question 3"]


def test_what_failed_because_of_the_database_is_handled_again(together: Together) -> None:
    """As soon as it answers; what fails for ever is let go."""
    tries = {1: 0, 2: 0}

    async def process(update: Update, unsettled: Counter[int]) -> None:
        tries[update.update_id] += 1
        if update.update_id == 2 or tries[1] < 3:
            unsettled[update.update_id] += 1

    _shared(together, _Coming(5, 6), process, lambda: tries[2] >= MOST_TRIES)
    assert tries == {1: 3, 2: MOST_TRIES}


def test_what_was_given_when_the_answer_was_lost_is_handled(
    together: Together, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that dies after its commit leaves updates with a bot that never saw them."""
    handled: list[int] = []
    lost: list[Taken] = []
    take = together.take

    def broken(most: int) -> list[Taken]:
        found = take(most)
        if found and not lost:
            lost.extend(found)
            raise StateError("the server closed the connection")
        return found

    async def process(update: Update, _: Counter[int]) -> None:
        handled.append(update.update_id)

    monkeypatch.setattr(together, "take", broken)
    _shared(together, _Coming(5, 6, 5), process, lambda: len(handled) >= 3)
    assert lost
    assert sorted(handled) == [1, 2, 3]


def test_what_was_handled_and_could_not_be_noted_is_not_handled_again(
    together: Together, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the others take the bot for dead meanwhile, so that its updates are nobody's."""
    handled: list[int] = []
    done, lost = together.done, threading.Event()

    class Beginning(Sharing):
        def lost(self) -> None:
            super().lost()
            lost.set()

    def unreachable(number: int) -> None:
        if not lost.is_set():
            _change(database, "DELETE FROM verbatim_bot.bots")
            raise StateError("the server closed the connection")
        done(number)

    async def process(update: Update, _: Counter[int]) -> None:
        handled.append(update.update_id)

    monkeypatch.setattr(together, "done", unreachable)
    _shared(together, _Coming(5), process, lost.is_set, Beginning)
    assert handled == [1]


def test_what_a_server_forgot_is_not_handled_again(
    together: Together, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A standby that was behind does not know whose an update is, nor that it was handled."""
    handled: list[int] = []
    noted: list[int] = []
    done = together.done

    def forgotten(number: int) -> None:
        done(number)
        noted.append(number)
        if len(noted) == 1:
            _change(database, "UPDATE verbatim_bot.inbox SET bot = NULL, body = '{}', done = NULL")

    async def process(update: Update, _: Counter[int]) -> None:
        handled.append(update.update_id)
        _change(database, "UPDATE verbatim_bot.inbox SET bot = NULL")
        await asyncio.sleep(1.5)  # in which it is looked for more

    monkeypatch.setattr(together, "done", forgotten)
    _shared(together, _Coming(5), process, lambda: len(noted) == 2)
    assert (handled, noted) == ([1], [1, 1])


def _change(database: str, statement: LiteralString) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(statement)


def test_what_bots_die_of_is_let_go(together: Together, database: str) -> None:
    """Begun five times, it is not begun by a sixth bot."""
    together.put(1, 5, "{}")
    for _ in range(MOST_TRIES):
        with closing(open_state(database, 6)) as state:
            assert state.together
            state.together.join(Sharing(together, Contact(), lambda: 0, lambda: None, Counter()))
            assert state.together.take(1)
    handled: list[Update] = []

    async def process(update: Update, _: Counter[int]) -> None:
        handled.append(update)

    _shared(together, _Coming(), process, lambda: True)
    assert handled == []
