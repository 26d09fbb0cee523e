"""A library that an earlier version made is read, asked and added to.

data/format-1.zip was made by the code of format 1, the others by those of 3 to 7: `cat` and `dog`
built, `owl` added, `dog` removed, with a bag of 32 dimensions. That of 7 says in words what was
left out of `dog`.
"""

import math
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.building import build
from index.doctor import examine
from index.errors import LibraryError
from index.retriever import Retriever
from index.store import seals
from index.store.embedded import EmbeddedLibrary
from index.store.embedded.members import forget
from index.store.embedded.migrations import _WORDS as WORDS
from index.store.embedded.migrations import FORMAT, STEPS
from index.store.embedded.schema import DATABASE
from index.store.embedded.sealing import prepare, sealed
from index.text import Block, Document, LeftOut, Missing, Span
from tests.doubles import BagEncoder
from tests.index.store.animals import names

CAT = Document(
    "cat",
    "The cat",
    "The cat sleeps.\n\nNobody wakes the cat, which is old.",
    "https://example.org/cat",
    "2025-10-02",
    "en",
)
OWL = Document("owl", "L’oiseau", "La chouette veille 🦉.", None, "2024-01-31", "fr")


@pytest.fixture(params=(1, 3, 4, 5, 6, 7))
def old(tmp_path: Path, request: pytest.FixtureRequest) -> EmbeddedLibrary:
    """The library of an old format, unpacked."""
    with zipfile.ZipFile(Path(__file__).parent / "data" / f"format-{request.param}.zip") as packed:
        packed.extractall(tmp_path)
    return EmbeddedLibrary(tmp_path)


@pytest.fixture
def bag() -> BagEncoder:
    """The encoder it was made with."""
    return BagEncoder(dimension=32)


def _format(library: EmbeddedLibrary) -> int:
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _best(library: EmbeddedLibrary, bag: BagEncoder, question: str) -> Document:
    with closing(library.open()) as view:
        return Retriever(view, bag).retrieve(question, 1)[0].passage.document


def test_it_is_read_as_it_is(old: EmbeddedLibrary, bag: BagEncoder) -> None:
    """Documents without blocks, passages, answers, each generation; and not a byte is changed."""
    before, made = (old.path / DATABASE).read_bytes(), _format(old)
    with closing(old.open()) as view:
        assert list(view.documents()) == [CAT, OWL]
        assert [passage.document for passage in view.passages("cat")] == [CAT]
    with closing(old.open(1)) as view:
        assert [document.doc_id for document in view.documents()] == ["cat", "dog"]
    assert _best(old, bag, "qui veille, la chouette ?") == OWL
    assert _best(old, bag, "who wakes the cat?") == CAT
    assert _format(old) == made < FORMAT
    assert (old.path / DATABASE).read_bytes() == before


def test_the_next_writer_brings_it_up_to_date(old: EmbeddedLibrary, bag: BagEncoder) -> None:
    """Nothing of it is lost or encoded again, and what it could not hold it now holds."""
    fox = Document("fox", "", "The fox runs.", blocks=(Block(Span(0, 13), "paragraph", 0),))
    counts = build(old, [CAT, fox], bag, replace=False)
    assert (counts.added, counts.unchanged, counts.encoded, counts.reused) == (1, 1, 1, 2)
    assert _format(old) == FORMAT
    with closing(old.open()) as view:
        assert list(view.documents()) == [CAT, fox, OWL]
    assert _best(old, bag, "qui veille, la chouette ?") == OWL
    assert _best(old, bag, "who runs, the fox?") == fox
    assert old.rollback(1).documents == 2
    assert names(old) == ["cat", "dog"]
    assert [one.text for one in examine(old, lambda: bag) if not one.sound] == []


@pytest.mark.parametrize("old", [7], indirect=True)
def test_what_was_left_out_in_words_stays(old: EmbeddedLibrary, bag: BagEncoder) -> None:
    """Read as it is, and after it was brought up to date; a build knows the text by it."""
    words = ("hidden text", "2 hidden rows of the sheet “A”")
    dog = Document("dog", "The dog", "The dog barks.")
    before = replace(dog, left_out=tuple(LeftOut(Missing.SAID, one) for one in words))
    for _ in ("as it is", "brought up to date"):
        with closing(old.open(1)) as view:
            assert view.document("dog") == before
        build(old, [CAT], bag, replace=False)  # changes nothing
    old.rollback(1)
    now = replace(
        dog,
        left_out=(LeftOut(Missing.HIDDEN), LeftOut(Missing.HIDDEN_ROWS_OF_SHEET, "A", count=2)),
    )
    assert build(old, [now], bag, replace=False).unchanged == 1
    with closing(old.open()) as view:
        assert view.document("dog") == now


@pytest.mark.parametrize("old", [4, 7], indirect=True)
def test_words_that_were_cut_otherwise_are_no_damage(
    old: EmbeddedLibrary, bag: BagEncoder
) -> None:
    """The doctor says what to do; the next writer cuts them as they are asked for."""
    with closing(sqlite3.connect(old.path / DATABASE)) as connection:
        prepare(connection)
        for change in (
            "lexical SET terms = replace(terms, 'sleeps', 'sleepz')",
            f"passages SET words = {WORDS}",
            f"passages SET seal = {sealed(seals.PASSAGE)}",
            "lexical_terms SET term = 'sleepz' WHERE term = 'sleeps'",
        ):
            connection.execute(f"UPDATE {change}")
        connection.commit()
    found = list(examine(old, lambda: bag))
    assert [one.text for one in found if not one.sound] == []
    assert any(one.text.startswith("1 passages are found by") for one in found)
    with closing(old.open()) as view:
        assert view.saying(["sleeps"], 5) == []
    build(old, [OWL], bag, replace=False)  # changes nothing
    with closing(old.open()) as view:
        assert len(view.saying(["sleeps"], 5)) == 1
        assert view.rarity(["sleeps"])["sleeps"] < view.rarity(["none"])["none"]
    found = list(examine(old, lambda: bag))
    assert [one.text for one in found if not one.sound or "older version" in one.text] == []


