"""The library's database: its tables, how it is opened, what its errors mean.

Rows of `documents` and `passages` are written once and never changed, unless they are damaged,
which their seals tell, or read from another place, or say in words what was left out, as they
did before format 8; their numbers are never used again. A generation is the set of documents that
`served` says: those with a `since` not after it and an `until`, if any, after it. So an old
generation costs only what it does not share.
"""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.errors import LibraryError, LibraryNotFound, Trouble
from index.store import seals
from index.store.embedded import bm25, terms_in_sql
from index.store.embedded.migrations import FORMAT, SPANS, bring_up_to_date, read_as_present
from index.store.embedded.sealing import prepare, sealed
from index.store.embedded.unlocked import Watching, stamp_of, unchanged

APPLICATION = 0x56424C42
DATABASE = "library.sqlite"
TIMEOUT = 10.0
# What SQLite says of a damaged schema may be no text, and then this is what Python says.
DATABASE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
# Bytes the write-ahead log keeps when it is empty.
LOG_SIZE = 16_000_000
# Bytes of a page: of 4,096 too few rows of vectors fit in one, and a fifth of it stays empty.
PAGE = 8_192
# Bytes of pages the writer keeps at hand: hashes come in no order, so that each touches another
# page of their indexes, which are 60 MB for a million passages.
WRITERS_CACHE = 64 << 20

TABLES = """
CREATE TABLE encoders (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, revision TEXT NOT NULL, dimension INTEGER NOT NULL,
    UNIQUE (name, revision)
);
CREATE TABLE generations (
    number INTEGER PRIMARY KEY AUTOINCREMENT, created TEXT NOT NULL,
    encoder INTEGER NOT NULL REFERENCES encoders, documents INTEGER NOT NULL,
    passages INTEGER NOT NULL, snapshot INTEGER, published INTEGER NOT NULL DEFAULT 0, seal BLOB,
    made_from INTEGER
);
CREATE TABLE library (
    id TEXT NOT NULL, live INTEGER REFERENCES generations DEFERRABLE INITIALLY DEFERRED,
    seal BLOB NOT NULL
);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, doc_id TEXT NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL, url TEXT, date TEXT, language TEXT,
    blocks BLOB NOT NULL, left_out TEXT NOT NULL, origin TEXT, seal BLOB NOT NULL
);
CREATE INDEX documents_doc_id ON documents (doc_id);
CREATE TABLE served (
    document INTEGER NOT NULL REFERENCES documents, since INTEGER NOT NULL, until INTEGER,
    PRIMARY KEY (document, since)
) WITHOUT ROWID;
CREATE TABLE vectors (
    id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, whole BLOB, seal BLOB
);
CREATE INDEX vectors_missing ON vectors (id) WHERE whole IS NULL;
CREATE TABLE sentence_vectors (
    id INTEGER PRIMARY KEY REFERENCES vectors ON DELETE CASCADE, packed BLOB NOT NULL,
    seal BLOB NOT NULL, bits INTEGER NOT NULL
);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES documents,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, heading TEXT NOT NULL,
    sentences BLOB NOT NULL, vector INTEGER NOT NULL REFERENCES vectors,
    words BLOB NOT NULL, seal BLOB NOT NULL
);
CREATE INDEX passages_document ON passages (document);
CREATE INDEX passages_vector ON passages (vector);
"""


def connect(folder: Path, mode: str = "ro") -> sqlite3.Connection:
    """Open a library to read; raises LibraryNotFound, or LibraryError with what to do.

    `mode` is SQLite's: `rw` for who asks something that only who may write can ask.
    """
    path = folder / DATABASE
    if not path.exists():
        raise LibraryNotFound(
            f"there is no library in {folder}: `python -m index build --library {folder} FILES`"
        )
    with explained(folder):
        connection = _reading(path, mode)
        with unchanged(connection):
            read_as_present(connection)
    return connection


