"""The tables of a library, version by version; a writer brings an older one up to date.

Rows of `documents` and `passages` are written once and never changed, unless they are damaged,
which their seals tell; their numbers are never used again. A generation is the set of documents
that `served` says: those with a `since` not after it and an `until`, if any, after it. So to keep
a million passages in the next generation changes no row.

`lost` are documents some of whose vectors have been found damaged and let go.

Words lie in `postings`: one row for a term and a segment, which is the passages written together;
there, `first + places[i]` are the rows that have the term, `counts[i]` times. In how many passages
of a generation a term is, is the sum of its `frequencies` up to that generation.
"""

from collections.abc import Callable

import psycopg

from index.errors import LibraryError, LibraryNotFound
from index.store.addresses import shown
from index.store.postgres import generations, locks, words
from index.store.postgres.session import SCHEMA, Connection, set_search_path


def _fold_dotless(connection: Connection) -> None:
    """Cut the words of all passages anew, if some have an ı: it is an i from now on."""
    if connection.execute("SELECT 1 FROM passages WHERE terms LIKE '%ı%' LIMIT 1").fetchone():
        words.renew(connection)
        generations.recount(connection)


# Each is applied once, in order, and never changed again. Vectors are compared in place: the one
# of the whole passage lies in its row, those of its sentences beside.
MIGRATIONS: tuple[str | Callable[[Connection], None], ...] = (
    """
CREATE TABLE library (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id text NOT NULL DEFAULT gen_random_uuid()::text,
    live bigint NOT NULL DEFAULT 0, newest bigint NOT NULL DEFAULT 0, seal bytea
);
INSERT INTO library DEFAULT VALUES;
CREATE TABLE encoders (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,
    revision text NOT NULL, dimension integer NOT NULL, UNIQUE (name, revision)
);
CREATE TABLE generations (
    number bigint PRIMARY KEY, created text NOT NULL, encoder integer NOT NULL REFERENCES encoders,
    documents bigint NOT NULL, passages bigint NOT NULL, terms bigint NOT NULL,
    published boolean NOT NULL DEFAULT false, seal bytea NOT NULL
);
CREATE TABLE documents (
    id bigint PRIMARY KEY, hash uuid NOT NULL UNIQUE, doc_id text COLLATE "C" NOT NULL,
    title text NOT NULL, text text NOT NULL, url text, date text COLLATE "C", language text,
    blocks bytea NOT NULL, left_out text NOT NULL, origin text, seal bytea NOT NULL,
    passages bigint NOT NULL, terms bigint NOT NULL, segment bigint NOT NULL
);
CREATE INDEX documents_doc_id ON documents (left(doc_id, 600));
CREATE INDEX documents_segment ON documents (segment);
CREATE TABLE served (
    document bigint NOT NULL, since bigint NOT NULL, until bigint, passages bigint NOT NULL,
    terms bigint NOT NULL, mark bigint NOT NULL, PRIMARY KEY (document, since)
);
CREATE TABLE passages (
    row bigint NOT NULL, document bigint NOT NULL, start integer NOT NULL, stop integer NOT NULL,
    heading text NOT NULL, sentences bytea NOT NULL, vector uuid NOT NULL, words bytea NOT NULL,
    seal bytea NOT NULL, length bigint NOT NULL, terms text NOT NULL,
    PRIMARY KEY (row) INCLUDE (document, length)
);
CREATE INDEX passages_document ON passages (document);
CREATE INDEX passages_vector ON passages (vector) INCLUDE (row, document);
CREATE TABLE vectors (
    id uuid PRIMARY KEY, encoder integer NOT NULL, whole halfvec NOT NULL,
    sentences halfvec[] NOT NULL, seal bytea NOT NULL, sentences_seal bytea NOT NULL
);
ALTER TABLE vectors ALTER whole SET STORAGE MAIN, ALTER sentences SET STORAGE EXTERNAL;
CREATE TABLE lost (document bigint PRIMARY KEY);
CREATE TABLE segments (id bigint PRIMARY KEY, passages bigint NOT NULL);
CREATE TABLE postings (
    term text COLLATE "C" NOT NULL, segment bigint NOT NULL, first bigint NOT NULL,
    places integer[] NOT NULL, counts smallint[] NOT NULL, PRIMARY KEY (term, segment)
);
CREATE INDEX postings_segment ON postings USING brin (segment) WITH (pages_per_range = 16);
CREATE TABLE frequencies (
    term text COLLATE "C" NOT NULL, since bigint NOT NULL, passages bigint NOT NULL,
    PRIMARY KEY (term, since)
);
CREATE INDEX frequencies_since ON frequencies USING brin (since) WITH (pages_per_range = 16);
CREATE SEQUENCE document_ids;
CREATE SEQUENCE passage_rows;
CREATE SEQUENCE segment_ids;
""",
    # What is new has its sentences' vectors in 8 bits a number, as a folder has them.
    """
ALTER TABLE vectors ADD rounded bytea, ALTER sentences DROP NOT NULL;
ALTER TABLE vectors ALTER rounded SET STORAGE EXTERNAL;
""",
    # What begins and ends with a generation is found without reading all that is served.
    """
CREATE INDEX served_since ON served (since);
CREATE INDEX served_until ON served (until) WHERE until IS NOT NULL;
""",
    # Which generation was live when one was made: that is what one goes back to.
    """
ALTER TABLE generations ADD made_from bigint;
""",
    # What was left out of new documents is told as values; what older ones say in words stays.
    """
COMMENT ON COLUMN documents.left_out IS 'JSON: a list of objects, and of texts before format 5';
""",
    _fold_dotless,
)
# With so many a library is read as it is; one of fewer has to be brought up to date first.
READABLE = 3


