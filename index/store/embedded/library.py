"""A library in a folder: one database, the FAISS files derived from it, and locks.

library.sqlite    documents, passages, words, vectors and generations: the one truth
snapshots/        a FAISS file for some generations; lost or broken, it is built again
leases/           one lock a generation, held by those who read it
writer            the lock of the one who writes
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.errors import LibraryBusy, LibraryNotFound, Trouble
from index.foreign import storable
from index.store.embedded import generations, locks, room
from index.store.embedded.doctor import findings
from index.store.embedded.draft import EmbeddedDraft
from index.store.embedded.holding import LEASES
from index.store.embedded.mending import mend
from index.store.embedded.schema import (
    DATABASE_ERRORS,
    connect_to_write,
    explained,
    one_state,
    transaction,
)
from index.store.embedded.shelf import Shelf
from index.store.embedded.snapshot import SNAPSHOTS
from index.store.embedded.survey import survey
from index.store.embedded.view import EmbeddedView, opened
from index.store.going_back import chosen, too_old
from index.store.interface import PATIENCE, EncoderId, Finding, Generation
from index.text import Document


class EmbeddedLibrary:
    """A `Library` (see `index.store.interface`) by its folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def address(self) -> str:
        """The folder."""
        return str(self.path)

    def live(self) -> Generation:
        """The generation that answers now; cheap. Raises LibraryNotFound before the first."""
        with one_state(self.path) as connection:
            found = generations.live(connection)
        if found is None:
            raise LibraryNotFound(
                f"nothing has been built in {self.path} yet: `python -m index build FILES`"
            )
        return found

    def before(self) -> Generation | None:
        """What the live generation was made from; None where nothing of that is left."""
        with one_state(self.path) as connection:
            return generations.before(connection)

    def generations(self) -> list[Generation]:
        """Every generation that can be served, oldest first."""
        with one_state(self.path) as connection:
            return generations.published(connection)

    def open(self, number: int | None = None) -> EmbeddedView:
        """Generation `number`, or the live one."""
        return opened(self.path, number)

    def names(self) -> list[str]:
        """The `doc_id` of every document of the generations that are kept."""
        with one_state(self.path) as connection:
            return generations.names(connection)

    def history(self, doc_id: str) -> list[tuple[Generation, Document | None]]:
        """Every generation, oldest first, with its document of that name."""
        with one_state(self.path) as connection:
            keys = generations.holding(connection, storable(doc_id))
            found = Shelf(connection).documents(key for _, key in keys if key is not None)
        return [(one, found.get(key) if key is not None else None) for one, key in keys]

    @contextmanager
    def draft(self, encoder: EncoderId, patience: float = PATIENCE) -> Iterator[EmbeddedDraft]:
        """Make the next generation; what is not published when the block ends is dropped."""
        with self._writing(patience) as connection:
            try:
                yield EmbeddedDraft(self.path, connection, encoder)
            finally:
                with contextlib.suppress(sqlite3.Error), transaction(connection):
                    generations.discard_staged(connection)

    def rollback(self, number: int | None = None) -> Generation:
        """Let generation `number` answer again; None means what the live one was made from."""
        self.generations()  # raises where there is none, before a folder is made
        with self._writing() as connection:
            before = generations.before(connection) if number is None else None
            number = chosen(number, before, generations.published(connection))
            with transaction(connection):
                generations.publish(connection, number)
        return self.live()

    def prune(self, keep: int = 1) -> list[int]:
        """Delete old generations but the live one and the `keep` newest others."""
        self.live()  # raises where there is none, before a folder is made
        with self._writing() as connection, contextlib.ExitStack() as locked:
            known = generations.published(connection)
            live, before = generations.live(connection), generations.before(connection)
            old = [
                number
                for number in too_old(keep, live, before, known)
                if locked.enter_context(
                    locks.exclusive(self.path / LEASES / str(number), timeout=0)
                )
            ]
            with transaction(connection):
                generations.remove(connection, old)
                generations.collect(connection)
            with explained(self.path):
                self._sweep(connection)
                room.give_back(connection)
        return old

    def damaged(self) -> list[str]:
        """Names of the live documents of which something is damaged."""
        with one_state(self.path) as connection:
            live = generations.live(connection)
            return [one.name for one in survey(connection) if one.generation == live]

    def mend(self) -> Iterator[Finding]:
        """Make again what can be from what is stored."""
        self.generations()  # raises where there is none, before a folder is made
        with self._writing() as connection:
            yield from mend(connection)

    def check(self) -> Iterator[Finding]:
        """Is what is stored sound? Each check in plain words."""
        return findings(self.path)

    def size(self) -> int:
        """Bytes of all files in the folder, as far as they are still there."""
        size = 0
        for path in self.path.rglob("*"):
            with contextlib.suppress(FileNotFoundError):  # a writer's, gone meanwhile
                size += path.stat().st_size if path.is_file() else 0
        return size

    @contextmanager
    def _writing(self, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
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
                if not stack.enter_context(locks.exclusive(self.path / locks.WRITER, patience)):
                    raise LibraryBusy(
                        f"another process is writing to {self.path}: wait for it, then try again",
                        Trouble.BUSY,
                    )
                connection = stack.enter_context(closing(connect_to_write(self.path)))
                with transaction(connection):
                    generations.discard_staged(connection)
                self._sweep(connection)
            with explained(self.path, DATABASE_ERRORS):
                yield connection
                room.write_back(connection)

    def _sweep(self, connection: sqlite3.Connection) -> None:
        """Delete the files of generations that are gone, and those half written."""
        rows = connection.execute("SELECT number, snapshot FROM generations").fetchall()
        leases = {str(number) for number, _ in rows}
        snapshots = {f"{number}.faiss" for row in rows for number in row}
        for folder, kept in ((LEASES, leases), (SNAPSHOTS, snapshots)):
            for path in (self.path / folder).iterdir():
                if path.name not in kept:
                    path.unlink(missing_ok=True)
