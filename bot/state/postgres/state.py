"""The promises of `State`, kept by PostgreSQL for any number of bots."""

import secrets

from bot.state.bucket import Verdict
from bot.state.interface import (
    CODE_LIFETIME,
    MOST_OF_ONE,
    MOST_PENDING,
    MOST_UNANSWERED,
    VERIFY,
    WAITING,
    Pending,
    Unanswered,
)
from bot.state.postgres.bots import Bots
from bot.state.postgres.database import Connection, Database
from bot.state.postgres.schema import bring_up_to_date
from bot.state.postgres.spending import spend

# Those with rows of a person or group, which go when they are forgotten. A block does not.
_TABLES = ("languages", "allowed", "pending")


class PostgresState:
    """The state of all bots that name this database; with `bot`, of those with that id alone.

    A call takes a round trip, and where it keeps something for good, the time in which the server
    has it on its disks. Raises StateError where the database cannot be used.
    """

    def __init__(self, address: str, questions_per_minute: float, bot: int | None = None) -> None:
        self._database = Database(address)
        bring_up_to_date(self._database, bot)
        self._database.open()
        self._per_minute = questions_per_minute
        self.together = Bots(self._database, bot)
        """As `State` says."""

    def language(self, user_id: int) -> str | None:
        """As `State` says."""
        rows = self._database.ask("SELECT code FROM languages WHERE id = %s", user_id)
        return str(rows[0][0]) if rows else None

    def set_language(self, user_id: int, code: str) -> None:
        """As `State` says."""
        self._database.ask(
            "INSERT INTO languages VALUES (%s, %s)"
            " ON CONFLICT (id) DO UPDATE SET code = excluded.code",
            *(user_id, code),
        )

    def allowed(self, id: int) -> bool:
        """As `State` says."""
        return bool(self._database.ask("SELECT 1 FROM allowed WHERE id = %s", id))

    def allow(self, id: int, by: int) -> None:
        """As `State` says."""
        with self._database.transaction() as connection:
            _allow(connection, id, by)

    def disallow(self, id: int) -> None:
        """As `State` says."""
        with self._database.transaction() as connection:
            _disallow(connection, id)

    def approvals(self) -> list[int]:
        """As `State` says."""
        return [int(id) for (id,) in self._database.ask("SELECT id FROM allowed ORDER BY id")]

    def block(self, id: int) -> None:
        """As `State` says."""
        with self._database.transaction() as connection:
            _disallow(connection, id)
            connection.execute("INSERT INTO blocked VALUES (%s) ON CONFLICT DO NOTHING", [id])

    def blocked(self, id: int) -> bool:
        """As `State` says."""
        return bool(self._database.ask("SELECT 1 FROM blocked WHERE id = %s", id))

    def pair(self, id: int, by: int, now: float) -> str:
        """As `State` says."""
        with self._database.transaction() as connection:
            waiting = {one.id: one.code for one in _pending(connection, now)}
            if id in waiting:
                return waiting[id]
            code = ""
            while code in {"", *waiting.values()}:
                code = f"{secrets.randbelow(10**6):06}"
            oldest = "SELECT id FROM pending WHERE by = %s ORDER BY since DESC, id DESC OFFSET %s"
            connection.execute(
                f"DELETE FROM pending WHERE id IN ({oldest})", [by, MOST_OF_ONE - 1]
            )
            oldest = "SELECT id FROM pending ORDER BY since DESC, id DESC OFFSET %s"
            connection.execute(f"DELETE FROM pending WHERE id IN ({oldest})", [MOST_PENDING - 1])
            row = [id, code, now, by]
            connection.execute("INSERT INTO pending VALUES (%s, %s, %s, %s)", row)
        return code

    def approve(self, code: str, by: int, now: float) -> int | None:
        """As `State` says."""
        with self._database.transaction() as connection:
            id = {one.code: one.id for one in _pending(connection, now)}.get(code)
            if id is not None:
                _allow(connection, id, by)
        return id

    def pending(self, now: float) -> list[Pending]:
        """As `State` says."""
        with self._database.transaction() as connection:
            return _pending(connection, now)

    def record_feedback(
        self, generation: int, document_id: str, start: int, end: int, right: bool
    ) -> None:
        """As `State` says."""
        self._database.ask(
            "INSERT INTO feedback AS f VALUES (%s, %s, %s, %s, %s, %s)"
            ' ON CONFLICT (generation, document, start, "end") DO UPDATE'
            ' SET "right" = f."right" + excluded."right", wrong = f.wrong + excluded.wrong',
            *(generation, document_id, start, end, int(right), int(not right)),
        )

    def keep(self, kind: str, id: int, number: int, text: str) -> None:
        """As `State` says."""
        self._database.ask(
            "INSERT INTO kept VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (kind, id, number) DO UPDATE SET text = excluded.text",
            *(kind, id, number, text),
        )

    def kept(self, kind: str, id: int, number: int) -> str | None:
        """As `State` says."""
        rows = self._database.ask(
            "SELECT text FROM kept WHERE kind = %s AND id = %s AND number = %s", kind, id, number
        )
        return str(rows[0][0]) if rows else None

    def all_kept(self, kind: str, id: int | None = None) -> list[tuple[int, int]]:
        """As `State` says."""
        rows = self._database.ask(
            "SELECT id, number FROM kept WHERE kind = %s AND id = coalesce(%s::bigint, id)"
            " ORDER BY 1, 2",
            *(kind, id),
        )
        return [(int(of), int(number)) for of, number in rows]

    def drop(self, kind: str, id: int, number: int | None = None) -> None:
        """As `State` says."""
        self._database.ask(
            "DELETE FROM kept WHERE kind = %s AND id = %s"
            " AND number = coalesce(%s::bigint, number)",
            *(kind, id, number),
        )

    def first_time(self, update_id: int) -> bool:
        """As `State` says."""
        insert = "INSERT INTO seen VALUES (%s) ON CONFLICT DO NOTHING RETURNING id"
        return bool(self._database.ask(insert, update_id))

    def begin(self, chat_id: int, message_id: int, user_id: int, language: str) -> int | None:
        """As `State` says."""
        ((told,),) = self._database.ask(
            'WITH begun AS (INSERT INTO unanswered (chat, message, "user", language)'
            " VALUES (%s, %s, %s, %s) ON CONFLICT (chat, message) DO UPDATE SET"
            ' place = DEFAULT, "user" = excluded."user", language = excluded.language'
            " RETURNING place, told), gone AS ("
            " DELETE FROM unanswered USING begun WHERE unanswered.place <= begun.place - %s)"
            " SELECT told FROM begun",
            *(chat_id, message_id, user_id, language, MOST_UNANSWERED),
        )
        return None if told is None else int(told)

    def told(self, chat_id: int, message_id: int, told: int) -> None:
        """As `State` says."""
        update = "UPDATE unanswered SET told = %s WHERE chat = %s AND message = %s"
        self._database.ask(update, told, chat_id, message_id)

    def end(self, chat_id: int, message_id: int) -> None:
        """As `State` says."""
        delete = "DELETE FROM unanswered WHERE chat = %s AND message = %s"
        self._database.ask(delete, chat_id, message_id)

    def unanswered(self) -> list[Unanswered]:
        """As `State` says."""
        rows = self._database.ask(
            'SELECT chat, message, "user", language, told FROM unanswered ORDER BY place'
        )
        return [Unanswered(*row) for row in rows]

    def spend(self, user_id: int, now: float, cost: float = 1.0) -> Verdict:
        """As `State` says."""
        most = max(1.0, self._per_minute)
        return spend(self._database, "question", user_id, most, self._per_minute, now, cost)

    def migrate(self, old_chat: int, new_chat: int) -> None:
        """As `State` says."""
        both = {"old": old_chat, "new": new_chat}
        with self._database.transaction() as connection:
            for table in (*_TABLES, "blocked"):
                known = f"EXISTS (SELECT 1 FROM {table} WHERE id = %(old)s)"
                connection.execute(f"DELETE FROM {table} WHERE id = %(new)s AND {known}", both)
                connection.execute(f"UPDATE {table} SET id = %(new)s WHERE id = %(old)s", both)
            connection.execute(
                "DELETE FROM kept USING kept AS old WHERE kept.id = %(new)s AND old.id = %(old)s"
                " AND (kept.kind, kept.number) = (old.kind, old.number)",
                both,
            )
            connection.execute("UPDATE kept SET id = %(new)s WHERE id = %(old)s", both)
            # Messages have other numbers in the new one.
            for table in ("unanswered", "asked"):
                connection.execute(f"DELETE FROM {table} WHERE chat = %(old)s", both)

    def knows(self, user_id: int) -> bool:
        """As `State` says."""
        where = [
            *((table, "id") for table in (*_TABLES, "kept")),
            ("allowed", "by"),
            *((table, '"user"') for table in ("unanswered", "asked")),
        ]
        rows = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE {of} = %s" for table, of in where)
        return bool(self._database.ask(f"{rows} LIMIT 1", *[user_id] * len(where)))

    def forget(self, user_id: int) -> None:
        """As `State` says; the log that the server writes ahead holds it until it is recycled."""
        with self._database.transaction() as connection:
            for table in (*_TABLES, "kept"):
                connection.execute(f"DELETE FROM {table} WHERE id = %s", [user_id])
            for table in ("allowed", "pending"):
                connection.execute(f"UPDATE {table} SET by = NULL WHERE by = %s", [user_id])
            for table in ("unanswered", "asked"):
                connection.execute(f'DELETE FROM {table} WHERE "user" = %s', [user_id])

    def close(self) -> None:
        """As `State` says."""
        self.together.leave()
        self._database.close()


def _allow(connection: Connection, id: int, by: int) -> None:
    for table in ("pending", "blocked"):
        connection.execute(f"DELETE FROM {table} WHERE id = %s", [id])
    connection.execute(
        "INSERT INTO allowed VALUES (%s, %s) ON CONFLICT (id) DO UPDATE SET by = excluded.by",
        [id, by],
    )


def _disallow(connection: Connection, id: int) -> None:
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE id = %s", [id])
    kept = "DELETE FROM kept WHERE id = %s AND kind IN (%s, %s)"
    connection.execute(kept, [id, WAITING, VERIFY])
    for table in ("unanswered", "asked"):
        connection.execute(f'DELETE FROM {table} WHERE "user" = %s', [id])


def _pending(connection: Connection, now: float) -> list[Pending]:
    """Who waits; until the transaction ends nobody else changes that."""
    connection.execute("LOCK TABLE pending IN SHARE ROW EXCLUSIVE MODE")
    connection.execute("DELETE FROM pending WHERE since <= %s", [now - CODE_LIFETIME])
    rows = connection.execute("SELECT id, code, since FROM pending ORDER BY since, id")
    return [Pending(*row) for row in rows]
