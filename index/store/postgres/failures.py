"""What PostgreSQL says, with what to do about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import psycopg
from psycopg import errors

from index.errors import LibraryError, Trouble
from index.store.addresses import shown


class Advice(NamedTuple):
    """What to do, and what is the matter for who says it in another language."""

    words: str
    trouble: Trouble = Trouble.OTHER


_ROOM = "make room there and try again; nothing was changed"
_WRITE_ELSEWHERE = Advice(
    "this server only reads, as a standby does: name the primary in LIBRARY, or both servers with"
    " ?target_session_attrs=read-write",
    Trouble.NOT_WRITABLE,
)
_USER = Advice("check user and password in LIBRARY")
_DATABASE = Advice("make it (`createdb NAME`), or correct its name in LIBRARY")
_CONNECTIONS = Advice("it takes no more connections: raise its max_connections")
_GONE = Advice(
    "see that the server runs and can be reached, then try again; LIBRARY says where it is",
    Trouble.UNREACHABLE,
)
_BROKEN_OFF = Advice(
    "something there breaks off what takes long: raise its timeouts, or a pooler's before it"
)
_ELSE = Advice("see the server's log; the library is as it was")
# By what the server says (https://www.postgresql.org/docs/current/errcodes-appendix.html), the
# first that fits counts.
_BY_KIND: tuple[tuple[tuple[type[psycopg.Error], ...], Advice], ...] = (
    ((errors.DiskFull,), Advice(f"its disk is full: {_ROOM}", Trouble.FULL)),
    (
        (errors.ConfigurationLimitExceeded,),
        Advice(f"it may write no more: {_ROOM}", Trouble.FULL),
    ),
    ((errors.OutOfMemory,), Advice("it has no memory left: give it more, and try again")),
    ((errors.TooManyConnections,), _CONNECTIONS),
    ((errors.ReadOnlySqlTransaction,), _WRITE_ELSEWHERE),
    (
        (errors.UndefinedFile, errors.FeatureNotSupported),
        Advice(
            "install pgvector on the server (https://github.com/pgvector/pgvector), then try again"
        ),
    ),
    (
        (errors.InsufficientPrivilege,),
        Advice("let LIBRARY's user do it, or name another user", Trouble.NOT_WRITABLE),
    ),
    ((errors.InvalidPassword, errors.InvalidAuthorizationSpecification), _USER),
    ((errors.InvalidCatalogName,), _DATABASE),
    (
        (
            errors.QueryCanceled,
            errors.LockNotAvailable,
            errors.IdleSessionTimeout,
            errors.IdleInTransactionSessionTimeout,
            errors.TransactionTimeout,
        ),
        _BROKEN_OFF,
    ),
    (
        (errors.UntranslatableCharacter, errors.CharacterNotInRepertoire),
        Advice("make the database with the encoding UTF8 (`createdb -E UTF8 -T template0 NAME`)"),
    ),
    (
        (
            errors.DataCorrupted,
            errors.IndexCorrupted,
            errors.UndefinedTable,
            errors.UndefinedColumn,
        ),
        Advice(
            "the library is damaged: `python -m index doctor --repair`, or restore it from a copy",
            Trouble.DAMAGED,
        ),
    ),
)
# A connection that is refused has no code, only words.
_BY_WORDS = (
    ("password", _USER),
    ("authentication failed", _USER),
    ("pg_hba.conf", _USER),
    ("role ", _USER),
    ("database ", _DATABASE),
    ("read-write", _WRITE_ELSEWHERE),
    ("read-only", _WRITE_ELSEWHERE),
    ("too many", _CONNECTIONS),
)


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turn what PostgreSQL and the way to it say into a LibraryError that says what to do."""
    try:
        yield
    except psycopg.Error as error:
        said = " ".join(str(error).split()) or type(error).__name__
        what = f"the library at {shown(address)}: {said}"
        advice = _advice(error)
        raise LibraryError(f"{what}: {advice.words}", advice.trouble) from error


def _advice(error: psycopg.Error) -> Advice:
    for kinds, advice in _BY_KIND:
        if isinstance(error, kinds):
            return advice
    if isinstance(error, psycopg.OperationalError) and error.sqlstate is None:
        return next((advice for words, advice in _BY_WORDS if words in str(error)), _GONE)
    if isinstance(error, psycopg.OperationalError):
        return _GONE
    return _ELSE
