"""A library in a database: one schema, changed by one writer at a time, read by any number."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from typing import Any

import psycopg

from index.errors import LibraryBusy, Trouble, VerbatimError
from index.foreign import storable
from index.store.addresses import shown
from index.store.going_back import chosen, too_old
from index.store.interface import PATIENCE, EncoderId, Finding, Generation
from index.store.postgres import generations, locks, nearest, schema
from index.store.postgres.doctor import findings
from index.store.postgres.draft import PostgresDraft
from index.store.postgres.failures import explained
from index.store.postgres.mending import mend
from index.store.postgres.session import SCHEMA, Connection, Session, connect, one_state
from index.store.postgres.shelf import Shelf
from index.store.postgres.survey import survey
from index.store.postgres.view import PostgresView, opened
from index.text import Document


class PostgresLibrary:
    """A `Library` (see `index.store.interface`) by the address of a database."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._session = _Reading(address)

    @property
    def address(self) -> str:
        """The database, without the password."""
        return shown(self._address)

    def live(self) -> Generation:
        """The generation that answers now; cheap. Raises LibraryNotFound before the first."""
        return self._session.ask(lambda c: generations.require_live(c, self._address))

    def before(self) -> Generation | None:
        """What the live generation was made from; None where nothing of that is left."""
        return self._session.ask(generations.before)

    def generations(self) -> list[Generation]:
        """Every generation that can be served, oldest first."""
        return self._session.ask(generations.published)

    def open(self, number: int | None = None) -> PostgresView:
        """Generation `number`, or the live one."""
        return opened(self._address, number)

    def names(self) -> list[str]:
        """The `doc_id` of every document of the generations that are kept."""
        return self._session.ask(generations.names)

    def history(self, doc_id: str) -> list[tuple[Generation, Document | None]]:
        """Every generation, oldest first, with its document of that name."""
        return self._session.ask(lambda connection: _history(connection, storable(doc_id)))

    @contextmanager
    def draft(self, encoder: EncoderId, patience: float = PATIENCE) -> Iterator[PostgresDraft]:
        """Make the next generation; what is not published when the block ends is dropped."""
        with self._writing(patience) as connection:
            try:
                yield PostgresDraft(self._address, connection, encoder)
            finally:
                with suppress(psycopg.Error), connection.transaction():
                    generations.discard_staged(connection)

    def rollback(self, number: int | None = None) -> Generation:
        """Let generation `number` answer again; None means what the live one was made from."""
        self._require_made()
        with self._writing() as connection:
            before = generations.before(connection) if number is None else None
            number = chosen(number, before, generations.published(connection))
            with connection.transaction():
                generations.publish(connection, number)
        return self.live()

    def prune(self, keep: int = 1) -> list[int]:
        """Delete old generations but the live one and the `keep` newest others."""
        self._require_made()
        with self._writing() as connection, ExitStack() as locked:
            known = generations.published(connection)
            live, before = generations.live(connection), generations.before(connection)
            old = [
                number
                for number in too_old(keep, live, before, known)
                if locked.enter_context(locks.nobody_reads(connection, number))
            ]
            with connection.transaction():
                generations.remove(connection, old)
                generations.collect(connection)
                nearest.drop_unused(connection)
        return old

    def damaged(self) -> list[str]:
        """Names of the live documents of which something is damaged."""
        with closing(connect(self._address)) as connection, explained(self._address):
            schema.require(connection, self._address)
            with one_state(connection):
                live = generations.live(connection)
                return [one.name for one in survey(connection) if one.generation == live]

    def mend(self) -> Iterator[Finding]:
        """Make again what can be from what is stored."""
        self._require_made()
        with self._writing() as connection:
            yield from mend(connection)

    def check(self) -> Iterator[Finding]:
        """Is what is stored sound? Each check in plain words."""
        try:
            with closing(connect(self._address)) as connection, explained(self._address):
                schema.require(connection, self._address)
                yield from findings(connection, self._address)
        except VerbatimError as error:
            yield Finding(False, str(error))

    def size(self) -> int:
        """Bytes of all tables and indexes."""
        query = (
            "SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class"
            " WHERE relnamespace = to_regnamespace(%s) AND relkind = 'r'"
        )
        found = self._session.ask(lambda c: c.execute(query, (SCHEMA,)).fetchone())
        return int(found[0]) if found else 0

    def _require_made(self) -> None:
        """Raise LibraryNotFound where there is no library, before one is made."""
        with closing(connect(self._address)) as connection, explained(self._address):
            schema.require_made(connection, self._address)

    @contextmanager
    def _writing(self, patience: float = PATIENCE) -> Iterator[Connection]:
        """A connection that may write, one at a time on the server.

        Leftovers of writers that died are undone first. Raises LibraryBusy if another writer
        goes on for longer than `patience` seconds.
        """
        with closing(connect(self._address)) as connection, explained(self._address):
            if not locks.writer(connection, patience):
                raise LibraryBusy(
                    f"another process is writing to {self.address}: wait for it, then try again",
                    Trouble.BUSY,
                )
            schema.bring_up_to_date(connection, self._address)
            with connection.transaction():
                generations.discard_staged(connection)
            yield connection


def _history(connection: Connection, doc_id: str) -> list[tuple[Generation, Document | None]]:
    def ask(query: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return connection.execute(query.encode(), values, binary=True).fetchall()

    with one_state(connection):
        keys = generations.holding(connection, doc_id)
        found = Shelf(ask).documents(key for _, key in keys if key is not None)
    return [(one, found.get(key) if key is not None else None) for one, key in keys]


class _Reading(Session):
    """A connection to a library that is there."""

    def greet(self, connection: Connection) -> None:
        schema.require(connection, self.address)
