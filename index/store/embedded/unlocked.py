"""A database read without locks, where none can be had: who changes it meanwhile is noticed.

SQLite is told then that the file is immutable, and takes for damage what is only newer.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import LibraryError, Trouble

Stamp = tuple[int, int]
"""Of a file when it was last written, in nanoseconds, and its bytes."""


class Watching(sqlite3.Connection):
    """A connection; `watched` is the file it reads without locks, and how that was at first."""

    watched: tuple[Path, Stamp] | None = None


def stamp_of(path: Path) -> Stamp:
    """By which it is seen that a file is written."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def require_unchanged(connection: sqlite3.Connection) -> None:
    """Raise LibraryError where a file read without locks is not the one that was opened."""
    if isinstance(connection, Watching) and connection.watched:
        path, before = connection.watched
        if stamp_of(path) != before:
            raise LibraryError(
                f"the library in {path.parent} was changed meanwhile: open it again", Trouble.BUSY
            )


@contextmanager
def unchanged(connection: sqlite3.Connection) -> Iterator[None]:
    """What is read in the block is of what was opened; raises as `require_unchanged`.

    Whatever else went wrong in the block went wrong because of that.
    """
    require_unchanged(connection)
    try:
        yield
    except Exception:
        require_unchanged(connection)
        raise
    require_unchanged(connection)
