"""What was asked lately, for whichever bot is asked about it: gone after a day."""

from bot.state.postgres.database import Database
from bot.state.together import Conversation

_COLUMNS = 'chat, "user", question, before, asked_in, shown_in, goes_on'
_REMEMBER = f"""
INSERT INTO asked (message, {_COLUMNS}, at)
SELECT message, %s, %s, %s, %s, %s, %s, %s, clock_timestamp() FROM unnest(%s::bigint[]) AS message
ON CONFLICT (chat, message) DO UPDATE SET
    "user" = excluded."user", question = excluded.question, before = excluded.before,
    asked_in = excluded.asked_in, shown_in = excluded.shown_in, goes_on = excluded.goes_on,
    at = excluded.at
"""
_LAST = f'SELECT {_COLUMNS} FROM asked WHERE chat = %s AND "user" = %s AND goes_on'
# A day, and so many: as long as a conversation lasts, and no archive.
KEPT = 5_000
_PRUNE = f"""
DELETE FROM asked WHERE at < greatest(
    now() - interval '1 day', (SELECT at FROM asked ORDER BY at DESC OFFSET {KEPT} LIMIT 1))
"""


def remember(database: Database, asked: Conversation) -> None:
    """As `Together.remember`."""
    numbers = {*asked.shown_in, *([] if asked.asked_in is None else [asked.asked_in])}
    shown = list(asked.shown_in)
    row = (asked.chat_id, asked.user_id, asked.question, asked.before, asked.asked_in, shown)
    if numbers:
        database.ask(_REMEMBER, *row, asked.goes_on, sorted(numbers))


def of_message(database: Database, chat_id: int, message_id: int) -> Conversation | None:
    """As `Together.of_message`."""
    select = f"SELECT {_COLUMNS} FROM asked WHERE chat = %s AND message = %s"
    return _first(database, select, chat_id, message_id)


def last(database: Database, chat_id: int, user_id: int) -> Conversation | None:
    """As `Together.last`."""
    return _first(database, f"{_LAST} ORDER BY at DESC LIMIT 1", chat_id, user_id)


def prune(database: Database) -> None:
    """Delete what is too old."""
    database.ask(_PRUNE)


def _first(database: Database, select: str, *values: int) -> Conversation | None:
    rows = database.ask(select, *values)
    if not rows:
        return None
    chat_id, user_id, question, before, asked_in, shown_in, goes_on = rows[0]
    shown = tuple(shown_in)
    return Conversation(chat_id, user_id, question, before, asked_in, shown, goes_on)
