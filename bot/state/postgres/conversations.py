"""What was asked lately, for whichever bot is asked about it: gone after a day."""

from bot.state.postgres.database import Database
from bot.state.together import Conversation

_COLUMNS = 'chat, "user", question, before, asked_in, shown_in, goes_on, topic'
_REMEMBER = f"""
INSERT INTO asked (message, {_COLUMNS}, at)
SELECT message, %s, %s, %s, %s, %s, %s, %s, %s, clock_timestamp()
FROM unnest(%s::bigint[]) AS message
ON CONFLICT (chat, message) DO UPDATE SET
    "user" = excluded."user", question = excluded.question, before = excluded.before,
    asked_in = excluded.asked_in, shown_in = excluded.shown_in, goes_on = excluded.goes_on,
    topic = excluded.topic, at = excluded.at
"""
# Messages of a chat are numbered as they come: what is corrected, or asked again, is no newer.
_LAST = f"""
SELECT {_COLUMNS} FROM asked WHERE chat = %s AND "user" = %s AND topic = %s AND goes_on
ORDER BY coalesce(asked_in, message) DESC LIMIT 1
"""
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
        database.ask(_REMEMBER, *row, asked.goes_on, asked.topic, sorted(numbers))


def of_message(database: Database, chat_id: int, message_id: int) -> Conversation | None:
    """As `Together.of_message`."""
    select = f"SELECT {_COLUMNS} FROM asked WHERE chat = %s AND message = %s"
    return _first(database, select, chat_id, message_id)


def last(database: Database, chat_id: int, user_id: int, topic: int) -> Conversation | None:
    """As `Together.last`."""
    return _first(database, _LAST, chat_id, user_id, topic)


def forget(database: Database, user_id: int) -> None:
    """As `Together.forget`."""
    database.ask('DELETE FROM asked WHERE "user" = %s', user_id)


def prune(database: Database) -> None:
    """Delete what is too old."""
    database.ask(_PRUNE)


def _first(database: Database, select: str, *values: int) -> Conversation | None:
    rows = database.ask(select, *values)
    if not rows:
        return None
    chat_id, user_id, question, before, asked_in, shown_in, goes_on, topic = rows[0]
    shown = tuple(shown_in)
    return Conversation(chat_id, user_id, question, before, asked_in, shown, goes_on, topic)
