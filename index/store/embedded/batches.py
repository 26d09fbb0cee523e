"""Many rows by their keys, as many at a time as go into one query; and many numbers."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import numpy as np

from index.store.interface import Rows

# Rows asked for in one query, fewer than SQLite has parameters.
TOGETHER = 512

Key = TypeVar("Key", int, str)


def together(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """The keys, as many at a time as go into one query."""
    for start in range(0, len(keys), TOGETHER):
        yield keys[start : start + TOGETHER]


def marks(values: Sequence[object]) -> str:
    """As many of SQL's question marks."""
    return ", ".join("?" * len(values))


def readable(
    connection: sqlite3.Connection, query: str, keys: Sequence[int]
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query that ends with the name of its key; those on damaged pages are missing.

    Raises sqlite3.Error for anything but damage.
    """
    for some in together(keys):
        try:
            yield from connection.execute(f"{query} IN ({marks(some)})", some).fetchall()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            yield from _one_by_one(connection, query, some)


def numbers(connection: sqlite3.Connection, query: str, *values: int) -> Rows:
    """The numbers of a query that joins them by commas: a million in half of the time."""
    (found,) = connection.execute(query, values).fetchone()
    return np.fromstring(found or "", dtype=np.int64, sep=",")


def _one_by_one(
    connection: sqlite3.Connection, query: str, keys: Sequence[int]
) -> Iterator[tuple[Any, ...]]:
    for key in keys:
        try:
            yield from connection.execute(f"{query} = ?", (key,)).fetchall()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that its file is not what it wrote."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
