"""The state file: one SQLite database, understood or refused, one transaction at a time."""

import errno
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.state.interface import StateError
from index.foreign import storable

# Marks the file as a bot's state, as "VBST" (https://www.sqlite.org/fileformat.html#application_id).
APPLICATION = 0x56425354

SCHEMA = """
CREATE TABLE languages (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
CREATE TABLE allowed (id INTEGER PRIMARY KEY, by INTEGER);
CREATE TABLE pending (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, since REAL NOT NULL);
CREATE TABLE feedback (
    generation INTEGER, document TEXT, start INTEGER, "end" INTEGER,
    right INTEGER NOT NULL DEFAULT 0, wrong INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (generation, document, start, "end")) WITHOUT ROWID;
"""
# What each version after the first adds, in order: an older file is brought up to date.
ADDED = (
    """
CREATE TABLE blocked (id INTEGER PRIMARY KEY);
CREATE TABLE kept (
    kind TEXT, id INTEGER, number INTEGER, text TEXT NOT NULL, PRIMARY KEY (kind, id, number));
""",
    """
ALTER TABLE pending ADD COLUMN by INTEGER;
CREATE TABLE unanswered (
    place INTEGER PRIMARY KEY, chat INTEGER NOT NULL, message INTEGER NOT NULL,
    user INTEGER NOT NULL, language TEXT NOT NULL, told INTEGER, UNIQUE (chat, message));
""",
)
VERSION = 1 + len(ADDED)
# Those with rows of a person or group, which go when they are forgotten. A block does not.
TABLES = ("languages", "allowed", "pending", "kept")
# By these the first files are known, which bear no mark.
FIRST_TABLES = frozenset({"languages", "allowed", "pending", "feedback"})

# What SQLite says where there is no room, also for the file by which processes share the log.
FULL = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE})


class StateFile:
    """An open state file, readable by its owner alone; any thread may use it.

    Its folder must be there. Everything raises StateError, which says what to do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        with explained(path):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            self._prepare()
        except StateError:
            self._connection.close()
            raise

    def ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of one statement, which is a transaction of its own."""
        with self._lock, explained(self.path):
            return self._connection.execute(statement, stored(values)).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is done in the block, or nothing where the block raises; one at a time."""
        with self._lock, explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:  # commits, or rolls back when the block raises
                yield self._connection

    def close(self) -> None:
        """Close it, once or more often."""
        with self._lock:
            self._connection.close()

    def _prepare(self) -> None:
        with explained(self.path):
            self._version()  # refuses what is not ours before anything is written
        # In WAL a crash of the bot loses nothing; only a power cut may lose the last second.
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON"):
            self.ask(f"PRAGMA {pragma}")
        marks = (f"PRAGMA application_id = {APPLICATION}", f"PRAGMA user_version = {VERSION}")
        with self.transaction() as connection:  # fails where the file cannot be written
            if (version := self._version()) < VERSION:
                schema = "".join((SCHEMA, *ADDED)[version:])
                for statement in (*schema.split(";"), *marks):
                    connection.execute(statement)

    def _version(self) -> int:
        """Of its schema, 0 if nothing is in it; raises StateError for what is not ours."""
        ask = self._connection.execute
        (application,) = ask("PRAGMA application_id").fetchone()
        (version,) = ask("PRAGMA user_version").fetchone()
        names = {name for (name,) in ask("SELECT name FROM sqlite_schema")}
        if (application, version, names) == (0, 0, set()):
            return 0
        if application != APPLICATION and (application or not names >= FIRST_TABLES):
            raise StateError(f"{self.path} is not the bot's state: set STATE to another file")
        if version > VERSION:
            raise StateError(
                f"{self.path} was written by a newer Verbatim (schema {version}, this one "
                f"knows {VERSION}): update, or set STATE to another file"
            )
        return max(1, int(version))


def stored(values: Iterable[object]) -> list[object]:
    """Values as they are stored: what no database can hold of a text is U+FFFD."""
    return [storable(one) if isinstance(one, str) else one for one in values]


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Errors of the database and the disk become StateError, with what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StateError(f"{path} cannot be used ({error}): {_what_to_do(error)}") from error


def _what_to_do(error: Exception) -> str:
    full = getattr(error, "sqlite_errorcode", 0) in FULL
    if full or getattr(error, "errno", 0) in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "free some space on its disk"
    return "let the bot's user write it and its folder, restore it, or set STATE to another file"


def check_file(path: Path) -> None:
    """Whether a bot could keep its state there, also while one does: StateError, OSError if not.

    A file that is missing is not made: it might then belong to another user than the bot's.
    """
    if path.exists():
        StateFile(path).close()
        return
    folder = next(one for one in path.absolute().parents if one.is_dir())
    with tempfile.TemporaryFile(dir=folder):
        pass
