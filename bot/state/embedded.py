"""The state of one bot, in a file: what must survive in SQLite, the rest in bounded memory."""

import secrets
import sqlite3
import threading
from pathlib import Path

from cachetools import LRUCache
from filelock import FileLock, Timeout

from bot.state.bucket import Bucket, Verdict
from bot.state.file import TABLES, StateFile, explained, stored
from bot.state.interface import (
    CODE_LIFETIME,
    MOST_OF_ONE,
    MOST_PENDING,
    MOST_UNANSWERED,
    VERIFY,
    WAITING,
    Pending,
    StateError,
    Unanswered,
)
from bot.state.kept import KeptInFile

# How many updates, and users' questions, are counted at a time; the one unheard of for longest is
# let go.
MOST_UPDATES = 10_000
MOST_USERS = 10_000


class EmbeddedState(KeptInFile):
    """The promises of `State`, for one bot at a time: a lock beside the file refuses another.

    Raises StateError where another bot holds it. Every method takes well under 1 ms, but for
    `forget`, which waits for the disk.
    """

    together = None
    """As `State` says: another bot is refused."""

    def __init__(self, path: Path, questions_per_minute: float) -> None:
        self._claim = _claimed(path)
        try:
            super().__init__(_up_to_date(path))
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

    def pair(self, id: int, by: int, now: float) -> str:
        """As `State` says."""
        with self._file.transaction() as connection:
            waiting = {one.id: one.code for one in _pending(connection, now)}
            if id in waiting:
                return waiting[id]
            code = ""
            while code in {"", *waiting.values()}:
                code = f"{secrets.randbelow(10**6):06}"
            _leave_newest(connection, MOST_OF_ONE - 1, "WHERE by = ?", by)
            _leave_newest(connection, MOST_PENDING - 1)
            connection.execute("INSERT INTO pending VALUES (?, ?, ?, ?)", (id, code, now, by))
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

    def first_time(self, update_id: int) -> bool:
        """As `State` says."""
        with self._counting:
            if update_id in self._seen:
                return False
            self._seen[update_id] = None
            return True

    def begin(self, chat_id: int, message_id: int, user_id: int, language: str) -> None:
        """As `State` says."""
        with self._file.transaction() as connection:
            insert = (
                "INSERT OR REPLACE INTO unanswered (chat, message, user, language)"
                " VALUES (?, ?, ?, ?) RETURNING place"
            )
            row = (chat_id, message_id, user_id, language)
            (place,) = connection.execute(insert, stored(row)).fetchone()
            drop = "DELETE FROM unanswered WHERE place <= ?"
            connection.execute(drop, (place - MOST_UNANSWERED,))

    def told(self, chat_id: int, message_id: int, told: int) -> None:
        """As `State` says."""
        which = "chat = ? AND message = ?"
        self._file.ask(f"UPDATE unanswered SET told = ? WHERE {which}", told, chat_id, message_id)

    def end(self, chat_id: int, message_id: int) -> None:
        """As `State` says."""
        which = "chat = ? AND message = ?"
        self._file.ask(f"DELETE FROM unanswered WHERE {which}", chat_id, message_id)

    def unanswered(self) -> list[Unanswered]:
        """As `State` says."""
        columns = "chat, message, user, language, told"
        rows = self._file.ask(f"SELECT {columns} FROM unanswered ORDER BY place")
        return [Unanswered(*row) for row in rows]

    def spend(self, user_id: int, now: float, cost: float = 1.0) -> Verdict:
        """As `State` says."""
        with self._counting:
            bucket = self._buckets.get(user_id) or Bucket.full(self._per_minute, now)
            self._buckets[user_id], verdict = bucket.spend(self._per_minute, now, cost)
            return verdict

    def migrate(self, old_chat: int, new_chat: int) -> None:
        """As `State` says."""
        with self._file.transaction() as connection:
            for table in (*TABLES, "blocked"):
                move = f"UPDATE OR REPLACE {table} SET id = ? WHERE id = ?"
                connection.execute(move, (new_chat, old_chat))
            # Messages have other numbers in the new one.
            connection.execute("DELETE FROM unanswered WHERE chat = ?", (old_chat,))

    def knows(self, user_id: int) -> bool:
        """As `State` says."""
        where = [*((table, "id") for table in TABLES), ("allowed", "by"), ("unanswered", "user")]
        rows = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE {of} = ?" for table, of in where)
        return bool(self._file.ask(f"{rows} LIMIT 1", *[user_id] * len(where)))

    def forget(self, user_id: int) -> None:
        """As `State` says."""
        with self._file.transaction() as connection:
            for table in TABLES:
                connection.execute(f"DELETE FROM {table} WHERE id = ?", (user_id,))
            for table in ("allowed", "pending"):
                connection.execute(f"UPDATE {table} SET by = NULL WHERE by = ?", (user_id,))
            connection.execute("DELETE FROM unanswered WHERE user = ?", (user_id,))
        self._file.ask("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """As `State` says."""
        self._file.close()
        self._claim.release()


def _claimed(path: Path) -> FileLock:
    lock = FileLock(path.with_suffix(".lock"), thread_local=False)  # any thread may close
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # filelock takes a file that cannot be made for one that somebody holds.
        Path(lock.lock_file).touch()
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise StateError(f"another bot runs with {path}: stop it, or set STATE") from error
    return lock


def _up_to_date(path: Path) -> StateFile:
    file = StateFile(path)
    try:
        file.bring_up_to_date()
    except StateError:
        file.close()
        raise
    return file


def _allow(connection: sqlite3.Connection, id: int, by: int) -> None:
    for table in ("pending", "blocked"):
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (id,))
    connection.execute("INSERT OR REPLACE INTO allowed VALUES (?, ?)", (id, by))


def _disallow(connection: sqlite3.Connection, id: int) -> None:
    for table in ("languages", "allowed", "pending"):
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (id,))
    kept = "DELETE FROM kept WHERE id = ? AND kind IN (?, ?)"
    connection.execute(kept, (id, WAITING, VERIFY))
    connection.execute("DELETE FROM unanswered WHERE user = ?", (id,))


def _leave_newest(
    connection: sqlite3.Connection, most: int, which: str = "", *values: int
) -> None:
    """Of the requests that wait, or some of them, let go of all but the newest."""
    newest = f"SELECT id FROM pending {which} ORDER BY since DESC, id DESC LIMIT -1 OFFSET ?"
    connection.execute(f"DELETE FROM pending WHERE id IN ({newest})", (*values, most))


def _pending(connection: sqlite3.Connection, now: float) -> list[Pending]:
    connection.execute("DELETE FROM pending WHERE since <= ?", (now - CODE_LIFETIME,))
    rows = connection.execute("SELECT id, code, since FROM pending ORDER BY since, id")
    return [Pending(*row) for row in rows]
