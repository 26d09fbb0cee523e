"""The token buckets of `bot.state.bucket`, counted once for all bots: one statement a token."""

from bot.state.bucket import ROUNDING, Verdict
from bot.state.postgres.database import Database

# As `Bucket.spend` counts; `refused` is how often in a row, so that the first time is told.
_SPEND = """
INSERT INTO buckets AS b VALUES (%(what)s, %(id)s, %(most)s - %(cost)s, %(now)s, 0)
ON CONFLICT (what, id) DO UPDATE SET (tokens, since, refused) = (
    SELECT CASE WHEN filled >= %(cost)s - %(rounding)s
                THEN greatest(0, filled - %(cost)s) ELSE filled END,
           %(now)s,
           CASE WHEN filled >= %(cost)s - %(rounding)s THEN 0 ELSE b.refused + 1 END
    FROM (SELECT least(%(most)s, b.tokens + greatest(0, %(now)s - b.since) * %(rate)s) AS filled)
         AS at_now)
RETURNING refused
"""
# The longest limit is of a day; what has not been touched for longer is full again.
_PRUNE = "DELETE FROM buckets WHERE since < extract(epoch FROM now()) - 2 * 86400"
_GIVE_BACK = "UPDATE buckets SET tokens = tokens + 1 WHERE what = %s AND id = %s"


def spend(
    database: Database,
    what: str,
    id: int,
    most: float,
    per_minute: float,
    now: float,
    cost: float = 1.0,
) -> Verdict:
    """Take so much of the tokens that `id` has for something; `most` are there at once."""
    given = {"what": what, "id": id, "most": most, "cost": cost, "now": now}
    ((refused,),) = database.ask(_SPEND, {**given, "rate": per_minute / 60, "rounding": ROUNDING})
    return "ok" if not refused else "warn" if refused == 1 else "silent"


def give_back(database: Database, what: str, id: int) -> None:
    """Put one token back."""
    database.ask(_GIVE_BACK, what, id)


def prune(database: Database) -> None:
    """Delete what is full again."""
    database.ask(_PRUNE)