@pytest.mark.parametrize("old", [6, 7], indirect=True)
def test_a_damaged_count_is_found_as_it_is(old: EmbeddedLibrary, bag: BagEncoder) -> None:
    """Where words were counted by generation, and cut as they are now."""
    assert [one.text for one in examine(old, lambda: bag) if not one.sound] == []
    with closing(sqlite3.connect(old.path / DATABASE)) as connection:
        connection.execute("UPDATE lexical_terms SET passages = 7 WHERE term = 'sleeps'")
        connection.commit()
    (wrong,) = (one.text for one in examine(old, lambda: bag) if not one.sound)
    assert wrong.startswith("the index of words is damaged (3 differences)")  # a generation each


def test_words_are_counted_by_generation_from_then_on(
    old: EmbeddedLibrary, bag: BagEncoder
) -> None:
    """Of two passages one has the dog in the first generation, and none in the last."""
    build(old, [CAT], bag, replace=False)  # changes nothing
    for number, found in ((1, 1), (3, 0)):
        with closing(old.open(number)) as view:
            expected = {"dog": math.log1p((2 - found + 0.5) / (found + 0.5))}
            assert view.rarity(["dog"]) == pytest.approx(expected)
            assert len(view.sharing(["dog"], 5)) == found


def test_going_back_is_by_number_where_nothing_else_is_known(
    old: EmbeddedLibrary, bag: BagEncoder
) -> None:
    """What an old generation was made from is not noted; what a new one was, is."""
    before = old.before()
    assert before == old.generations()[1]
    assert old.rollback() == before
    build(old, [Document("fox", "", "The fox runs.")], bag, replace=False)
    assert (old.live().number, old.before()) == (4, before)


@pytest.mark.parametrize("brought", [False, True], ids=["as it is", "brought up to date"])
def test_damage_to_what_an_old_generation_has_is_found(
    old: EmbeddedLibrary, bag: BagEncoder, brought: bool
) -> None:
    """By the seal it was made with, which stays; before format 3 there was none."""
    if made_without_seals := _format(old) == 1:
        build(old, [Document("fox", "", "The fox runs.")], bag, replace=False)
    elif brought:
        build(old, [CAT], bag, replace=False)  # changes nothing
    assert (_format(old) == FORMAT) == (brought or made_without_seals)
    with closing(sqlite3.connect(old.path / DATABASE)) as connection:
        connection.execute(
            "DELETE FROM served WHERE document IN (SELECT id FROM documents WHERE doc_id = 'owl')"
        )
        connection.commit()
    forget(old.path)  # as in the next process
    with pytest.raises(LibraryError, match="doctor --repair"):
        old.open(3)


def test_who_reads_goes_on_while_it_is_brought_up_to_date(
    old: EmbeddedLibrary, bag: BagEncoder
) -> None:
    """A running bot has the old format open when somebody adds a text."""
    expected = bag.encode_questions(["The cat sleeps.", "Nobody wakes the cat, which is old."])
    rounded = 1e-3 if _format(old) < 4 else 4e-3  # to 16 bits a number, and to 8
    with closing(old.open()) as view:
        marked = Document("fox", "", "A fox.", blocks=(Block(Span(0, 6), "note", 0),))
        build(old, [marked], bag, replace=False)
        assert list(view.documents()) == [CAT, OWL]
        assert [passage.document for passage in view.passages("cat")] == [CAT]
        (cat, _) = view.evidence(view.rows().tolist()).values()
        np.testing.assert_allclose(cat.vectors.sentences, expected, atol=rounded)
        assert view.damaged() == ()


def test_a_step_that_fails_leaves_the_old_format(
    old: EmbeddedLibrary, bag: BagEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wholly: it is read as before, and the next writer brings it up to date."""
    made = _format(old)

    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE library ADD COLUMN half")
        connection.execute("SELECT no_such_function()")

    with monkeypatch.context() as patched:
        patched.setitem(STEPS, FORMAT - 1, broken)
        with pytest.raises(LibraryError, match="no_such_function"):
            build(old, [OWL], bag, replace=False)
    assert _format(old) == made
    assert names(old) == ["cat", "owl"]
    assert build(old, [OWL], bag, replace=False).unchanged == 1
    assert _format(old) == FORMAT


def test_doctor_says_that_building_again_is_worth_it(
    old: EmbeddedLibrary, bag: BagEncoder
) -> None:
    """In one line, as long as a document has no blocks; it is no fault."""
    for _ in ("read as it is", "brought up to date"):
        (found,) = (one for one in examine(old, lambda: bag) if "worth it" in one.text)
        assert (found.sound, found.text.startswith("2 documents")) == (True, True)
        build(old, [OWL], bag, replace=False)
    whole = Document("fox", "", "A fox.", blocks=(Block(Span(0, 6), "paragraph", 0),))
    build(old, [whole], bag, replace=True)
    assert not any("worth it" in one.text for one in examine(old, lambda: bag))