def require(connection: Connection, address: str) -> None:
    """Raise LibraryNotFound where nothing has been built, LibraryError for another format."""
    if require_made(connection, address) < READABLE:
        raise LibraryError(
            f"the library at {shown(address)} is of an older format:"
            " `python -m index doctor --repair` and any change brings it up to date"
        )


def require_made(connection: Connection, address: str) -> int:
    """The version of the library's format; raises as `require`, but not for an older one."""
    version = _version(connection)
    if version is None:
        raise LibraryNotFound(
            f"there is no library at {shown(address)}: `python -m index build --library"
            f" {shown(address)} FILES`"
        )
    _require_known(version, address)
    return version


def bring_up_to_date(connection: Connection, address: str) -> None:
    """Make the library where there is none, and one of the present format where it is older."""
    with connection.transaction():
        connection.execute(
            "SELECT pg_advisory_xact_lock(%s::int, %s::int)", (locks.LIBRARY, locks.MIGRATING)
        )
        version = _version(connection)
        if version is None:
            _make_extension(connection, address)
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}".encode())
            connection.execute(f"CREATE TABLE {SCHEMA}.migrations (number integer)".encode())
            set_search_path(connection, address)
        _require_known(version or 0, address)
        for number, migration in enumerate(MIGRATIONS[version or 0 :], (version or 0) + 1):
            if isinstance(migration, str):
                connection.execute(migration.encode())
            else:
                migration(connection)
            connection.execute("INSERT INTO migrations VALUES (%s)", (number,))


def _make_extension(connection: Connection, address: str) -> None:
    """Make pgvector usable. Raises LibraryError with what to do where LIBRARY's user may not."""
    # Not IF NOT EXISTS alone: that asks for the right to make it also where it is there.
    if connection.execute("SELECT 1 FROM pg_extension WHERE extname = 'vector'").fetchone():
        return
    try:
        connection.execute("CREATE EXTENSION vector")
    except psycopg.errors.InsufficientPrivilege as error:
        raise LibraryError(
            f"{shown(address)} has no pgvector yet, and LIBRARY's user may not make it: let an"
            " administrator run `CREATE EXTENSION vector` in this database"
        ) from error


def _version(connection: Connection) -> int | None:
    """How many migrations have been applied; None where there is no library."""
    table = f"{SCHEMA}.migrations"
    if connection.execute("SELECT to_regclass(%s)", (table,)).fetchone() == (None,):
        return None
    found = connection.execute(f"SELECT max(number) FROM {table}".encode()).fetchone()
    return (found and found[0]) or 0


def _require_known(version: int, address: str) -> None:
    if version > len(MIGRATIONS):
        raise LibraryError(
            f"the library at {shown(address)} is of a newer format ({version}, known is"
            f" {len(MIGRATIONS)}): install the Verbatim that wrote it, or build into another"
            " database"
        )
