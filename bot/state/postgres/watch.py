"""One bot's pulse and its ear, on a connection of its own: who lives, who leads, what came in."""

import logging
import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import psycopg

from bot.state.interface import StateError
from bot.state.postgres.database import Connection, Database
from bot.state.together import Watched

logger = logging.getLogger(__name__)

CHANNEL = "verbatim_bot"
# Any number that no other program is likely to lock: the one that leads has it.
LEADER = 0x56424C44
# How often a bot says that it lives and looks whether the others do, in seconds.
BEAT = 1.0
# Each bot holds a lock of this class and its number as long as it is connected.
LIVING = 0x564C
# Who has been silent and without that lock for so long is dead, in seconds: it was killed. With
# it, or just after the server was another, it may be slow, and is given more time.
KILLED, SILENT = 3.0, 15.0
# If looking itself has faltered for so long, in seconds, nobody can be missed for it.
FALTERED = 2.5
# Before another try to reach a server that is gone, in seconds.
AGAIN = 0.3
# Telegram was heard of lately, in seconds, whichever bot it answered.
LATELY = 5.0
# How often what nobody needs any more is deleted, in seconds.
TIDY = 600.0

# Every bot: its last beat, whether it heard of Telegram, and whether it is connected.
_ALL = f"""
SELECT id, name, beat, coalesce(heard > now() - interval '{LATELY} s', false), EXISTS (
    SELECT FROM pg_locks
    WHERE locktype = 'advisory' AND classid = {LIVING} AND objid::bigint = bots.id
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
FROM bots
"""


class Watch:
    """The thread. Locks and notifications last as long as its connection, and so does the lead."""

    def __init__(self, database: Database, watched: Watched, tidy: Callable[[], None]) -> None:
        self._database = database
        self._watched = watched
        self._tidy = tidy
        self._ending = threading.Event()
        self._looked = self._since = 0.0
        self._tidied = 0.0
        self._beats: dict[int, tuple[int, float]] = {}
        """Of each bot its last beat, and when it was first seen."""
        self.bot: int | None = None
        """This bot's number; None until it is known."""
        self.leads = False
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    @property
    def connected(self) -> bool:
        """Whether the database answered in the last seconds."""
        return time.monotonic() - self._looked < 2 * FALTERED

    def start(self) -> None:
        """Begin; raises StateError where the database cannot be used."""
        with self._database.connect() as connection:
            self._register(connection)
        self._thread.start()

    def stop(self, wake: Callable[[], None]) -> None:
        """Let others lead, and have what is this bot's; a second time it does nothing."""
        if self._ending.is_set() or not self._thread.is_alive():
            return
        self._ending.set()
        with suppress(StateError):
            wake()
        self._thread.join(2 * BEAT)

    def _run(self) -> None:
        while not self._ending.is_set():
            try:
                with self._database.connect() as connection:
                    self._keep_watch(connection)
            except (StateError, psycopg.Error) as error:
                if self.connected:
                    logger.warning("the database is gone: %s", " ".join(str(error).split()))
            finally:
                self.leads = False
            self._ending.wait(AGAIN)

    def _keep_watch(self, connection: Connection) -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        connection.execute("SET synchronous_commit = off")
        connection.execute("SELECT pg_try_advisory_lock(%s, %s)", [LIVING, self.bot])
        self._since = time.monotonic()
        while not self._ending.is_set():
            if time.monotonic() - self._looked >= BEAT:
                self._look(connection)
            told = {one.payload for one in connection.notifies(timeout=BEAT, stop_after=1)}
            for what in told or {""}:
                self._watched.woken(what)
        connection.execute("DELETE FROM bots WHERE id = %s", [self.bot])
        connection.execute("SELECT pg_notify(%s, '')", [CHANNEL])

    def _look(self, connection: Connection) -> None:
        now = time.monotonic()
        if now - self._looked > FALTERED:
            self._beats.clear()  # what was not looked at cannot be missed
        self._looked = now
        self._beat(connection)
        if not self.leads:
            (self.leads,) = _one(connection, "SELECT pg_try_advisory_lock(%s)", LEADER)
            if self.leads:
                logger.info("this bot asks Telegram for updates")
        self._look_around(connection, now)
        if self.leads and now - self._tidied > TIDY:
            self._tidied = now
            self._tidy()

    def _beat(self, connection: Connection) -> None:
        age = self._watched.age() if self.leads else None
        heard = age is not None and age < LATELY
        beat = (
            "UPDATE bots SET beat = beat + 1, heard = CASE WHEN %s THEN now() ELSE heard END"
            " WHERE id = %s"
        )
        if not connection.execute(beat, [heard, self.bot]).rowcount:
            logger.error("the other bots took this one for dead: it begins anew")
            self._register(connection)
            connection.execute("SELECT pg_try_advisory_lock(%s, %s)", [LIVING, self.bot])
            self._watched.lost()

    def _register(self, connection: Connection) -> None:
        name = f"{socket.gethostname()}:{os.getpid()}"
        insert = "INSERT INTO bots (name) VALUES (%s) RETURNING id"
        (self.bot,) = _one(connection, insert, name)

    def _look_around(self, connection: Connection, now: float) -> None:
        found = connection.execute(_ALL).fetchall()
        for id, name, beat, heard, locked in found:
            if heard and not self.leads:
                self._watched.heard()
            before, since = self._beats.get(id, (None, now))
            if beat != before:
                self._beats[id] = beat, now
            elif now - since > self._patience(now, locked) and id != self.bot:
                self._bury(connection, id, name, beat)
        alive = {row[0] for row in found}
        self._beats = {id: seen for id, seen in self._beats.items() if id in alive}

    def _patience(self, now: float, locked: bool) -> float:
        return SILENT if locked or now - self._since < SILENT else KILLED

    def _bury(self, connection: Connection, id: int, name: str, beat: int) -> None:
        """What was that bot's is nobody's from here on."""
        delete = "DELETE FROM bots WHERE id = %s AND beat = %s"
        if connection.execute(delete, [id, beat]).rowcount:
            logger.warning("the bot %s is gone: what it has not done, others do", name)
            connection.execute("SELECT pg_notify(%s, '')", [CHANNEL])


def _one(connection: Connection, statement: str, value: object) -> tuple:  # type: ignore[type-arg]
    row = connection.execute(statement, [value]).fetchone()
    assert row is not None
    return row
