"""The library: a folder with one database, the FAISS files derived from it, and locks.

library.sqlite    documents, passages, words, vectors and generations: the one truth
snapshots/        a FAISS file for some generations; lost or broken, it is built again
leases/           one lock a generation, held by those who read it
writer            the lock of the one who writes
"""

import contextlib
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.errors import LibraryBusy, LibraryError, LibraryNotFound
from index.store.embedded import generations, locks
from index.store.embedded.contents import LEASES, Contents
from index.store.embedded.generations import Generation
from index.store.embedded.schema import connect, connect_to_write, explained, transaction
from index.store.embedded.view import SNAPSHOTS, View
from index.text import Document

logger = logging.getLogger(__name__)

__all__ = ["Library", "View"]

WRITER = "writer"
# How long a second writer waits for the first, in seconds, before it is told.
PATIENCE = 10.0


class Library:
    """A library by its folder; nothing is read or made until a method is called."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def live(self) -> Generation:
        """The generation that answers now; cheap. Raises LibraryNotFound before the first."""
        with closing(connect(self.path)) as connection, explained(self.path):
            found = generations.live(connection)
        if found is None:
            raise LibraryNotFound(
                f"nothing has been built in {self.path} yet: `python -m index build FILES`"
            )
        return found

    def generations(self) -> list[Generation]:
        """Every generation that can be served, oldest first."""
        with closing(connect(self.path)) as connection, explained(self.path):
            return generations.published(connection)

    def documents(self) -> Iterator[Document]:
        """The live generation's documents, by `doc_id`."""
        with closing(Contents(self.path)) as contents:
            yield from contents.documents()

    def document(self, doc_id: str) -> Document | None:
        """A document of the live generation, or None."""
        with closing(Contents(self.path)) as contents:
            return contents.document(doc_id)

    def open(self) -> View:
        """The live generation, to search; it stays as it is whatever is built or pruned."""
        return View(self.path)

    def rollback(self, number: int | None = None) -> Generation:
        """Let generation `number` answer again; None means the one before the live one."""
        self.live()  # raises where there is none, before a folder is made
        with self.writing() as connection:
            found = [one.number for one in generations.published(connection)]
            if number is None:
                number = max((one for one in found if one < self.live().number), default=None)
            if number not in found:
                raise LibraryError(f"no such generation: there are {', '.join(map(str, found))}")
            with transaction(connection):
                generations.publish(connection, number)
        return self.live()

    def prune(self, keep: int = 1) -> list[int]:
        """Delete old generations but the live one and the `keep` newest others.

        Returns the numbers deleted. One that somebody reads at the moment is kept, too.
        """
        self.live()  # raises where there is none, before a folder is made
        with self.writing() as connection, contextlib.ExitStack() as locked:
            live = generations.live(connection)
            others = [one.number for one in generations.published(connection) if one != live]
            old = [
                number
                for number in others[: max(len(others) - keep, 0)]
                if locked.enter_context(locks.exclusive(self._lease(number), timeout=0))
            ]
            with transaction(connection):
                generations.remove(connection, old)
                generations.collect(connection)
            connection.execute("PRAGMA incremental_vacuum").fetchall()
            self._sweep(connection)
        return old

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
        """A connection that may write, one at a time in the whole machine.

        Leftovers of writers that died are undone first. Raises LibraryBusy if another writer
        goes on for longer than `patience` seconds, LibraryError if the folder cannot be written.
        """
        with explained(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            for folder in (SNAPSHOTS, LEASES):
                (self.path / folder).mkdir(exist_ok=True)
        with contextlib.ExitStack() as stack:
            with explained(self.path):
                if not stack.enter_context(locks.exclusive(self.path / WRITER, patience)):
                    raise LibraryBusy(
                        f"another process is writing to {self.path}: wait for it, then try again"
                    )
                connection = stack.enter_context(closing(connect_to_write(self.path)))
                with transaction(connection):
                    generations.discard_staged(connection)
                self._sweep(connection)
            with explained(self.path, (sqlite3.Error,)):
                yield connection

    def lease(self, number: int) -> None:
        """Make the lock of a generation, so that also those who may only read can hold it."""
        self._lease(number).touch()

    def _lease(self, number: int) -> Path:
        return self.path / LEASES / str(number)

    def _sweep(self, connection: sqlite3.Connection) -> None:
        """Delete the files of generations that are gone, and those half written."""
        rows = connection.execute("SELECT number, snapshot FROM generations").fetchall()
        leases = {str(number) for number, _ in rows}
        snapshots = {f"{number}.faiss" for row in rows for number in row}
        for folder, kept in ((LEASES, leases), (SNAPSHOTS, snapshots)):
            for path in (self.path / folder).iterdir():
                if path.name not in kept:
                    path.unlink(missing_ok=True)
