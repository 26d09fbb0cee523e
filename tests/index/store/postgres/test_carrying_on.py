"""What a process has seen whole of a library is not read again; what has changed is."""

from contextlib import closing

import psycopg
import pytest

from index.building import build, remove
from index.doctor import examine
from index.errors import LibraryError
from index.retriever import Retriever
from index.store import Library, open_library
from index.store.postgres import extents
from index.store.postgres.extents import forget
from index.store.postgres.session import SCHEMA
from tests.doubles import BagEncoder
from tests.index.store.animals import ANIMALS, animal, change_often, names


@pytest.fixture
def library(database: str, encoder: BagEncoder) -> Library:
    """A library of five animals, in its first generation."""
    library = open_library(database)
    build(library, map(animal, ANIMALS), encoder, replace=True)
    return library


def _change(database: str, statement: str) -> None:
    with psycopg.connect(database) as connection:
        connection.execute(f"SET search_path = {SCHEMA}, public".encode())
        connection.execute(statement.encode())


def _wrong(library: Library, encoder: BagEncoder) -> list[str]:
    return [one.text for one in examine(library, lambda: encoder) if not one.sound]


def test_one_text_more_does_not_read_what_all_documents_are(
    library: Library, encoder: BagEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the library has been opened; the new generation's own seal says what it has."""
    names(library)

    def read(*_: object) -> None:
        raise AssertionError("all documents of a generation are read")

    with monkeypatch.context() as patched:
        patched.setattr(extents, "extent", read)
        build(library, [animal("owl")], encoder, replace=False)
        remove(library, ["cat"])
        build(library, [animal("dog", "It barks.")], encoder, replace=False)
        with closing(library.open()) as view:
            found = Retriever(view, encoder).retrieve("it barks")
    assert found[0].passage.document.doc_id == "dog"
    assert names(library) == ["cow", "dog", "hen", "owl", "pig"]
    assert _wrong(library, encoder) == []


def test_each_generation_is_whole_whichever_was_seen_before(
    database: str, library: Library, encoder: BagEncoder
) -> None:
    """Forward and back, over what was removed and added again; as if all of it were read."""
    change_often(library, encoder)
    for number in (6, 1, 4, 2, 5, 3, 6, 3, 3, 1):
        with closing(library.open(number)) as view:
            documents = len(list(view.documents()))
            assert (documents, len(view.rows())) == (
                view.generation.documents,
                view.generation.passages,
            )
    forget(database)
    assert _wrong(library, encoder) == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM served WHERE document = 3",
        "UPDATE served SET until = 1 WHERE document = 3",
        "UPDATE served SET mark = mark + 1 WHERE document = 3",
        "UPDATE generations SET documents = 4 WHERE number = 1",
        "UPDATE generations SET seal = left_of(seal)",
    ],
)
def test_damage_after_a_generation_was_seen_is_found(
    statement: str, database: str, library: Library, encoder: BagEncoder
) -> None:
    """By `doctor`, and from then on by who opens it."""
    names(library)
    _change(
        database, statement.replace("left_of(seal)", "substr(seal, 1, 24) || '\\x0102'::bytea")
    )
    assert any("which documents it has" in text for text in _wrong(library, encoder))
    with pytest.raises(LibraryError, match="doctor --repair"):
        library.open()


def test_a_generation_of_before_keeps_its_seal(
    database: str, library: Library, encoder: BagEncoder
) -> None:
    """It is whole by that, and so is what goes on from it; damage to it is found."""
    with psycopg.connect(database) as connection:
        connection.execute(f"SET search_path = {SCHEMA}, public".encode())
        row = extents._row(connection, 1)
        seal = extents._seal(row, extents.extent(connection, 1), tallied=False)
        connection.execute("UPDATE generations SET seal = substr(seal, 1, 8) || %s", (seal,))
    forget(database)
    assert names(library) == list(ANIMALS)
    build(library, [animal("owl")], encoder, replace=False)
    forget(database)
    assert names(library) == sorted([*ANIMALS, "owl"])
    assert _wrong(library, encoder) == []
    _change(database, "DELETE FROM served WHERE document = 3")
    forget(database)
    for number in (1, 2):
        with pytest.raises(LibraryError, match="doctor --repair"):
            library.open(number)