@contextmanager
def one_state(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads the library as it is at one moment, whoever writes meanwhile.

    Raises as `connect`. A writer that ends waits for a while until what has been read is let go.
    """
    with closing(connect(folder)) as connection, explained(folder), unchanged(connection):
        connection.execute("BEGIN")
        yield connection


def _reading(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to read, also where the log has no place for its shared memory."""
    try:
        connection = _open(path, f"mode={mode}")
        _check(connection, path.parent)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in {
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
        }:
            raise
        log = path.with_name(f"{DATABASE}-wal")
        if log.exists() and log.stat().st_size:
            raise LibraryError(
                f"the library in {path.parent} was being written when it became read-only: "
                "open it once where it can be written"
            ) from error
        connection = _open_unlocked(path)  # on a read-only file system
    return connection


def _open_unlocked(path: Path) -> Watching:
    before = stamp_of(path)
    connection = _open(path, "mode=ro&immutable=1")
    connection.watched = path, before
    with unchanged(connection):
        _check(connection, path.parent)
    return connection


def connect_to_write(folder: Path) -> sqlite3.Connection:
    """Open a library to change it; made if there is none, of the present format if it is older.

    For the one writer only.
    """
    with explained(folder):
        connection = _open(folder / DATABASE, "mode=rwc")
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
            _create(connection)
        _check(connection, folder)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{WRITERS_CACHE // 1024}")
        connection.execute(f"PRAGMA journal_size_limit = {LOG_SIZE}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_SIZE // PAGE}")
        with transaction(connection):
            bring_up_to_date(connection)
    return connection


def _open(path: Path, options: str) -> Watching:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}",
        factory=Watching,
        uri=True,
        timeout=TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    prepare(connection)
    terms_in_sql.prepare(connection)
    return connection


def _create(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(
        f"BEGIN IMMEDIATE; {TABLES} {'; '.join(SPANS)}; {bm25.SCHEMA}"
        f"INSERT INTO library VALUES ('{uuid.uuid4().hex}', NULL, x'');"
        f"UPDATE library SET seal = {sealed(seals.LIBRARY)};"
        f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; COMMIT;"
    )


def _check(connection: sqlite3.Connection, folder: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if (version, application) == (0, 0) and not connection.execute(
        "SELECT count(*) FROM sqlite_schema"
    ).fetchone()[0]:
        raise LibraryNotFound(f"nothing has been built in {folder} yet: build it")
    if application != APPLICATION:
        raise LibraryError(f"{folder / DATABASE} is not a library: name another folder")
    if version > FORMAT:
        raise LibraryError(
            f"the library in {folder} is of a newer format ({version}, known is {FORMAT}): "
            "install the Verbatim that wrote it, or build into another folder"
        )


@contextmanager
def transaction(connection: sqlite3.Connection, *, synced: bool = True) -> Iterator[None]:
    """All or nothing; on the disk when it ends.

    Unless `synced`, it is there with the next one that is: what waits to be published need not
    outlive a loss of power, and the database is whole in any case.
    """
    connection.execute(f"PRAGMA synchronous = {'FULL' if synced else 'NORMAL'}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def explained(
    folder: Path, kinds: tuple[type[Exception], ...] = (*DATABASE_ERRORS, OSError)
) -> Iterator[None]:
    """Turn what SQLite and the file system say into a LibraryError that says what to do."""
    try:
        yield
    except kinds as error:
        explanation, trouble = _explanation(error)
        raise LibraryError(f"the library in {folder}: {explanation}", trouble) from error


def _explanation(error: Exception) -> tuple[str, Trouble]:
    text = str(error)
    whole = getattr(error, "sqlite_errorcode", 0)
    code = whole & 0xFF
    # Our own SQL is right: the schema, or what a row refers to, is not.
    wrong = code in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT}
    if wrong or isinstance(error, UnicodeDecodeError):
        code = sqlite3.SQLITE_CORRUPT
    # The latter where the file by which processes share the log finds no room, for readers too.
    full = code == sqlite3.SQLITE_FULL or whole == sqlite3.SQLITE_IOERR_SHMSIZE
    if full or "No space" in text or "File too large" in text:
        why = f"the disk is full ({text}); nothing was changed: free some space and try again"
        return why, Trouble.FULL
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        why = f"the database is damaged ({text}): restore it, or build into another folder"
        return why, Trouble.DAMAGED
    if code == sqlite3.SQLITE_IOERR:
        why = f"its disk fails or a limit is reached ({text}); nothing was changed: look at it"
        return f"{why} and at `ulimit -f`, then try again", Trouble.OTHER
    if code == sqlite3.SQLITE_BUSY:
        return "another process is using it: try again", Trouble.BUSY
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        why = f"cannot be written or opened ({text}): check who owns the folder"
        return why, Trouble.NOT_WRITABLE
    return text, Trouble.OTHER
