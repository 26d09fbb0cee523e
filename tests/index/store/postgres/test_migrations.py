"""A database that an older version wrote: brought up to date, its vectors read as they are."""

from contextlib import closing
from typing import Any

import psycopg
import pytest

from index.building import build
from index.doctor import examine, repair
from index.errors import LibraryError
from index.retriever import Retriever
from index.store import Library, open_library, seals
from index.store.postgres.halfvec import sealed
from index.store.postgres.session import SCHEMA
from index.store.seals import seal_of
from index.text import Document
from tests.doubles import BagEncoder

BAG = BagEncoder(dimension=64)
OLD = Document("owl", "", "The owl is awake. It hears a mouse. Nobody hears the owl.")
NEW = Document("bat", "", "The bat sleeps. It hangs from a beam.")
QUESTION = "What does the owl hear?"


def _scores(library: Library) -> list[float]:
    with closing(library.open()) as view:
        return [hit.score for hit in Retriever(view, BAG).retrieve(QUESTION)]


def _as_version_one(database: str, library: Library) -> None:
    """Sentences' vectors in 16 bits, in a table that has no room for others."""
    with psycopg.connect(database) as connection, closing(library.open()) as view:
        connection.execute(f"SET search_path = {SCHEMA}, public".encode())
        connection.execute("UPDATE vectors SET rounded = NULL")
        for row, evidence in view.evidence(view.rows().tolist()).items():
            sentences = evidence.vectors.sentences
            name = connection.execute("SELECT vector FROM passages WHERE row = %s", (row,))
            (vector,) = name.fetchone() or (None,)
            assert vector is not None
            connection.execute(
                "UPDATE vectors SET sentences = %s::halfvec[], sentences_seal = %s WHERE id = %s",
                ([str(one.tolist()) for one in sentences],
                 seal_of(vector.bytes, sealed(sentences)), vector),
            )  # fmt: skip
        connection.execute("ALTER TABLE vectors DROP rounded, ALTER sentences SET NOT NULL")
        connection.execute("DROP INDEX served_since, served_until")
        connection.execute("ALTER TABLE generations DROP made_from")
        connection.execute("DELETE FROM migrations WHERE number > 1")


def test_vectors_of_16_bits_are_read_beside_those_of_8(database: str) -> None:
    """Until a writer has been there the way is told; then both are found by the same question."""
    library = open_library(database)
    build(library, [OLD], BAG, replace=True)
    before = _scores(library)
    _as_version_one(database, library)
    with pytest.raises(LibraryError, match="doctor --repair"):
        open_library(database).open()
    list(repair(library, lambda: BAG))
    assert _scores(library) == before
    build(library, [NEW], BAG, replace=False)
    assert [one.text for one in examine(library, lambda: BAG) if not one.sound] == []
    assert len(_scores(library)) == 2


def test_what_does_not_note_what_it_was_made_from_is_read_as_it_is(database: str) -> None:
    """It goes back by number; the next writer notes it from then on."""
    library = open_library(database)
    for document in (OLD, NEW):
        build(library, [document], BAG, replace=False)
    with psycopg.connect(database) as connection:
        connection.execute(f"ALTER TABLE {SCHEMA}.generations DROP made_from".encode())
        connection.execute(f"DELETE FROM {SCHEMA}.migrations WHERE number > 3".encode())
    library = open_library(database)
    first, _ = library.generations()
    assert library.before() == first
    assert len(_scores(library)) == 2
    assert [one.text for one in examine(library, lambda: BAG) if not one.sound] == []
    assert library.rollback() == first
    build(library, [Document("fox", "", "The fox runs.")], BAG, replace=False)
    assert (library.live().number, library.before()) == (3, first)


def test_words_with_a_dotless_i_are_cut_anew(database: str) -> None:
    """By the next writer; until then they are what was put in, and no damage."""
    pavement = Document("kaldirim", "", "Kaldırım kapalı. Yol açık.")
    library = open_library(database)
    build(library, [pavement, OLD], BAG, replace=True)
    with psycopg.connect(database) as connection:
        connection.execute(f"SET search_path = {SCHEMA}, public".encode())
        _as_an_older_version_cut(connection)
        connection.execute("DELETE FROM migrations WHERE number > 5")
    library = open_library(database)
    assert [one.text for one in examine(library, lambda: BAG) if not one.sound] == []
    assert _saying(library, ["kaldir"]) == []
    build(library, [NEW], BAG, replace=False)
    assert len(_saying(library, ["kaldir", "kapali"])) == 1
    assert [one.text for one in examine(library, lambda: BAG) if not one.sound] == []


def _saying(library: Library, terms: list[str]) -> list[int]:
    with closing(library.open()) as view:
        return view.saying(terms, 5)


def _as_an_older_version_cut(connection: psycopg.Connection[tuple[Any, ...]]) -> None:
    """The words of the one passage with an ı, with their seals, as they were stored."""
    for term, dotless in (("kaldir", "kaldır"), ("kapali", "kapalı"), ("acik", "acık")):
        for change in (
            "passages SET terms = replace(terms, %s, %s)",
            "postings SET term = %s WHERE term = %s",
            "frequencies SET term = %s WHERE term = %s",
        ):
            given = (term, dotless) if "replace" in change else (dotless, term)
            assert connection.execute(f"UPDATE {change}".encode(), given).rowcount
    columns = ", ".join(seals.PASSAGE[:-2])
    query = f"SELECT row, terms, vector, {columns} FROM passages WHERE terms LIKE '%ı%'"
    ((row, terms, vector, *own),) = connection.execute(query.encode()).fetchall()
    words = seal_of(terms)
    connection.execute(
        "UPDATE passages SET words = %s, seal = %s WHERE row = %s",
        (words, seal_of(*own, vector.bytes, words), row),
    )
