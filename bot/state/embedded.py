"""What the bot remembers between runs: who may ask, languages, and counts of feedback.

One SQLite file. It holds ids and nothing else about people: no names, no questions.
"""

import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.errors import VerbatimError

VERSION = 1
# How long a code can be approved, in seconds, and how many may wait at a time.
CODE_LIFETIME = 3600.0
MOST_PENDING = 10

SCHEMA = """
CREATE TABLE languages (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
CREATE TABLE allowed (id INTEGER PRIMARY KEY, by INTEGER);
CREATE TABLE pending (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, since REAL NOT NULL);
CREATE TABLE feedback (
    generation INTEGER, document TEXT, start INTEGER, "end" INTEGER,
    right INTEGER NOT NULL DEFAULT 0, wrong INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (generation, document, start, "end")) WITHOUT ROWID;
"""
# Those with a row for a person or group.
TABLES = ("languages", "allowed", "pending")


class StateError(VerbatimError):
    """The state file cannot be opened, written or understood."""


class TooManyPending(VerbatimError):
    """Ten wait for approval already: an admin has to approve some, or an hour to pass."""


@dataclass(frozen=True, slots=True)
class Pending:
    """Someone, or a group, that waits for approval; `since` is in Unix seconds."""

    id: int
    code: str
    since: float


class Store:
    """The state file; any thread may call it. Times are Unix seconds. Raises StateError.

    Every method takes well under 1 ms, but for `forget`, which waits for the disk.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        with self._explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            self._prepare()
        except StateError:
            self._connection.close()
            raise

    def language(self, user_id: int) -> str | None:
        """The language this user or chat chose."""
        rows = self._ask("SELECT code FROM languages WHERE id = ?", user_id)
        return rows[0][0] if rows else None

    def set_language(self, user_id: int, code: str) -> None:
        """Remember the language this user or chat chose."""
        self._ask("INSERT OR REPLACE INTO languages VALUES (?, ?)", user_id, code)

    def allowed(self, id: int) -> bool:
        """Whether an admin let this user or group ask."""
        return bool(self._ask("SELECT 1 FROM allowed WHERE id = ?", id))

    def allow(self, id: int, by: int) -> None:
        """Let a user or group ask; `by` is the admin's id."""
        with self._transaction() as connection:
            _allow(connection, id, by)

    def disallow(self, id: int) -> None:
        """Take the approval of a user or group back, and its code."""
        with self._transaction() as connection:
            for table in ("allowed", "pending"):
                connection.execute(f"DELETE FROM {table} WHERE id = ?", (id,))

    def pair(self, user_id: int, now: float) -> str:
        """The six digits an admin approves this user or group by; the same for an hour.

        Raises TooManyPending when ten others wait.
        """
        with self._transaction() as connection:
            waiting = {one.id: one.code for one in _pending(connection, now)}
            if len(waiting) >= MOST_PENDING and user_id not in waiting:
                raise TooManyPending("too many wait for approval: an admin approves some, or wait")
            code = waiting.pop(user_id, "")
            while code in {"", *waiting.values()}:
                code = f"{secrets.randbelow(10**6):06}"
            insert = "INSERT OR IGNORE INTO pending VALUES (?, ?, ?)"
            connection.execute(insert, (user_id, code, now))
        return code

    def approve(self, code: str, by: int, now: float) -> int | None:
        """Let the user or group with this code ask: its id, or None for no such code."""
        with self._transaction() as connection:
            id = {one.code: one.id for one in _pending(connection, now)}.get(code)
            if id is not None:
                _allow(connection, id, by)
        return id

    def pending(self, now: float) -> list[Pending]:
        """Who waits for approval, longest first."""
        with self._transaction() as connection:
            return _pending(connection, now)

    def record_feedback(
        self, generation: int, document_id: str, start: int, end: int, right: bool
    ) -> None:
        """Count one opinion of a quote; whose it is, is not kept."""
        column = "right" if right else "wrong"
        self._ask(
            f'INSERT INTO feedback (generation, document, start, "end", "{column}") VALUES'
            f' (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET "{column}" = "{column}" + 1',
            *(generation, document_id, start, end),
        )

    def migrate(self, old_chat: int, new_chat: int) -> None:
        """Carry what is known of a group to its new id, as Telegram gives supergroups."""
        with self._transaction() as connection:
            for table in TABLES:
                move = f"UPDATE OR REPLACE {table} SET id = ? WHERE id = ?"
                connection.execute(move, (new_chat, old_chat))

    def forget(self, user_id: int) -> None:
        """Delete all that is stored of this user, from the disk too: the approval as well."""
        with self._transaction() as connection:
            for table in TABLES:
                connection.execute(f"DELETE FROM {table} WHERE id = ?", (user_id,))
            connection.execute("UPDATE allowed SET by = NULL WHERE by = ?", (user_id,))
        self._ask("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the file, after which the store is of no use."""
        with self._lock:
            self._connection.close()

    def _prepare(self) -> None:
        # In WAL a crash of the bot loses nothing; only a power cut may lose the last second.
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON"):
            self._ask(f"PRAGMA {pragma}")
        with self._transaction() as connection:  # fails where the file cannot be written
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                raise StateError(
                    f"{self.path} was written by a newer Verbatim (schema {version}, this one "
                    f"knows {VERSION}): update, or set STATE to another file"
                )
            if version == 0:
                for statement in (*SCHEMA.split(";"), f"PRAGMA user_version = {VERSION}"):
                    connection.execute(statement)

    def _ask(self, statement: str, *values: object) -> list[tuple[str]]:
        with self._lock, self._explained():
            return self._connection.execute(statement, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:  # commits, or rolls back when the block raises
                yield self._connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StateError(
                f"{self.path} cannot be used ({error}): let the bot's user write it and its "
                "folder, restore it, or set STATE to another file"
            ) from error


def _allow(connection: sqlite3.Connection, id: int, by: int) -> None:
    connection.execute("DELETE FROM pending WHERE id = ?", (id,))
    connection.execute("INSERT OR REPLACE INTO allowed VALUES (?, ?)", (id, by))


def _pending(connection: sqlite3.Connection, now: float) -> list[Pending]:
    connection.execute("DELETE FROM pending WHERE since <= ?", (now - CODE_LIFETIME,))
    rows = connection.execute("SELECT id, code, since FROM pending ORDER BY since, id")
    return [Pending(*row) for row in rows]
