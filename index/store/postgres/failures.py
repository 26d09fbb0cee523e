"""What PostgreSQL says, with what to do about it; and addresses as they may be shown."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors

from index.errors import LibraryError, Trouble

_ROOM = "make room there and try again; nothing was changed"
_WRITE_ELSEWHERE = (
    "this server only reads, as a standby does: name the primary in LIBRARY, or both servers with"
    " ?target_session_attrs=read-write"
)
_USER = "check user and password in LIBRARY"
_DATABASE = "make it (`createdb NAME`), or correct its name in LIBRARY"
_EXTENSION = (
    "install pgvector on the server (https://github.com/pgvector/pgvector), then try again"
)
_RIGHTS = "let LIBRARY's user do it, or name another user"
_GONE = "see that the server runs and can be reached, then try again; LIBRARY says where it is"
_DAMAGED = "the library is damaged: `python -m index doctor --repair`, or restore it from a copy"
_FULL, _NO_MORE = f"its disk is full: {_ROOM}", f"it may write no more: {_ROOM}"
# By what the server says (https://www.postgresql.org/docs/current/errcodes-appendix.html), the
# first that fits counts.
_BY_KIND: tuple[tuple[tuple[type[psycopg.Error], ...], str], ...] = (
    ((errors.DiskFull,), _FULL),
    ((errors.ConfigurationLimitExceeded,), _NO_MORE),
    ((errors.OutOfMemory,), "it has no memory left: give it more, and try again"),
    ((errors.TooManyConnections,), "it takes no more connections: raise its max_connections"),
    ((errors.ReadOnlySqlTransaction,), _WRITE_ELSEWHERE),
    ((errors.UndefinedFile, errors.FeatureNotSupported), _EXTENSION),
    ((errors.InsufficientPrivilege,), _RIGHTS),
    ((errors.InvalidPassword, errors.InvalidAuthorizationSpecification), _USER),
    ((errors.InvalidCatalogName,), _DATABASE),
    (
        (
            errors.DataCorrupted,
            errors.IndexCorrupted,
            errors.UndefinedTable,
            errors.UndefinedColumn,
        ),
        _DAMAGED,
    ),
)
_TROUBLES = {
    _FULL: Trouble.FULL,
    _NO_MORE: Trouble.FULL,
    _DAMAGED: Trouble.DAMAGED,
    _GONE: Trouble.UNREACHABLE,
    _RIGHTS: Trouble.NOT_WRITABLE,
    _WRITE_ELSEWHERE: Trouble.NOT_WRITABLE,
}
# A connection that is refused has no code, only words.
_BY_WORDS = (
    ("password", _USER),
    ("authentication failed", _USER),
    ("pg_hba.conf", _USER),
    ("role ", _USER),
    ("database ", _DATABASE),
    ("read-write", _WRITE_ELSEWHERE),
    ("read-only", _WRITE_ELSEWHERE),
    ("too many", "it takes no more connections: raise its max_connections"),
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
        raise LibraryError(f"{what}: {advice}", _TROUBLES.get(advice, Trouble.OTHER)) from error


def shown(address: str) -> str:
    """The address without its password, and whatever else of it may be secret."""
    scheme, _, rest = address.partition("://")
    user, at, place = rest.rpartition("@")
    where, _, options = place.partition("?")
    given = (one.partition("=") for one in options.split("&"))
    told = [
        f"{name}={value}" for name, is_said, value in given if is_said and not _is_secret(name)
    ]
    query = f"?{'&'.join(told)}" if told else ""
    return f"{scheme}://{user.partition(':')[0]}{at}{where}{query}"


def _is_secret(name: str) -> bool:
    return "pass" in name or "secret" in name


def _advice(error: psycopg.Error) -> str:
    for kinds, advice in _BY_KIND:
        if isinstance(error, kinds):
            return advice
    if isinstance(error, psycopg.OperationalError) and error.sqlstate is None:
        return next((advice for words, advice in _BY_WORDS if words in str(error)), _GONE)
    if isinstance(error, psycopg.OperationalError):
        return _GONE
    return "see the server's log; the library is as it was"
