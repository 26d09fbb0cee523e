"""What the tables are, version by version; an older database is brought up to date."""

from bot.state.interface import StateError
from bot.state.postgres.database import SCHEMA, Database, explained

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

-- What a crash of the server may lose: nothing waits for its disk.
CREATE UNLOGGED TABLE unanswered (
    place bigint NOT NULL GENERATED ALWAYS AS IDENTITY, chat bigint, message bigint,
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
)


def bring_up_to_date(database: Database) -> None:
    """Apply what is missing, one bot at a time; all of it or nothing. Raises StateError."""
    with database.connect() as connection, explained(database.name):
        if connection.info.server_version < OLDEST:
            raise StateError(
                f"{database.name} is PostgreSQL {connection.info.server_version // 10_000}: "
                f"{OLDEST // 10_000} is the oldest that can be used, update it"
            )
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            # Not IF NOT EXISTS alone: that asks for the right to make one also where it is there.
            found = connection.execute("SELECT to_regnamespace(%s)", [SCHEMA]).fetchone()
            if found == (None,):
                connection.execute(f"CREATE SCHEMA {SCHEMA}")
                connection.execute("CREATE TABLE migrations (number integer PRIMARY KEY)")
            last = connection.execute("SELECT max(number) FROM migrations").fetchone()
            version = (last and last[0]) or 0
            if version > len(MIGRATIONS):
                raise StateError(
                    f"{database.name} was written by a newer Verbatim (schema {version}, this one "
                    f"knows {len(MIGRATIONS)}): update, the other bots first"
                )
            for number, migration in enumerate(MIGRATIONS[version:], version + 1):
                connection.execute(migration)
                connection.execute("INSERT INTO migrations VALUES (%s)", [number])
