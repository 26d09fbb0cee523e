"""The state file: one SQLite database, understood or refused, one transaction at a time."""

import errno
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
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

    Its folder must be there. What it holds is left as it is, of whatever version, until it is
    brought up to date. Everything raises StateError, which says what to do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        with explained(path):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            with explained(path):
                self.version = self._version()
                """Of its schema when it was opened; 0 where nothing was in it."""
            # Only a power cut may lose the last second; of what is forgotten nothing stays.
            for pragma in ("synchronous = NORMAL", "secure_delete = ON"):
                self.ask(f"PRAGMA {pragma}")
        except StateError:
            self._connection.close()
            raise

    def bring_up_to_date(self) -> None:
        """Make what an older version, or an empty file, lacks; older bots cannot use it then."""
        self.ask("PRAGMA journal_mode = WAL")  # a crash of the bot loses nothing
        marks = (f"PRAGMA application_id = {APPLICATION}", f"PRAGMA user_version = {VERSION}")
        with self.transaction() as connection:  # fails where the file cannot be written
            if (version := self._version()) < VERSION:
                schema = "".join((SCHEMA, *ADDED)[version:])
                for statement in (*schema.split(";"), *marks):
                    connection.execute(statement)

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

    def try_to_write(self) -> None:
        """Raise StateError where nothing can be written; nothing is."""
        with self._lock, explained(self.path):
            for statement in ("BEGIN IMMEDIATE", "ROLLBACK"):
                self._connection.execute(statement)

    def close(self) -> None:
        """Close it, once or more often."""
        with self._lock:
            self._connection.close()

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


def require_present(name: str | Path, version: int, present: int) -> None:
    """Raise StateError where there is no state, or one that is to be brought up to date first."""
    if not version:
        raise StateError(f"there is no state in {name}: a bot that runs makes it (STATE)")
    if version < present:
        raise StateError(
            f"{name} was written by an older Verbatim: start the bot once, which brings it up to"
            " date"
        )


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


def open_made(path: Path) -> StateFile:
    """The file that a bot has made and brought up to date; StateError where there is none."""
    if not path.exists():
        require_present(path, 0, VERSION)
    file = StateFile(path)
    try:
        require_present(path, file.version, VERSION)
    except StateError:
        file.close()
        raise
    return file


def check_file(path: Path) -> None:
    """Whether a bot could keep its state there, also while one does: StateError, OSError if not.

    A file that is missing is not made: it might then belong to another user than the bot's. Nor is
    an older one brought up to date: the bot that runs with it may be older, too.
    """
    if path.exists():
        with closing(StateFile(path)) as file:
            file.try_to_write()
        return
    folder = next(one for one in path.absolute().parents if one.is_dir())
    with tempfile.TemporaryFile(dir=folder):
        pass
