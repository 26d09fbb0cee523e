"""Locks between processes: one writer, and readers that keep a generation from being pruned.

A lock is SQLite's own on an empty file: it works wherever the library does, between processes and
inside one, and ends with the process that holds it, however it dies.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

# The lock of the one who writes, in the library's folder.
WRITER = "writer"
# How long a reader waits for its lock while somebody prunes, in seconds.
PATIENCE = 10.0
# What takes a lock together with others.
_SHARED = ("BEGIN", "SELECT count(*) FROM sqlite_schema")


@contextmanager
def exclusive(path: Path, timeout: float) -> Iterator[bool]:
    """Whether the lock was had within `timeout` seconds; it is held inside the block."""
    with closing(_open(path, "rwc", timeout)) as connection:
        yield _is_had(connection, "PRAGMA journal_mode = OFF", "BEGIN EXCLUSIVE")


def shared(path: Path) -> sqlite3.Connection:
    """Hold the lock together with others, until the connection is closed."""
    connection = _open(path, "ro" if path.exists() else "rwc", PATIENCE)
    _take(connection, *_SHARED)
    return connection


@contextmanager
def nobody_has(path: Path) -> Iterator[bool]:
    """Whether nobody has the lock alone at the moment; inside the block nobody can."""
    if not path.exists():
        yield True
        return
    with closing(_open(path, "ro", timeout=0)) as connection:
        yield _is_had(connection, *_SHARED)


def _is_had(connection: sqlite3.Connection, *statements: str) -> bool:
    """Whether these take the lock; not if somebody else has it."""
    try:
        _take(connection, *statements)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _take(connection: sqlite3.Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(statement).fetchall()


def _open(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=timeout,
        isolation_level=None,
        check_same_thread=False,
    )
