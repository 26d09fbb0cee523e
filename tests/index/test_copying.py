"""A library is copied into another place as it is, and nothing is encoded again."""

import os
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index.building import build
from index.copying import contents, copy
from index.errors import LibraryError, LibraryNotFound
from index.store import Library, open_library
from index.text import Block, Document, LeftOut, Missing, Span
from tests.doubles import BagEncoder
from tests.index.store.animals import animal, names

BAG = BagEncoder()
MARKED = replace(
    animal("owl", "It is old."),
    blocks=(Block(Span(0, 10), "heading", 2),),
    left_out=(
        LeftOut(Missing.HIDDEN_ROWS_OF_SHEET, "A", count=2),
        LeftOut(Missing.SAID, "a picture"),
    ),
    url="https://example.org/owl",
    date="2025-10-02",
    language="en",
    origin="birds/owl",
)
# Two passages of one text, which share their vectors.
TWINS = [Document("a", "", "Nobody came."), Document("b", "", "Nobody came.")]


@pytest.fixture
def places(tmp_path: Path, database: str) -> dict[str, Library]:
    """A library in a folder, and places where there is none yet."""
    found = {name: open_library(tmp_path / name) for name in ("source", "folder", "other")}
    found["database"] = open_library(database)
    build(found["source"], [animal("cat"), animal("dog")], BAG, replace=True)
    build(found["source"], [MARKED, *TWINS], BAG, replace=False)
    return found


@pytest.mark.parametrize("way", [["folder"], ["database"], ["database", "folder"]])
def test_a_copy_is_the_same(way: list[str], places: dict[str, Library]) -> None:
    """Every field, passage, vector and term, from a folder, through a database and back."""
    source = places["source"]
    for name in way:
        live, held = copy(source, places[name])
        assert (live.number, live.documents, live.passages) == (1, 5, 5)
        source = places[name]
    with closing(places["source"].open()) as old, closing(source.open()) as new:
        assert list(new.documents()) == list(old.documents())
        assert [one.origin for one in new.documents()] == [one.origin for one in old.documents()]
        assert contents(new) == contents(old) == held
        question = BAG.encode_questions(["who came to the owl"])[0]
        for view in (old, new):
            found = view.evidence([row for row, _ in view.nearest(question, 2)])
            assert {one.passage.document.doc_id for one in found.values()} <= {"owl", "a", "b"}
    assert [one.text for one in source.check() if not one.sound] == []
    # What was copied is what a build would have made: there is nothing to encode.
    assert build(source, [animal("cat"), MARKED], BAG, replace=False).encoded == 0


def test_a_place_that_holds_something_is_left_alone(places: dict[str, Library]) -> None:
    """Another library is refused; the same one is nothing to do."""
    for name in ("folder", "database"):
        copy(places["source"], places[name])
        assert copy(places["source"], places[name])[0].number == 1
        build(places[name], [animal("fox")], BAG, replace=False)
        with pytest.raises(LibraryError, match="holds something else"):
            copy(places["source"], places[name])
        assert "fox" in names(places[name])


def test_a_vector_that_differs_is_another_library(places: dict[str, Library]) -> None:
    """The texts alone do not make two libraries the same."""
    other = BagEncoder(revision="2")
    build(places["other"], [animal("cat"), animal("dog"), MARKED, *TWINS], other, replace=True)
    with pytest.raises(LibraryError, match="holds something else"):
        copy(places["source"], places["other"])


def test_nothing_to_copy(places: dict[str, Library]) -> None:
    """There has to be a library, and no place is made for none."""
    with pytest.raises(LibraryNotFound):
        copy(places["folder"], places["database"])
    with pytest.raises(LibraryNotFound):
        places["database"].live()


def test_no_encoder_is_loaded(places: dict[str, Library]) -> None:
    """By the command line: both sides are told to be the same, and there is no encoder to load."""
    arguments = ["copy", places["source"].address, places["database"].address]
    done = subprocess.run(
        [sys.executable, "-m", "index", *arguments],
        env=os.environ | {"ENCODER": "nowhere/no-such-encoder"},
        capture_output=True,
        text=True,
        check=False,
    )
    (told,) = done.stdout.splitlines()
    assert told.startswith("generation 1: 5 documents, 5 passages, checksum ")
    assert told.endswith(": the same on both sides")
    assert (done.stderr, done.returncode) == ("", 0)
