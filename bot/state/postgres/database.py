"""The database: connections that notice a dead server, and errors that say what to do."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, LiteralString

import psycopg
from psycopg import conninfo
from psycopg_pool import ConnectionPool, PoolClosed, PoolTimeout

from bot.state.file import stored
from bot.state.interface import StateError
from index.store import HOW_TO_WRITE, is_understood, shown

# All that the bots keep is in this schema, apart from the library's.
SCHEMA = "verbatim_bot"
# So many statements at a time: what answers has two threads, the rest are updates coming in.
CONNECTIONS = 8
# How long a connection is waited for, in seconds; right after one was waited for in vain, hardly
# at all: who asks is the event loop.
PATIENCE, IMPATIENCE = 2.0, 0.05
# What a connection gets unless the address says otherwise. A server, or a client, that is gone
# without a word is noticed by the other within some five seconds.
GIVEN: dict[str, str] = {
    "application_name": "verbatim",
    "connect_timeout": "2",
    "target_session_attrs": "read-write",
    "keepalives_idle": "2",
    "keepalives_interval": "1",
    "keepalives_count": "3",
    "tcp_user_timeout": "5000",
}
# What it gets whatever the server has for others: a bot waits for its turn, and listens for long.
OPTIONS = (
    f"-c search_path={SCHEMA}"
    " -c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3"
    " -c statement_timeout=0 -c lock_timeout=0"
    " -c idle_session_timeout=0 -c idle_in_transaction_session_timeout=0"
    " -c standard_conforming_strings=on"
)

Connection = psycopg.Connection[tuple[Any, ...]]

# What is to be done about an error, by its class (https://www.postgresql.org/docs/current/
# errcodes-appendix.html), or by what the client library says where there is none yet.
_BY_CODE = {
    "28": "correct the user or the password in LIBRARY",
    "3D": "make the database (createdb), or correct its name in LIBRARY",
    "53": "make room on the server's disk, or let it have more connections",
    "25": "name the primary in LIBRARY, or both servers with target_session_attrs=read-write",
    "22P05": "make the database with --encoding=UTF8 --template=template0 (createdb)",
    "57014": "raise the timeouts of the server, and of what is before it",
    "42501": "let the user of LIBRARY make a schema (GRANT CREATE ON DATABASE)",
}
_BY_WORDS = {
    "authentication": _BY_CODE["28"],
    "no password": _BY_CODE["28"],
    "role": _BY_CODE["28"],
    "database": _BY_CODE["3D"],
    "read-only": _BY_CODE["25"],
}


class Database:
    """A database by its address, for any thread. Everything raises StateError."""

    def __init__(self, address: str) -> None:
        self._conninfo = _conninfo(address)
        self.name = shown(address)
        self._failed = -PATIENCE
        self._pool = ConnectionPool[Connection](
            self._conninfo,
            min_size=1,
            max_size=CONNECTIONS,
            open=False,
            check=ConnectionPool.check_connection,
            kwargs={"autocommit": True},
            # Longer, and it would wait longer from try to try, also where the server is back.
            reconnect_timeout=1.0,
        )

    def open(self) -> None:
        """Connect from now on."""
        with explained(self.name):
            self._pool.open()

    def close(self) -> None:
        """Connect no more, once or more often."""
        self._pool.close(timeout=1.0)

    def connect(self) -> Connection:
        """A connection of its own, for what belongs to one: locks, notifications."""
        with explained(self.name):
            return psycopg.connect(self._conninfo, autocommit=True)

    def ask(self, statement: LiteralString, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of one statement, a transaction of its own; its values by place or by name."""
        named = values[0] if len(values) == 1 and isinstance(values[0], dict) else None
        given = dict(zip(named, stored(named.values()), strict=True)) if named else stored(values)
        with self._connection() as connection:
            found = connection.execute(statement, given)
            return found.fetchall() if found.description else []

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All that is done in the block, or nothing where the block raises."""
        with self._connection() as connection, connection.transaction():
            yield connection

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        lately = time.monotonic() - self._failed < PATIENCE
        with explained(self.name):
            try:
                taken = self._pool.getconn(IMPATIENCE if lately else PATIENCE)
            except PoolTimeout:
                self._failed = time.monotonic()
                raise
            try:
                yield taken
            finally:
                self._pool.putconn(taken)


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Errors of the server and of the way to it become StateError, with what to do."""
    try:
        yield
    except (psycopg.Error, PoolTimeout, PoolClosed) as error:
        what = " ".join(str(error).split()) or type(error).__name__
        raise StateError(f"{name} cannot be used ({what}): {_hint(error)}") from error


def _conninfo(address: str) -> str:
    """What libpq is given; raises StateError where it would not understand it."""
    # What libpq says of one that it does not understand may hold a piece of the password.
    with suppress(psycopg.Error):
        if is_understood(address):
            said = conninfo.conninfo_to_dict(address)
            given = {name: value for name, value in GIVEN.items() if name not in said}
            options = f"{said.get('options') or ''} {OPTIONS}".strip()
            given |= {"options": options, "client_encoding": "UTF8"}
            return conninfo.make_conninfo(address, **given)
    raise StateError(
        f"{shown(address)} is no address that PostgreSQL understands (LIBRARY, STATE):"
        f" {HOW_TO_WRITE}"
    )


def _hint(error: Exception) -> str:
    code = getattr(error, "sqlstate", None) or ""
    for known, hint in _BY_CODE.items():
        if code.startswith(known):
            return hint
    if not code:
        for words, hint in _BY_WORDS.items():
            if f" {words} " in f" {error} ".replace('"', " "):
                return hint
    return "look whether the server runs and can be reached, and at LIBRARY"
