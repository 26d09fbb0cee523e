"""Seals worked out by SQLite, and texts read that are damaged."""

import sqlite3

from index.store.seals import digest_of


def sealed(columns: tuple[str, ...]) -> str:
    """The seal of columns, in SQL."""
    return f"seal_of({', '.join(f'typeof({one}), CAST({one} AS BLOB)' for one in columns)})"


def prepare(connection: sqlite3.Connection) -> None:
    """Let a connection work seals out, and read texts that are no UTF-8 any more."""
    connection.create_function("seal_of", -1, digest_of, deterministic=True)
    connection.text_factory = _decoded


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
