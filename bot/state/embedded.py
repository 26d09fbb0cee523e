"""The state of one bot, in a file: what must survive in SQLite, the rest in bounded memory."""

import secrets
import sqlite3
import threading
from pathlib import Path

from cachetools import LRUCache
from filelock import FileLock, Timeout

from bot.state.bucket import Bucket
from bot.state.file import TABLES, StateFile, explained
from bot.state.interface import (
    CODE_LIFETIME,
    MOST_PENDING,
    Pending,
    StateError,
    TooManyPending,
    Verdict,
)

# How many updates, and users' questions, are counted at a time; the one unheard of for longest is
# let go.
MOST_UPDATES = 10_000
MOST_USERS = 10_000


class EmbeddedState:
    """The promises of `State`, for one bot at a time: a lock beside the file refuses another.

    Raises StateError where another bot holds it. Every method takes well under 1 ms, but for
    `forget`, which waits for the disk.
    """

    def __init__(self, path: Path, questions_per_minute: float) -> None:
        self._claim = _claimed(path)
        try:
            self._file = StateFile(path)
        except StateError:
            self._claim.release()
            raise
        self._per_minute = questions_per_minute
        self._counting = threading.Lock()
        self._seen: LRUCache[int, None] = LRUCache(MOST_UPDATES)
        self._buckets: LRUCache[int, Bucket] = LRUCache(MOST_USERS)

    def language(self, user_id: int) -> str | None:
        """As `State` says."""
        rows = self._file.ask("SELECT code FROM languages WHERE id = ?", user_id)
        return str(rows[0][0]) if rows else None

    def set_language(self, user_id: int, code: str) -> None:
        """As `State` says."""
        self._file.ask("INSERT OR REPLACE INTO languages VALUES (?, ?)", user_id, code)

    def allowed(self, id: int) -> bool:
        """As `State` says."""
        return bool(self._file.ask("SELECT 1 FROM allowed WHERE id = ?", id))

    def allow(self, id: int, by: int) -> None:
        """As `State` says."""
        with self._file.transaction() as connection:
            _allow(connection, id, by)

    def disallow(self, id: int) -> None:
        """As `State` says."""
        with self._file.transaction() as connection:
            _disallow(connection, id)

    def approvals(self) -> list[int]:
        """As `State` says."""
        return [int(id) for (id,) in self._file.ask("SELECT id FROM allowed ORDER BY id")]

    def block(self, id: int) -> None:
        """As `State` says."""
        with self._file.transaction() as connection:
            _disallow(connection, id)
            connection.execute("INSERT OR IGNORE INTO blocked VALUES (?)", (id,))

    def blocked(self, id: int) -> bool:
        """As `State` says."""
        return bool(self._file.ask("SELECT 1 FROM blocked WHERE id = ?", id))

    def pair(self, user_id: int, now: float) -> str:
        """As `State` says."""
        with self._file.transaction() as connection:
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
        """As `State` says."""
        with self._file.transaction() as connection:
            id = {one.code: one.id for one in _pending(connection, now)}.get(code)
            if id is not None:
                _allow(connection, id, by)
        return id

    def pending(self, now: float) -> list[Pending]:
        """As `State` says."""
        with self._file.transaction() as connection:
            return _pending(connection, now)

    def record_feedback(
        self, generation: int, document_id: str, start: int, end: int, right: bool
    ) -> None:
        """As `State` says."""
        column = "right" if right else "wrong"
        self._file.ask(
            f'INSERT INTO feedback (generation, document, start, "end", "{column}") VALUES'
            f' (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET "{column}" = "{column}" + 1',
            *(generation, document_id, start, end),
        )

    def keep(self, kind: str, id: int, number: int, text: str) -> None:
        """As `State` says."""
        self._file.ask("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", kind, id, number, text)

    def kept(self, kind: str, id: int, number: int) -> str | None:
        """As `State` says."""
        rows = self._file.ask(
            "SELECT text FROM kept WHERE kind = ? AND id = ? AND number = ?", kind, id, number
        )
        return str(rows[0][0]) if rows else None

    def all_kept(self, kind: str, id: int | None = None) -> list[tuple[int, int]]:
        """As `State` says."""
        return [
            (int(of), int(number))
            for of, number in self._file.ask(
                "SELECT id, number FROM kept WHERE kind = ? AND id = ifnull(?, id) ORDER BY 1, 2",
                *(kind, id),
            )
        ]

    def drop(self, kind: str, id: int, number: int | None = None) -> None:
        """As `State` says."""
        self._file.ask(
            "DELETE FROM kept WHERE kind = ? AND id = ? AND number = ifnull(?, number)",
            *(kind, id, number),
        )

    def first_time(self, update_id: int) -> bool:
        """As `State` says."""
        with self._counting:
            if update_id in self._seen:
                return False
            self._seen[update_id] = None
            return True

    def spend(self, user_id: int, now: float) -> Verdict:
        """As `State` says."""
        with self._counting:
            bucket = self._buckets.get(user_id) or Bucket.full(self._per_minute, now)
            self._buckets[user_id], verdict = bucket.spend(self._per_minute, now)
            return verdict

    def migrate(self, old_chat: int, new_chat: int) -> None:
        """As `State` says."""
        with self._file.transaction() as connection:
            for table in (*TABLES, "blocked"):
                move = f"UPDATE OR REPLACE {table} SET id = ? WHERE id = ?"
                connection.execute(move, (new_chat, old_chat))

    def forget(self, user_id: int) -> None:
        """As `State` says."""
        with self._file.transaction() as connection:
            for table in TABLES:
                connection.execute(f"DELETE FROM {table} WHERE id = ?", (user_id,))
            connection.execute("UPDATE allowed SET by = NULL WHERE by = ?", (user_id,))
        self._file.ask("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """As `State` says."""
        self._file.close()
        self._claim.release()


def _claimed(path: Path) -> FileLock:
    lock = FileLock(path.with_suffix(".lock"), thread_local=False)  # any thread may close
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise StateError(f"another bot runs with {path}: stop it, or set STATE") from error
    return lock


def _allow(connection: sqlite3.Connection, id: int, by: int) -> None:
    for table in ("pending", "blocked"):
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (id,))
    connection.execute("INSERT OR REPLACE INTO allowed VALUES (?, ?)", (id, by))


def _disallow(connection: sqlite3.Connection, id: int) -> None:
    for table in ("allowed", "pending"):
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (id,))


def _pending(connection: sqlite3.Connection, now: float) -> list[Pending]:
    connection.execute("DELETE FROM pending WHERE since <= ?", (now - CODE_LIFETIME,))
    rows = connection.execute("SELECT id, code, since FROM pending ORDER BY since, id")
    return [Pending(*row) for row in rows]
