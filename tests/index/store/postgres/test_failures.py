"""What can go wrong with a database: one clear line with what to do, and no secret in it."""

import logging
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

import psycopg
import pytest

from index.building import build
from index.encoding import PassageVectors
from index.errors import LibraryError, LibraryNotFound
from index.sources import from_text
from index.store import Library, open_library, shown
from index.store.postgres import session
from index.store.postgres.session import SCHEMA, connect
from index.text import Span
from tests.doubles import BagEncoder
from tests.index.store.animals import animal, best, names
from tests.postgres.server import Server

BAG = BagEncoder()
PASSWORD = "hunter2hunter2"


class Slow(BagEncoder):
    """It takes longer than an unkind server waits for a connection."""

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """As any other does."""
        time.sleep(0.6)
        return super().encode_passages(texts, sentences)


@contextmanager
def refused(*words: str) -> Iterator[None]:
    """A LibraryError is raised that is one line, says these words, and has no password."""
    with pytest.raises(LibraryError) as caught:
        yield
    said = str(caught.value)
    assert "\n" not in said
    assert PASSWORD not in said
    assert [word for word in words if word not in said] == []


@pytest.fixture
def library(database: str) -> Library:
    """A library of two animals."""
    library = open_library(database)
    build(library, map(animal, ("cat", "dog")), BAG, replace=True)
    return library


def change(database: str, *statements: str) -> tuple[Any, ...]:
    """What an administrator does; the first row of what the last statement gives."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"SET search_path = {SCHEMA}, public".encode())
        for statement in statements:
            done = connection.execute(statement.encode())
        return (done.fetchone() if done.description else None) or ()


@pytest.fixture(scope="module")
def stranger(postgres: Server) -> str:
    """A user who has a password and may do nothing."""
    postgres.require_passwords("stranger", PASSWORD)
    return "stranger"


def test_a_wrong_password(postgres: Server, stranger: str) -> None:
    """The user is told to look at it; it is not shown."""
    address = postgres.dsn("postgres", stranger, PASSWORD + "x")
    with refused("password authentication failed", "check user and password in LIBRARY"):
        open_library(address).live()


def test_a_wrong_database(postgres: Server) -> None:
    """Its name is told, and that it has to be made."""
    with refused('database "nowhere" does not exist', "createdb"):
        open_library(postgres.dsn("nowhere")).live()


def test_no_server() -> None:
    """Where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        with refused("see that the server runs and can be reached"):
            open_library(f"postgresql://u:{PASSWORD}@127.0.0.1:{port}/db").live()


def test_an_address_is_shown_without_its_secrets() -> None:
    """User, hosts, database and options are; what is a password or a secret is not."""
    address = f"postgresql://me:{PASSWORD}@a:1,b/db?target_session_attrs=read-write&password=x"
    assert shown(address) == "postgresql://me@a:1,b/db?target_session_attrs=read-write"
    assert open_library(address).address == shown(address)
    assert shown("postgres://localhost/db") == "postgres://localhost/db"


def test_nothing_has_been_built(database: str) -> None:
    """How to build it is told."""
    with pytest.raises(LibraryNotFound, match="python -m index build --library postgresql://"):
        open_library(database).live()
    assert next(iter(open_library(database).check())).sound is False


def test_pgvector_may_not_be_made(postgres: Server, stranger: str) -> None:
    """An administrator has to make the extension, and the line says which statement does."""
    address = postgres.database(pgvector=False)
    mine = address.replace("postgres@", f"{stranger}:{PASSWORD}@")
    with refused("CREATE EXTENSION vector", "administrator"):
        build(open_library(mine), [animal("cat")], BAG, replace=True)
    change(address, "CREATE EXTENSION vector")
    with refused("permission denied", "let LIBRARY's user do it"):
        build(open_library(mine), [animal("cat")], BAG, replace=True)
    postgres.drop(address)


def test_pgvector_is_not_installed(postgres: Server) -> None:
    """Where to find it is told."""
    address = postgres.database(pgvector=False)
    name = address.rpartition("/")[2]
    change(address, f"ALTER DATABASE {name} SET extension_control_path = '/nowhere'")
    with refused("install pgvector on the server"):
        build(open_library(address), [animal("cat")], BAG, replace=True)
    postgres.drop(address)


