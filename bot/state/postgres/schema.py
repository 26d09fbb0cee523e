"""What the tables are, version by version; an older database is brought up to date."""

from bot.state.file import require_present
from bot.state.interface import StateError
from bot.state.postgres.database import SCHEMA, Connection, Database, explained
from bot.state.postgres.whose import require_own

# Bots that start together take turns; any number does that no other program is likely to take.
LOCK = 0x56425354
# The oldest server this is tried with, as `server_version_num` says it.
OLDEST = 140_000

# Each is applied once, in order, and never changed again.
MIGRATIONS = (
    """
CREATE TABLE languages (id bigint PRIMARY KEY, code text NOT NULL);
CREATE TABLE allowed (id bigint PRIMARY KEY, by bigint);
CREATE TABLE blocked (id bigint PRIMARY KEY);
CREATE TABLE pending (
    id bigint PRIMARY KEY, code text NOT NULL UNIQUE, since double precision NOT NULL, by bigint);
CREATE TABLE feedback (
    generation bigint, document text, start bigint, "end" bigint,
    "right" bigint NOT NULL DEFAULT 0, wrong bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (generation, document, start, "end"));
CREATE TABLE kept (
    kind text, id bigint, number bigint, text text NOT NULL, PRIMARY KEY (kind, id, number));

-- Bots that run, and the updates on their way: `body` until it is handled, `bot` while it is that
-- bot's, as are all of its chat. A bot that goes lets go of its own.
CREATE TABLE bots (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,
    beat bigint NOT NULL DEFAULT 0, heard timestamptz);
CREATE TABLE inbox (
    id bigint PRIMARY KEY, chat bigint NOT NULL, body text,
    bot bigint REFERENCES bots ON DELETE SET NULL,
    tries integer NOT NULL DEFAULT 0, stored timestamptz NOT NULL DEFAULT now(), done timestamptz);
CREATE INDEX inbox_waiting ON inbox (id) WHERE body IS NOT NULL AND bot IS NULL;
CREATE INDEX inbox_chat ON inbox (chat, id) WHERE body IS NOT NULL;
CREATE INDEX inbox_held ON inbox (chat) WHERE bot IS NOT NULL;
CREATE INDEX inbox_bot ON inbox (bot) WHERE bot IS NOT NULL;

-- What a crash of the server may lose: nothing waits for its disk. Only the sequence is not of
-- that kind: a standby that is promoted cannot read one that is.
CREATE SEQUENCE places;
CREATE UNLOGGED TABLE unanswered (
    place bigint NOT NULL DEFAULT nextval('places'), chat bigint, message bigint,
    "user" bigint NOT NULL, language text NOT NULL, told bigint, PRIMARY KEY (chat, message));
CREATE INDEX unanswered_place ON unanswered (place);
CREATE UNLOGGED TABLE seen (id bigint PRIMARY KEY);
CREATE UNLOGGED TABLE buckets (
    what text, id bigint, tokens double precision NOT NULL, since double precision NOT NULL,
    refused integer NOT NULL, PRIMARY KEY (what, id));
CREATE UNLOGGED TABLE asked (
    chat bigint, message bigint, "user" bigint NOT NULL, question text NOT NULL,
    before text NOT NULL, asked_in bigint, shown_in bigint[] NOT NULL, goes_on boolean NOT NULL,
    at timestamptz NOT NULL, PRIMARY KEY (chat, message));
CREATE INDEX asked_last ON asked (chat, "user", at) WHERE goes_on;
CREATE INDEX asked_user ON asked ("user");
CREATE INDEX asked_at ON asked (at);
""",
    """
-- Of a forum; 0 for none.
ALTER TABLE asked ADD topic bigint NOT NULL DEFAULT 0;
""",
)


def bring_up_to_date(database: Database, bot: int | None = None) -> None:
    """Apply what is missing, one bot at a time; all of it or nothing.

    Raises StateError, also where the database is another bot's than the one with the id `bot`.
    """
    with database.connect() as connection, explained(database.name), connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        version = _version(connection, database.name)
        if version is None:
            connection.execute(f"CREATE SCHEMA {SCHEMA}")
            connection.execute("CREATE TABLE migrations (number integer PRIMARY KEY)")
        for number, migration in enumerate(MIGRATIONS[version or 0 :], (version or 0) + 1):
            connection.execute(migration)
            connection.execute("INSERT INTO migrations VALUES (%s)", [number])
        require_own(connection, database.name, bot)


def check(address: str, bot: int | None) -> str:
    """Whether that bot can use it as it is, or brought up to date; its name. Raises StateError."""
    database = Database(address)
    with database.connect() as connection, explained(database.name):
        version = _version(connection, database.name)
        if version:
            require_own(connection, database.name, bot)
        right = "SELECT has_database_privilege(current_database(), 'CREATE')"
        if version is None and connection.execute(right).fetchone() == (False,):
            hint = "GRANT CREATE ON DATABASE"
            raise StateError(f"{database.name}: its user may not make a schema there ({hint})")
    return database.name


def require_state(address: str) -> None:
    """Raise StateError unless the tables are there, and of this version; nothing is changed."""
    database = Database(address)
    with database.connect() as connection, explained(database.name):
        version = _version(connection, database.name)
    require_present(database.name, version or 0, len(MIGRATIONS))


def _version(connection: Connection, name: str) -> int | None:
    """Of the tables; None where there are none. Raises StateError for what is too old or new."""
    server = connection.info.server_version
    if server < OLDEST:
        oldest = OLDEST // 10_000
        raise StateError(f"{name} is PostgreSQL {server // 10_000}: update it, {oldest} will do")
    # Not CREATE … IF NOT EXISTS: that asks for the right to make one also where it is there.
    if connection.execute("SELECT to_regclass(%s)", [f"{SCHEMA}.migrations"]).fetchone() == (
        None,
    ):
        return None
    found = connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()
    version = int(found[0]) if found else 0
    if version > len(MIGRATIONS):
        raise StateError(
            f"{name} was written by a newer Verbatim (schema {version}, this one knows "
            f"{len(MIGRATIONS)}): update this bot"
        )
    return version
