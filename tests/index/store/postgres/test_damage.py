"""Rows of the database that are not what was put in: seen, and never shown."""

import contextlib
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import psycopg
import pytest

from index.building import build
from index.doctor import examine, repair
from index.errors import LibraryError
from index.retriever import Retriever
from index.store import Library, open_library
from index.store.postgres.session import SCHEMA
from index.text import Document, Passage, split
from tests.doubles import BagEncoder
from tests.index.store.animals import names
from tests.index.store.embedded.test_damage import LIVE, QUESTIONS, animal
from tests.postgres.server import Server

BAG = BagEncoder(dimension=64)
_OWL = "vectors SET {} WHERE id IN (SELECT vector FROM passages WHERE document = 3)"
_ZERO_WHOLE = "whole = array_fill(0, ARRAY[64])::halfvec"
_OTHER_SENTENCE = "rounded = set_byte(rounded, 0, (get_byte(rounded, 0) + 1) % 256)"
_SHORT, _NONE = "whole = '[1,0]'", "rounded = NULL"
_CUT = "rounded = substr(rounded, 1, 40)"

# What is done to the database, and whether all of it can be mended from what is there.
DAMAGES = {
    "text": ("UPDATE documents SET text = replace(text, '2714', '2715') WHERE id = 3", False),
    "title": ("UPDATE documents SET title = 'The bat' WHERE id = 3", False),
    "no date": ("UPDATE documents SET date = NULL WHERE id = 3", False),
    "blocks": ("UPDATE documents SET blocks = decode('00', 'hex') WHERE id = 3", False),
    "left out": ("UPDATE documents SET left_out = '[]' WHERE id = 3", False),
    "seal": ("UPDATE documents SET seal = ''::bytea WHERE id = 3", True),
    "hash": ("UPDATE documents SET hash = gen_random_uuid() WHERE id = 3", True),
    "start": ("UPDATE passages SET start = start + 4 WHERE document = 3", True),
    "sentences": ("UPDATE passages SET sentences = ''::bytea WHERE document = 3", True),
    "heading": ("UPDATE passages SET heading = 'Bats' WHERE document = 3", True),
    "lost passages": ("DELETE FROM passages WHERE document = 3", True),
    "whole": (f"UPDATE {_OWL.format(_ZERO_WHOLE)}", True),
    "whole of another length": (f"UPDATE {_OWL.format(_SHORT)}", True),
    "sentence": (f"UPDATE {_OWL.format(_OTHER_SENTENCE)}", True),
    "no sentences": (f"UPDATE {_OWL.format(_NONE)}", True),
    "a sentence cut short": (f"UPDATE {_OWL.format(_CUT)}", True),
    "lost vectors": ("DELETE FROM vectors", True),
    "terms": ("UPDATE passages SET terms = 'bats' WHERE document = 3", True),
    "length": ("UPDATE passages SET length = 1 WHERE document = 3", True),
    "counts of terms": ("UPDATE frequencies SET passages = passages + 1", True),
    "index of words": ("UPDATE postings SET counts = counts || counts", True),
    "lost words": ("DELETE FROM postings", True),
    "published": ("UPDATE generations SET published = false WHERE number = 2", True),
    "published, the live one": ("UPDATE generations SET published = false WHERE number = 3", True),
    "time": ("UPDATE generations SET created = 'yesterday' WHERE number = 3", True),
}


@pytest.fixture(scope="module")
def whole(postgres: Server) -> str:
    """A library of three generations, to be copied; of the cat there is an older text."""
    address = postgres.database()
    library = open_library(address)
    build(library, [animal("cat", "It is old."), animal("dog")], BAG, replace=True)
    build(library, [animal("owl")], BAG, replace=False)
    build(library, [LIVE["cat"]], BAG, replace=False)
    return address


@pytest.fixture
def database(postgres: Server, whole: str) -> Iterator[str]:
    """A copy of it."""
    address = postgres.database(like=whole)
    yield address
    postgres.drop(address)


@pytest.fixture
def library(database: str) -> Library:
    """The copy, to be damaged."""
    return open_library(database)


def _seen(library: Library) -> tuple[dict[str, Document], list[list[Passage]], list[float]]:
    """What who asks sees: documents, passages found, their scores."""
    with closing(library.open()) as view:
        hits = [Retriever(view, BAG).retrieve(question) for question in QUESTIONS]
        return (
            {document.doc_id: document for document in view.documents()},
            [[hit.passage for hit in some] for some in hits],
            [hit.score for some in hits for hit in some],
        )