def test_too_old(library: Library, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Server and extension each say what they are and what is needed."""
    (true,) = change(database, "SELECT extversion FROM pg_extension WHERE extname = 'vector'")
    noted = "UPDATE pg_extension SET extversion = '{}' WHERE extname = 'vector'"
    change(database, noted.format("0.7.4"))
    with refused("has pgvector 0.7.4, too old", "ALTER EXTENSION vector UPDATE"):
        library.open()
    change(database, noted.format(true))
    monkeypatch.setattr(session, "OLDEST_SERVER", 99)
    with refused("too old: 99 at least"):
        library.open()


def test_a_newer_format(library: Library, database: str) -> None:
    """It is neither read nor written by who does not know it."""
    change(database, "INSERT INTO migrations VALUES (99)")
    for act in (library.open, lambda: build(library, [animal("fox")], BAG, replace=False)):
        with refused("of a newer format (99"):
            act()


@pytest.mark.parametrize("table", ["documents", "vectors", "generations", "postings"])
def test_the_disk_is_full(table: str, library: Library, database: str) -> None:
    """Whenever that is: the library is as it was, and the same build works when there is room."""
    change(
        database,
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE disk_full USING MESSAGE = 'could not extend file: No space left on device';"
        " END $$",
        f"CREATE TRIGGER full_disk BEFORE INSERT ON {table} EXECUTE FUNCTION full_disk()",
    )
    before = library.live()
    with refused("No space left", "its disk is full: make room there"):
        build(library, [animal("fox")], BAG, replace=False)
    assert (library.live(), names(library)) == (before, ["cat", "dog"])
    change(database, f"DROP TRIGGER full_disk ON {table}")
    assert build(library, [animal("fox")], BAG, replace=False).added == 1
    assert [one.text for one in library.check() if not one.sound] == []


def test_the_server_goes_and_comes_back(library: Library, postgres: Server) -> None:
    """What was open is told, and answers again from the same generation, held as before."""
    view = library.open()
    assert best(view, "the cat sleeps") == "cat"
    postgres.kill()
    try:
        with refused("see that the server runs"):
            best(view, "the cat sleeps")
        with refused("see that the server runs"):
            library.live()
    finally:
        postgres.start()
    assert best(view, "the cat sleeps") == "cat"
    build(library, [animal("fox")], BAG, replace=True)
    assert library.prune(keep=0) == []
    assert best(view, "the cat sleeps") == "cat"
    view.close()
    assert library.prune(keep=0) == [1]


def test_what_was_pruned_while_the_server_was_away(library: Library, postgres: Server) -> None:
    """Nobody held it then: who had it open is told, never answered wrongly."""
    view = library.open()
    postgres.kill()
    postgres.start()
    build(library, [animal("fox")], BAG, replace=True)
    assert library.prune(keep=0) == [1]
    with refused("generation 1", "has been pruned: open the library again"):
        best(view, "the cat sleeps")
    view.close()


@pytest.fixture
def unkind(postgres: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database with settings of its own that break long work off, and read texts otherwise."""
    address = postgres.database()
    name = address.rpartition("/")[2]
    for setting, value in UNKIND.items():
        change(address, f"ALTER DATABASE {name} SET {setting} = '{value}'")
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    yield f"{address}?client_encoding=LATIN1"
    postgres.drop(address)


UNKIND = {
    "statement_timeout": "1000",
    "lock_timeout": "1000",
    "idle_session_timeout": "400",
    "idle_in_transaction_session_timeout": "400",
    "standard_conforming_strings": "off",
    "client_encoding": "LATIN1",
    "array_nulls": "off",
    "DateStyle": "German",
}


def test_settings_of_the_server_change_nothing(unkind: str) -> None:
    """What is built there is sound, and reads as it was written."""
    said = "The żółw says \\ and 'no', {NULL}."
    library = open_library(unkind)
    document = from_text(said, doc_id="a\\b")
    build(library, [document], Slow(), replace=True)
    with closing(connect(unkind)) as connection:
        timeouts = connection.execute(
            "SELECT name, setting FROM pg_settings WHERE name LIKE '%timeout'"
        ).fetchall()
        waits = {name for name, setting in timeouts if setting != "0"}
        assert waits.isdisjoint({*UNKIND, "transaction_timeout"})
    with closing(library.open()) as view:
        (stored,) = view.documents()
        assert (stored.doc_id, stored.text, view.damaged()) == ("a\\b", document.text, ())
    assert [one.text for one in library.check() if not one.sound] == []


def test_what_is_broken_off_or_cannot_be_stored_is_told(library: Library, database: str) -> None:
    """The server runs: to look for it would help nobody."""
    for code, words in (
        ("57014", "raise its timeouts"),
        ("57P05", "raise its timeouts"),
        ("25P03", "raise its timeouts"),
        ("55P03", "raise its timeouts"),
        ("22P05", "make the database with the encoding UTF8"),
    ):
        change(
            database,
            "CREATE OR REPLACE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" RAISE 'as it is' USING ERRCODE = '{code}'; END $$",
            "CREATE OR REPLACE TRIGGER broken BEFORE INSERT ON documents"
            " EXECUTE FUNCTION broken()",
        )
        with refused("as it is", words):
            build(library, [animal("fox")], BAG, replace=False)


@pytest.mark.slow
def test_a_standby_reads(
    library: Library, database: str, postgres: Server, caplog: pytest.LogCaptureFixture
) -> None:
    """It answers what is committed; a change is refused there, and made by who names both."""
    caplog.set_level(logging.ERROR)
    standby = postgres.standby()
    try:
        name = database.rpartition("/")[2]
        there = open_library(standby.dsn(name))
        view = there.open()
        assert best(view, "the cat sleeps") == "cat"
        assert "a standby, which only reads" in next(iter(there.check())).text
        with refused("only reads, as a standby does: name the primary in LIBRARY"):
            build(there, [animal("fox")], BAG, replace=False)
        hosts = f"127.0.0.1:{standby.port},127.0.0.1:{postgres.port}"
        both = open_library(
            f"postgresql://postgres@{hosts}/{name}?target_session_attrs=read-write"
        )
        assert build(both, [animal("fox")], BAG, replace=True).generation.number == 2
        postgres.wait_for(standby)
        assert there.live().number == 2
        assert best(view, "the cat sleeps") == "cat"
        # The primary does not know who reads on the standby.
        assert both.prune(keep=0) == [1]
        postgres.wait_for(standby)
        with refused("has been pruned"):
            best(view, "the cat sleeps")
        with closing(there.open()) as newer:
            assert best(newer, "the fox sleeps") == "fox"
        view.close()
    finally:
        standby.remove()
