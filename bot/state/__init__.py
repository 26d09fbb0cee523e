"""What the bot remembers: languages, who may ask and how often, feedback, updates it has seen."""

from pathlib import Path

from bot.state.bucket import PRESS, Bucket, Verdict
from bot.state.embedded import EmbeddedState
from bot.state.file import check_file, open_made
from bot.state.interface import (
    USERNAME,
    VERIFY,
    WAITING,
    Keeping,
    Pending,
    State,
    StateError,
    Unanswered,
)
from bot.state.kept import KeptInFile
from bot.state.left import left_in
from bot.state.together import LIBRARY, Conversation, Taken, Together, Watched
from index.errors import require
from index.store import is_meant_as_database

__all__ = [
    "LIBRARY",
    "PRESS",
    "USERNAME",
    "VERIFY",
    "WAITING",
    "Bucket",
    "Conversation",
    "Keeping",
    "Pending",
    "State",
    "StateError",
    "Taken",
    "Together",
    "Unanswered",
    "Verdict",
    "Watched",
    "check_database",
    "check_file",
    "is_address",
    "left_in",
    "open_kept",
    "open_state",
]


def open_state(where: str | Path, questions_per_minute: float, bot: int | None = None) -> State:
    """The state kept in a file, or in the database at an address (postgresql://…).

    It is made if it is missing; `spend` allows so many a minute. Raises StateError when it cannot
    be used, another bot has the file open, or the database is not that of the bot with the id
    `bot`. A file, which one bot has at a time, may be given to another one.
    """
    if is_address(where):
        require("psycopg_pool", "postgres")
        from bot.state.postgres import PostgresState

        return PostgresState(str(where), questions_per_minute, bot)
    return EmbeddedState(Path(where), questions_per_minute)


def open_kept(where: str | Path) -> Keeping:
    """What that state keeps, also while a bot runs with it.

    Raises StateError where there is none, or an older one: it is neither made here nor brought up
    to date, for the bot that runs may be older, too.
    """
    if is_address(where):
        require("psycopg_pool", "postgres")
        from bot.state.postgres import require_state

        require_state(str(where))
        return open_state(where, 1)
    return KeptInFile(open_made(Path(where)))


def check_database(address: str, bot: int | None) -> str:
    """Whether bots with that id could share the database, and its name; StateError if not.

    Nothing is changed in it.
    """
    require("psycopg_pool", "postgres")
    from bot.state.postgres import check

    return check(address, bot)


def is_address(where: str | Path) -> bool:
    """Whether this is a database's address, and no file."""
    return is_meant_as_database(where)
