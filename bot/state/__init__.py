"""What the bot remembers: languages, who may ask and how often, feedback, updates it has seen."""

from pathlib import Path

from bot.state.bucket import PRESS, Bucket, Verdict
from bot.state.embedded import EmbeddedState
from bot.state.file import StateFile, check_file
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
    "open_kept",
    "open_state",
]


def open_state(where: str | Path, questions_per_minute: float) -> State:
    """The state kept in a file, or in the database at an address (postgresql://…).

    It is made if it is missing; `spend` allows so many a minute. Raises StateError when it cannot
    be used, or another bot has the file open.
    """
    if is_address(where):
        require("psycopg_pool", "postgres")
        from bot.state.postgres import PostgresState

        return PostgresState(str(where), questions_per_minute)
    return EmbeddedState(Path(where), questions_per_minute)


def open_kept(where: str | Path) -> Keeping:
    """What that state keeps, also while a bot runs with it.

    Raises StateError where there is none: it is not made here.
    """
    if is_address(where):
        return open_state(where, 1)
    if not Path(where).exists():
        raise StateError(f"there is no state in {where}: a bot that runs makes it (STATE)")
    return KeptInFile(StateFile(Path(where)))


def check_database(address: str) -> str:
    """Whether bots could share that database, and its name; StateError if not.

    Nothing is changed in it.
    """
    require("psycopg_pool", "postgres")
    from bot.state.postgres import check

    return check(address)


def is_address(where: str | Path) -> bool:
    """Whether this is a database's address, and no file."""
    return is_meant_as_database(where)
