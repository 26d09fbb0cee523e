"""A generation held by a connection of its own, and asked through it."""

import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.errors import LibraryError
from index.store.embedded import generations, locks
from index.store.embedded.members import Members, is_whole, remember
from index.store.embedded.schema import connect, explained
from index.store.embedded.unlocked import unchanged
from index.store.interface import Generation

LEASES = "leases"

Find = Callable[[sqlite3.Connection], Generation]
"""Which generation to open, found again if it is pruned in between."""


class Holding:
    """A generation that cannot be pruned before `close`, or before this is dropped.

    `generation` is what is held, `connection` is for what is read inside `reading`.
    """

    def __init__(self, folder: Path, find: Find) -> None:
        """Hold the generation that `find` gives; raises what it raises, or LibraryError."""
        self.folder = folder
        self._lock = threading.Lock()
        self.connection = connect(folder)
        self._held = [self.connection]
        self.close = weakref.finalize(self, _close, self._held, self._lock)
        """Let go of the generation, once or more often; what is read at the moment is read."""
        try:
            with explained(folder), unchanged(self.connection):
                self.generation = self._hold(find)
        except BaseException:
            self.close()
            raise

    def _hold(self, find: Find) -> Generation:
        """The generation, with a lease on it among what is held."""
        while True:
            generation = find(self.connection)
            lease = _lease(self.folder, generation.number)
            # Between looking and holding it may have been pruned.
            if generations.get(self.connection, generation.number):
                self._held += [lease] if lease else []
                return generation
            if lease:
                lease.close()

    def require_open(self) -> None:
        """Raise LibraryError after `close`."""
        if not self.close.alive:
            raise LibraryError("this view has been closed: open another one")

    def require_whole(self, found: Members) -> None:
        """Raise LibraryError unless the generation has the documents it was made with."""
        number = self.generation.number
        with self.reading() as connection:
            if is_whole(connection, found):
                remember(connection, self.folder, found)
                return
        raise LibraryError(
            f"generation {number} is damaged: which documents it has is not known;"
            " `python -m index doctor --repair` goes back to the last one that is whole"
        )

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one thread at a time; raises LibraryError after `close`."""
        with self._lock, explained(self.folder):
            self.require_open()
            with unchanged(self.connection):
                yield self.connection

    def all(self, query: str, *values: int | str) -> list[Any]:
        """What one query gives."""
        with self.reading() as connection:
            return connection.execute(query, values).fetchall()


def _close(held: list[sqlite3.Connection], lock: threading.Lock) -> None:
    # A connection that is closed while another thread reads with it takes the process down.
    with lock:
        for connection in held:
            connection.close()


def _lease(folder: Path, number: int) -> sqlite3.Connection | None:
    """A shared lock on the generation; None where even that cannot be written."""
    try:
        return locks.shared(folder / LEASES / str(number))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
            return None
        raise