def _wrong(library: Library) -> list[str]:
    return [one.text for one in examine(library, lambda: BAG) if not one.sound]


def _damage(database: str, statement: str) -> None:
    with psycopg.connect(database) as connection:
        connection.execute(f"SET search_path = {SCHEMA}, public".encode())
        connection.execute(statement.encode())


def _assert_only_true(library: Library) -> None:
    """Whatever is shown is what was put in, of the generation that is live."""
    documents, found, scores = _seen(library)
    passages = [one for document in LIVE.values() for one in split(document)]
    assert all(LIVE.get(name) == document for name, document in documents.items())
    assert all(one in passages for some in found for one in some)
    assert np.isfinite(scores).all()


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_never_shown_and_is_mended(kind: str, library: Library, database: str) -> None:
    """The owl is left out or right; `doctor` tells, and mends or says which source it needs."""
    statement, mended = DAMAGES[kind]
    before = _seen(library)
    _damage(database, statement)
    with contextlib.suppress(LibraryError):  # where nothing at all can be shown
        _assert_only_true(library)
    assert _wrong(library)
    done = list(repair(library, lambda: BAG))
    if not mended:
        assert [one.text for one in done if not one.sound] == [
            "owl is lost: `python -m index add` its source again"
        ]
        assert [text.partition(" ")[0] for text in _wrong(library)] == ["owl"]
        assert names(library) == ["cat", "dog"]
        assert build(library, [LIVE["owl"]], BAG, replace=False).unchanged == 1
    assert _wrong(library) == []
    after = _seen(library)
    assert (library.live().number, after[:2]) == (3, before[:2])
    np.testing.assert_allclose(after[2], before[2])


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM served WHERE document = 3",
        "UPDATE served SET until = 3 WHERE document = 3",
        "UPDATE generations SET documents = 2 WHERE number = 3",
    ],
)
def test_a_generation_that_is_not_what_it_was(
    statement: str, library: Library, database: str
) -> None:
    """It is not opened, since what it should have is not known; the last whole one takes over."""
    _damage(database, statement)
    with pytest.raises(LibraryError, match="doctor --repair"):
        library.open()
    assert _wrong(library)
    list(repair(library, lambda: BAG))
    assert _wrong(library) == []
    assert library.live().number in {1, 2}
    assert build(library, LIVE.values(), BAG, replace=False).generation.number == 4
    assert _seen(library)[0] == LIVE


@pytest.mark.parametrize("number", ["1", "9"])
def test_which_generation_is_live_is_not_guessed(
    number: str, library: Library, database: str
) -> None:
    """What was quoted yesterday is not what is live; who knows it can say so."""
    _damage(database, f"UPDATE library SET live = {number}")
    for look in (library.live, library.open):
        with pytest.raises(LibraryError, match=r"rollback NUMBER` \(there are 1, 2, 3\)"):
            look()
    assert library.rollback(3).number == 3
    assert _seen(library)[0] == LIVE


def test_what_was_met_is_named_and_logged_once(
    library: Library, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever watches the bot sees which source to add again."""
    _damage(database, "UPDATE documents SET text = 'No owl.' WHERE id = 3")
    with closing(library.open()) as view:
        assert view.damaged() == ()
        for _ in range(3):
            assert view.document("owl") is None
            assert len(view.evidence(view.rows().tolist())) == 2
        assert view.damaged() == ("owl",)
        assert view.newest_document() == LIVE["cat"]
    assert len([one for one in caplog.records if "owl is damaged" in one.message]) == 1


def test_damaged_vectors_are_nobodys_neighbours(library: Library, database: str) -> None:
    """A vector that was changed is not found by what it says now."""
    (question,) = BAG.encode_questions(["something else"])
    near = ",".join(map(str, question.tolist()))
    _damage(database, f"UPDATE {_OWL.format(f'whole = $$[{near}]$$')}")
    with closing(library.open()) as view:
        assert all(score < 0.9 for _, score in view.nearest(question, 9))
        assert view.damaged() == ("owl",)


def test_documents_come_back_when_their_source_is_added_again(
    library: Library, database: str
) -> None:
    """Without `doctor`: in the live generation, as in the older ones that have them."""
    _damage(database, "UPDATE documents SET title = 'Bats'")
    assert names(library) == []
    counts = build(library, LIVE.values(), BAG, replace=False)
    assert (counts.unchanged, counts.generation.number) == (3, 3)
    assert _seen(library)[0] == LIVE
    with closing(library.open(2)) as view:
        assert view.document("owl") == LIVE["owl"]
