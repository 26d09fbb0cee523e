"""No part of a password is ever told, whatever the address that holds it looks like."""

import io
import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.state import open_kept, open_state
from index.errors import VerbatimError
from index.store import is_understood, open_library, shown

pytest.importorskip("psycopg_pool")
# Two words that stand nowhere else, with what libpq reads as an end of something between them.
FIRST, LAST = "hunter2", "sesame9"
SIGNS = [
    "@",
    "%",
    "%zz",
    " ",
    "/",
    ":",
    "?",
    "#",
    "[",
    "]",
    "?x=",
    "?port=",
    "@h/x",
    "%00",
    "\t",
    "&",
]
# Nobody listens at port 1.
FORMS = [
    "postgresql://user:{}@127.0.0.1:1/db",
    "postgresql://user:{}/",
    "postgresql://:{}@127.0.0.1:1",
    "postgresql://user:{}@",
    "postgresql://127.0.0.1:1/db?password={}",
    "postgresql://127.0.0.1:1/db?p%61ssword={}",
    "postgresql://127.0.0.1:1/db?passwrod={}",
    "postgresql:/user:{}@127.0.0.1:1/db",
    "postgres:user:{}@127.0.0.1:1/db",
    "postgresql//user:password={}@127.0.0.1:1/db",
    "host=127.0.0.1 port=1 password={}",
    "mysql://user:{}@127.0.0.1:1/db",
    "user:{}@postgresql://127.0.0.1:1/db",
]
WAYS: list[Callable[[str], object]] = [
    lambda address: open_library(address).live(),
    lambda address: list(open_library(address).check()),
    lambda address: open_library(address).address,
    lambda address: open_state(address, 6),
    lambda address: open_kept(address),
]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], str]]:
    """All that is said, raised and logged about an address, whichever way it is used."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.state.postgres.database.PATIENCE", 0.05)
    monkeypatch.setitem(_given("index.store.postgres.session"), "connect_timeout", "1")
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger().addHandler(handler)

    def all_of(address: str) -> str:
        with redirect_stdout(written), redirect_stderr(written):
            for way in WAYS:
                try:
                    written.write(f"{way(address)}\n")
                except VerbatimError as error:
                    written.write("".join(traceback.format_exception(error)))
        return written.getvalue()

    yield all_of
    logging.getLogger().removeHandler(handler)


def _given(module: str) -> dict[str, str]:
    from importlib import import_module

    found: dict[str, str] = import_module(module).GIVEN
    return found


@pytest.mark.parametrize("form", FORMS)
def test_no_part_of_a_password_is_told(form: str, told: Callable[[str], str]) -> None:
    """Neither what stands before a sign nor what stands after it; and no file is made of it."""
    # Without more behind it, what follows an at sign is a host, and no part of a password.
    signs = SIGNS[1:] if form.endswith("{}/") else SIGNS
    for sign in signs:
        said = told(form.format(f"{FIRST}{sign}{LAST}"))
        assert FIRST not in said, sign
        assert LAST not in said, sign
    assert list(Path.cwd().iterdir()) == []


@given(st.text(st.sampled_from(list("ab1%@:/?#& =[]")), max_size=30))
def test_what_is_shown_has_no_password(written: str) -> None:
    """Of what is understood all between the first colon and the at sign is left out."""
    address = f"postgresql://u:{FIRST}{written}@h/db"
    assert FIRST not in shown(address)
    if is_understood(address):
        assert shown(address) == "postgresql://u@h/db"


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("postgresql://", "postgresql://"),
        ("postgresql:///db", "postgresql:///db"),
        ("postgres://me:p%40ss%25@h1:5432,h2/db", "postgres://me@h1:5432,h2/db"),
        ("postgresql://me%40tenant:x@h/db?sslmode=require", None),
        ("postgresql://me@[::1]:5432/db", "postgresql://me@[::1]:5432/db"),
        ("postgresql://%2Fvar%2Frun/db", "postgresql://%2Fvar%2Frun/db"),
        ("postgresql://me:it's?all:right#!@h/db", "postgresql://me@h/db"),
        ("postgresql:///db?host=/var/run&user=me", "postgresql:///db?host=/var/run"),
    ],
)
def test_what_is_well_written_is_understood(address: str, wanted: str | None) -> None:
    """As libpq understands it, which reads the same from it."""
    from psycopg import conninfo

    assert is_understood(address)
    wanted = wanted or "postgresql://me%40tenant@h/db?sslmode=require"
    assert shown(address) == wanted
    said = conninfo.conninfo_to_dict(address)
    assert "@" not in str(said.get("host", ""))


def test_libpq_reads_all_that_is_understood_in_the_same_way() -> None:
    """Whatever signs a password holds: it is the password, and the host the host."""
    from psycopg import conninfo

    understood = 0
    for signs in product([*SIGNS, "%41", "'", "=", ",", ";", "é"], repeat=2):
        password = f"a{signs[0]}b{signs[1]}c"
        address = f"postgresql://u:{password}@h:7/db"
        if is_understood(address):
            understood += 1
            said = conninfo.conninfo_to_dict(address)
            wanted = password.replace("%41", "A")
            assert said == {
                "user": "u", "password": wanted, "host": "h", "port": "7", "dbname": "db",
            }  # fmt: skip
    assert understood > 50
