"""Updates between Telegram and the bot that handles them: each is one bot's, once."""

from collections.abc import Collection

from bot.state.postgres.database import Database
from bot.state.postgres.watch import CHANNEL
from bot.state.together import Taken

# A chat stays the bot's that handled its last update for so many seconds: the messages of an
# album come within one, and so does a second tap on the same button.
LINGER = 3

_PUT = f"""
WITH put AS (INSERT INTO inbox (id, chat, body) VALUES (%s, %s, %s)
             ON CONFLICT DO NOTHING RETURNING id)
SELECT pg_notify('{CHANNEL}', '') FROM put
"""
_LET_GO = f"""
UPDATE inbox SET bot = NULL
WHERE bot = %s AND body IS NULL AND done < now() - interval '{LINGER} s'
"""
# Of each chat that is nobody's the oldest. Two bots cannot take two updates of one chat: to the
# one that comes second the oldest is either locked, or, once it can be seen, another bot's.
_TAKE = """
UPDATE inbox SET bot = %(bot)s, tries = tries + 1 WHERE id IN (
    SELECT id FROM inbox AS one WHERE body IS NOT NULL AND bot IS NULL
    AND NOT EXISTS (SELECT FROM inbox AS held WHERE held.chat = one.chat AND held.bot IS NOT NULL)
    AND NOT EXISTS (SELECT FROM inbox AS older
                    WHERE older.chat = one.chat AND older.body IS NOT NULL AND older.id < one.id)
    ORDER BY id LIMIT %(most)s FOR UPDATE SKIP LOCKED)
RETURNING id, body, tries
"""
_TAKE_MORE = """
UPDATE inbox SET bot = %(bot)s, tries = tries + 1 WHERE id IN (
    SELECT id FROM inbox WHERE body IS NOT NULL AND bot IS NULL
    AND chat IN (SELECT chat FROM inbox WHERE bot = %(bot)s) FOR UPDATE SKIP LOCKED)
RETURNING id, body, tries
"""
_DROP = "UPDATE inbox SET bot = NULL WHERE bot = %s AND body IS NOT NULL AND id <> ALL(%s)"
# It is nobody's where the others took this bot for dead, or the server lost whose it was.
_DONE = """
UPDATE inbox SET body = NULL, done = now() WHERE id = %s AND (bot = %s OR bot IS NULL)
"""
# So many handled updates are known at the least, so that one that comes again is let be.
KNOWN = 20_000
_PRUNE = f"""
DELETE FROM inbox WHERE body IS NULL AND bot IS NULL
AND done < now() - interval '2 days' AND id < (SELECT max(id) - {KNOWN} FROM inbox)
"""
_PRUNE_SEEN = f"DELETE FROM seen WHERE id < (SELECT max(id) - {KNOWN} FROM seen)"


def put(database: Database, update_id: int, chat: int, body: str) -> None:
    """As `Together.put`."""
    database.ask(_PUT, update_id, chat, body)


def take(database: Database, bot: int, most: int) -> list[Taken]:
    """As `Together.take`; for one thread of a bot at a time."""
    database.ask(_LET_GO, bot)
    given = {"bot": bot, "most": most}
    rows = [*(database.ask(_TAKE, given) if most > 0 else []), *database.ask(_TAKE_MORE, given)]
    return [Taken(*row) for row in sorted(rows)]


def drop(database: Database, bot: int, kept: Collection[int]) -> None:
    """As `Together.drop`."""
    database.ask(_DROP, bot, list(kept))


def done(database: Database, bot: int, update_id: int) -> None:
    """As `Together.done`."""
    database.ask(_DONE, update_id, bot)


def waiting(database: Database) -> int:
    """As `Together.waiting`."""
    ((found,),) = database.ask("SELECT count(*) FROM inbox WHERE body IS NOT NULL")
    return int(found)


def prune(database: Database) -> None:
    """Delete what nobody needs to know any more."""
    database.ask(_PRUNE)
    database.ask(_PRUNE_SEEN)
