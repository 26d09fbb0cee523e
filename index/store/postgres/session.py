"""Connections: made ready for the library, noticed when they break, made again."""

import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import psycopg
from psycopg import IsolationLevel, conninfo

from index.errors import LibraryError
from index.store.addresses import HOW_TO_WRITE, is_understood, shown
from index.store.postgres.failures import explained

SCHEMA = "verbatim_library"
# The oldest server and extension that have what is used, as they number themselves.
OLDEST_SERVER, OLDEST_VECTOR = 14, (0, 8)
# What a connection gets unless the address says otherwise: whoever is gone without a word is
# noticed within some ten seconds, by either side. Seconds, but for the last, in milliseconds.
GIVEN = {
    "application_name": "verbatim",
    "connect_timeout": "5",
    "keepalives_idle": "3",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
# Whatever a server has for others, by itself or for a database: an index is built, passages are
# encoded and a turn is waited for in minutes, and texts are what was written.
SETTINGS = {
    "statement_timeout": "0",
    "lock_timeout": "0",
    "idle_session_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
    "standard_conforming_strings": "on",
    "array_nulls": "on",
    "tcp_keepalives_idle": "3",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "client_connection_check_interval": "2000",
    # Questions are short: to compile them, or to start helpers, takes longer than to answer.
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    # Of the ten nearest of a million it finds 0.96, in 6.2 ms; with 200 0.88, in 3.4; with 400
    # 0.92, in 5.5; with 1,000 0.97, in 9.5, and each question is looked for by two vectors.
    "hnsw.ef_search": "600",
    "hnsw.iterative_scan": "strict_order",
    "hnsw.max_scan_tuples": "100000",
}
SINCE_17 = {"transaction_timeout": "0"}
_READY = f"""
SELECT set_config('search_path', concat_ws(', ', '{SCHEMA}', quote_ident(nspname)), false),
       extversion
FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'vector'
"""

Connection = psycopg.Connection[tuple[Any, ...]]
Result = TypeVar("Result")


def connect(address: str) -> Connection:
    """A connection that commits each statement; raises LibraryError with what to do."""
    with explained(address):
        said = _parts(address)
        more = {name: value for name, value in GIVEN.items() if name not in said}
        more["client_encoding"] = "UTF8"
        connection = psycopg.connect(conninfo.make_conninfo(address, **more), autocommit=True)
        try:
            _make_ready(connection, address)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def one_state(connection: Connection) -> Iterator[None]:
    """What is read in the block is the database as it is at one moment, whoever writes."""
    connection.isolation_level = IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    with connection.transaction():
        yield


def _parts(address: str) -> Mapping[str, Any]:
    """What an address says; raises LibraryError where PostgreSQL would not understand it."""
    # What libpq says of one that it does not understand may hold a piece of the password.
    with suppress(psycopg.Error):
        if is_understood(address):
            return conninfo.conninfo_to_dict(address)
    raise LibraryError(
        f"{shown(address)} is no address that PostgreSQL understands: {HOW_TO_WRITE}"
    )


def _make_ready(connection: Connection, address: str) -> None:
    version = connection.info.server_version // 10_000
    if version < OLDEST_SERVER:
        raise LibraryError(
            f"{shown(address)} is PostgreSQL {version}, too old: {OLDEST_SERVER} at least is"
            " needed"
        )
    settings = SETTINGS | (SINCE_17 if version >= 17 else {})
    chosen = ", ".join("set_config(%s, %s, false)" for _ in settings)
    values = [part for setting in settings.items() for part in setting]
    connection.execute(f"SELECT {chosen}".encode(), values)
    set_search_path(connection, address)


def set_search_path(connection: Connection, address: str) -> None:
    """Let names without a schema be the library's and pgvector's, if it is there.

    Raises LibraryError if pgvector is too old.
    """
    found = connection.execute(_READY).fetchone()
    if found and tuple(map(int, found[1].split(".")[:2])) < OLDEST_VECTOR:
        needed = ".".join(map(str, OLDEST_VECTOR))
        raise LibraryError(
            f"{shown(address)} has pgvector {found[1]}, too old: update it to {needed} or newer,"
            " then run `ALTER EXTENSION vector UPDATE` there"
        )


class Session:
    """One connection for any thread, one at a time; where it broke it is made again."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._lock = threading.Lock()
        self._held: list[Connection] = []
        self.close = weakref.finalize(self, _close, self._held, self._lock)
        """Ends it, once or more often; what uses it at the moment finishes first."""

    def greet(self, connection: Connection) -> None:
        """Called with each new connection, before it is used."""

    def ask(self, work: Callable[[Connection], Result]) -> Result:
        """What `work` gives, which only reads: it is tried again on another connection if need be.

        Raises LibraryError with what to do.
        """
        with self._lock, explained(self.address):
            try:
                return work(self._connection())
            except psycopg.OperationalError:
                if not self._held or not self._held[0].closed:
                    raise
            return work(self._connection())

    def _connection(self) -> Connection:
        if not self.close.alive:
            raise LibraryError("this view has been closed: open another one")
        if self._held and self._held[0].closed:
            self._held.pop().close()
        if not self._held:
            connection = connect(self.address)
            try:
                self.greet(connection)
            except BaseException:
                connection.close()
                raise
            self._held.append(connection)
        return self._held[0]


def _close(held: list[Connection], lock: threading.Lock) -> None:
    with lock:
        while held:
            held.pop().close()
