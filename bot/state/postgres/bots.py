"""The promises of `Together`, kept by PostgreSQL."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress

import psycopg

from bot.state.bucket import Verdict
from bot.state.interface import StateError
from bot.state.postgres import conversations, inbox, spending
from bot.state.postgres.database import Database, explained
from bot.state.postgres.watch import CHANNEL, Watch
from bot.state.postgres.whose import make_own
from bot.state.together import Conversation, Taken, Watched


class Bots:
    """The bots of one database, of which this is one once it has joined."""

    def __init__(self, database: Database, bot: int | None) -> None:
        self._database = database
        self._bot = bot
        self._watch: Watch | None = None

    @property
    def leads(self) -> bool:
        """As `Together` says."""
        return self._watch is not None and self._watch.leads

    @property
    def connected(self) -> bool:
        """As `Together` says."""
        return self._watch is not None and self._watch.connected

    def join(self, watched: Watched) -> None:
        """As `Together` says."""
        if self._bot is not None:
            make_own(self._database, self._bot)
        self._watch = Watch(self._database, watched, self._tidy)
        self._watch.start()

    def leave(self) -> None:
        """As `Together` says."""
        if self._watch:
            self._watch.stop(wake=lambda: self.tell(""))

    def put(self, update_id: int, chat: int, body: str) -> None:
        """As `Together` says."""
        inbox.put(self._database, update_id, chat, body)

    def take(self, most: int) -> list[Taken]:
        """As `Together` says; for one thread at a time."""
        return inbox.take(self._database, self._me, most)

    def drop(self, kept: Collection[int]) -> None:
        """As `Together` says."""
        inbox.drop(self._database, self._me, kept)

    def done(self, update_id: int) -> None:
        """As `Together` says."""
        inbox.done(self._database, self._me, update_id)

    def waiting(self) -> int:
        """As `Together` says."""
        return inbox.waiting(self._database)

    def remember(self, asked: Conversation) -> None:
        """As `Together` says."""
        conversations.remember(self._database, asked)

    def of_message(self, chat_id: int, message_id: int) -> Conversation | None:
        """As `Together` says."""
        return conversations.of_message(self._database, chat_id, message_id)

    def last(self, chat_id: int, user_id: int, topic: int) -> Conversation | None:
        """As `Together` says."""
        return conversations.last(self._database, chat_id, user_id, topic)

    def forget(self, user_id: int) -> None:
        """As `Together` says."""
        conversations.forget(self._database, user_id)

    def spend(self, what: str, id: int, most: float, per_minute: float, now: float) -> Verdict:
        """As `Together` says."""
        return spending.spend(self._database, what, id, most, per_minute, now)

    def give_back(self, what: str, id: int) -> None:
        """As `Together` says."""
        spending.give_back(self._database, what, id)

    @contextmanager
    def alone(self, what: str) -> Iterator[None]:
        """As `Together` says; a lock of the server, which goes with the connection."""
        connection = self._database.connect()
        try:
            lock = "SELECT pg_advisory_lock(hashtextextended(%s, 0))"
            with explained(self._database.name):
                connection.execute(lock, [f"{CHANNEL}.{what}"])
            yield
        finally:
            with suppress(psycopg.Error):
                connection.close()

    def tell(self, what: str) -> None:
        """As `Together` says."""
        self._database.ask("SELECT pg_notify(%s, %s)", CHANNEL, what)

    @property
    def _me(self) -> int:
        if self._watch is None or self._watch.bot is None:
            raise StateError("this bot has not joined the others")
        return self._watch.bot

    def _tidy(self) -> None:
        with suppress(StateError):
            inbox.prune(self._database)
            conversations.prune(self._database)
            spending.prune(self._database)
