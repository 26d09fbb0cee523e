"""Whose a database is: the bot's that joined there first, which all later ones have to be.

Those with the token of another bot would ask another Telegram, and answer what came in there.
"""

from bot.state.interface import StateError
from bot.state.postgres.database import Connection, Database

# The kind under which it is kept: as the number of what has the id 0, which nobody has.
KIND = "bot"


def require_own(connection: Connection, name: str, bot: int | None) -> None:
    """Raise StateError where the database is another bot's; `bot` is an id, None for any."""
    whose = "SELECT number FROM kept WHERE kind = %s AND id = 0"
    found = connection.execute(whose, [KIND]).fetchone()
    if found and bot not in (found[0], None):
        raise StateError(
            f"{name} keeps the state of another bot ({found[0]}; TELEGRAM_TOKEN is of {bot}):"
            " set STATE to the address of another database"
        )


def make_own(database: Database, bot: int) -> None:
    """Let it be this bot's from now on. Raises StateError where it is another's."""
    with database.transaction() as connection:
        connection.execute("LOCK TABLE kept IN SHARE ROW EXCLUSIVE MODE")
        require_own(connection, database.name, bot)
        connection.execute(
            "INSERT INTO kept VALUES (%s, 0, %s, '') ON CONFLICT DO NOTHING", [KIND, bot]
        )
