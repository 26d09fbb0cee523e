"""A library of which a bit has flipped: what is damaged is seen, and never shown."""

import contextlib
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest

from index.building import build
from index.doctor import examine, repair
from index.errors import LibraryError
from index.retriever import Retriever
from index.store import Generation, whole_evidence
from index.store.embedded import EmbeddedLibrary
from index.store.embedded.schema import DATABASE
from index.text import Block, Document, LeftOut, Missing, Passage, Span, split
from tests.doubles import BagEncoder
from tests.index.store.animals import names

BAG = BagEncoder(dimension=64)
QUESTIONS = ("who wakes the cat?", "does the owl sleep in 2714?", "is it old?")
FLIPS = 120


def animal(name: str, more: str = "") -> Document:
    """A document of which every field says something."""
    text = f"The {name} sleeps in 2714. Nobody wakes the {name}.\n\nIt is {name}-like. {more}"
    return Document(
        name,
        f"The {name}",
        text.strip(),
        f"https://example.org/{name}",
        "2025-10-02",
        "en",
        (Block(Span(0, 10), "paragraph", 0),),
        (LeftOut(Missing.HIDDEN_ROWS_OF_SHEET, "A", count=2),),
    )


LIVE = {d.doc_id: d for d in (animal("cat", "It is new."), animal("dog"), animal("owl"))}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three generations; of the cat there is an older text."""
    library = EmbeddedLibrary(tmp_path_factory.mktemp("whole") / "library")
    build(library, [animal("cat", "It is old."), animal("dog")], BAG, replace=True)
    build(library, [animal("owl")], BAG, replace=False)
    build(library, [LIVE["cat"]], BAG, replace=False)
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return library.path


@pytest.fixture
def library(whole: Path, tmp_path: Path) -> EmbeddedLibrary:
    """A copy to be damaged."""
    return EmbeddedLibrary(copytree(whole, tmp_path / "library"))


@dataclass(frozen=True)
class Seen:
    """What who asks sees of a library."""

    live: Generation
    documents: dict[str, Document]
    found: list[list[Passage]]
    scores: list[list[float]]


def _seen(library: EmbeddedLibrary) -> Seen:
    with closing(library.open()) as view:
        hits = [Retriever(view, BAG).retrieve(question) for question in QUESTIONS]
        return Seen(
            view.generation,
            {document.doc_id: document for document in view.documents()},
            [[hit.passage for hit in some] for some in hits],
            [[hit.score for hit in some] for some in hits],
        )


def _wrong(library: EmbeddedLibrary) -> list[str]:
    return [one.text for one in examine(library, lambda: BAG) if not one.sound]


def _assert_only_true(seen: Seen) -> None:
    """Whatever is shown is what was put in, of the generation that is live."""
    passages = [one for document in LIVE.values() for one in split(document)]
    assert all(LIVE.get(name) == document for name, document in seen.documents.items())
    assert all(one in passages for some in seen.found for one in some)
    assert all(np.isfinite(score) for some in seen.scores for score in some)


def _flip(path: Path, place: int, bit: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= bit
    path.write_bytes(bytes(content))


def _places() -> Iterator[tuple[float, int]]:
    """Shares of the file's length, and a bit."""
    chosen = random.Random(13)
    for _ in range(FLIPS):
        yield chosen.random(), 1 << chosen.randrange(8)


def test_a_flipped_bit_is_seen_or_changes_nothing(whole: Path, tmp_path: Path) -> None:
    """Anywhere in the file: nothing false is shown, and `doctor` says so if anything is lost."""
    before = _seen(EmbeddedLibrary(whole))
    content = (whole / DATABASE).read_bytes()
    written = [place for place, byte in enumerate(content) if byte]
    library = EmbeddedLibrary(copytree(whole, tmp_path / "library"))
    lost = 0
    for share, bit in _places():
        place = written[int(share * len(written))]
        (library.path / DATABASE).write_bytes(content)
        _flip(library.path / DATABASE, place, bit)
        try:
            after = _seen(library)
            _assert_only_true(after)
        except LibraryError:
            after = None
        if after != before:
            lost += 1
            assert _wrong(library), f"place {place}, bit {bit}"
    assert lost > FLIPS // 4


# What is done to the database, and whether all of it can be mended from what is there.
DAMAGES = {
    "text": ("UPDATE documents SET text = replace(text, 2714, 2715) WHERE id = 3", False),
    "title": ("UPDATE documents SET title = 'The bat' WHERE id = 3", False),
    "date": ("UPDATE documents SET date = '2025-10-03' WHERE id = 3", False),
    "no date": ("UPDATE documents SET date = NULL WHERE id = 3", False),
    "url": ("UPDATE documents SET url = 'https://example.com' WHERE id = 3", False),
    "blocks": ("UPDATE documents SET blocks = zeroblob(16) WHERE id = 3", False),
    "left out": ("UPDATE documents SET left_out = '[]' WHERE id = 3", False),
    "no text any more": ("UPDATE documents SET text = CAST(x'c328' AS TEXT) WHERE id = 3", False),
    "another type": ("UPDATE documents SET title = CAST(title AS BLOB) WHERE id = 3", False),
    "seal": ("UPDATE documents SET seal = zeroblob(8) WHERE id = 3", True),
    "hash": ("UPDATE documents SET hash = zeroblob(16) WHERE id = 3", True),
    "start": ("UPDATE passages SET start = start + 4 WHERE document = 3", True),
    "sentences": ("UPDATE passages SET sentences = zeroblob(8) WHERE document = 3", True),
    "heading": ("UPDATE passages SET heading = 'Bats' WHERE document = 3", True),
    "vector of another": ("UPDATE passages SET vector = 1 WHERE document = 3", True),
    "lost passages": ("DELETE FROM passages WHERE document = 3", True),
    "whole": ("UPDATE vectors SET whole = zeroblob(128) WHERE id = 3", True),
    "whole is no number": ("UPDATE vectors SET whole = x'007e' || substr(whole, 3)", True),
    "sentence": ("UPDATE sentence_vectors SET packed = zeroblob(length(packed))", True),
    "lost vectors": ("DELETE FROM vectors WHERE id = 3", True),
    "lost sentences": ("DELETE FROM sentence_vectors WHERE id = 3", True),
    "terms": ("UPDATE passages SET words = x'00' WHERE row = 3", True),
    "counts of terms": ("UPDATE lexical_terms SET passages = passages + 1", True),
    "type of counts": ("UPDATE lexical_terms SET passages = 'many'", True),
    "index of words": ("UPDATE lexical_data SET block = zeroblob(9) WHERE id > 10", True),
    "published": ("UPDATE generations SET published = 0 WHERE number = 2", True),
    "published, the live one": ("UPDATE generations SET published = 0 WHERE number = 3", True),
}


def _damage(library: EmbeddedLibrary, statement: str) -> None:
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_never_shown_and_is_mended(kind: str, library: EmbeddedLibrary) -> None:
    """The owl is left out or right; `doctor` tells, and mends or says which source it needs."""
    statement, mended = DAMAGES[kind]
    before = _seen(library)
    _damage(library, statement)
    with contextlib.suppress(LibraryError):  # where nothing at all can be shown
        _assert_only_true(_seen(library))
    assert _wrong(library)
    done = list(repair(library, lambda: BAG))
    if not mended:
        assert [one.text for one in done if not one.sound] == [
            "owl is lost: `python -m index add` its source again"
        ]
        assert [text.partition(" ")[0] for text in _wrong(library)] == ["owl"]
        assert sorted(_seen(library).documents) == ["cat", "dog"]
        assert build(library, [LIVE["owl"]], BAG, replace=False).unchanged == 1
    assert _wrong(library) == []
    after = _seen(library)
    assert (after.live, after.documents, after.found) == (
        before.live,
        before.documents,
        before.found,
    )
    np.testing.assert_allclose(np.concatenate(after.scores), np.concatenate(before.scores))


def test_another_text_of_the_document_comes_from_an_older_generation(
    library: EmbeddedLibrary,
) -> None:
    """It is said from which, and is quoted from then on."""
    _damage(library, "UPDATE documents SET text = 'The cat is a bat.' WHERE text LIKE '%new%'")
    assert names(library) == ["dog", "owl"]
    (told,) = (one for one in repair(library, lambda: BAG) if "cat" in one.text)
    assert told.text.startswith("cat: taken from generation 2 of 20")
    with closing(library.open()) as view:
        assert view.document("cat") == animal("cat", "It is old.")
        assert view.generation.number == 4
    assert all("prune" in text for text in _wrong(library))
    library.prune(keep=0)
    assert _wrong(library) == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM served WHERE document = 3",
        "UPDATE served SET until = 3 WHERE document = 3",
        "UPDATE generations SET documents = 2 WHERE number = 3",
    ],
)
def test_a_generation_that_is_not_what_it_was(statement: str, library: EmbeddedLibrary) -> None:
    """It is not opened, since what it should have is not known; the last whole one takes over."""
    _damage(library, statement)
    with pytest.raises(LibraryError, match="doctor --repair"):
        library.open()
    assert _wrong(library)
    list(repair(library, lambda: BAG))
    assert _wrong(library) == []
    assert library.live().number in {1, 2}
    assert build(library, LIVE.values(), BAG, replace=False).generation.number == 4
    assert _seen(library).documents == LIVE


def test_a_generation_whose_time_is_damaged_answers(library: EmbeddedLibrary) -> None:
    """Nothing quoted depends on it; it is told, and once."""
    _damage(library, "UPDATE generations SET created = 'yesterday' WHERE number = 3")
    assert _seen(library).documents == LIVE
    assert _wrong(library) == [
        "generation 3: when it was made is damaged: `python -m index doctor --repair`"
    ]
    (told,) = repair(library, lambda: BAG)
    assert told.text == "generation 3: when it was made may be told wrong"
    assert (_wrong(library), library.live().number) == ([], 3)


@pytest.mark.parametrize("number", ["1", "9", "NULL"])
def test_which_generation_is_live_is_not_guessed(number: str, library: EmbeddedLibrary) -> None:
    """What was quoted yesterday is not what is live; who knows it can say so."""
    _damage(library, f"UPDATE library SET live = {number}")
    for look in (library.live, library.open):
        with pytest.raises(LibraryError, match=r"rollback NUMBER` \(there are 1, 2, 3\)"):
            look()
    assert library.rollback(3).number == 3
    assert _seen(library).documents == LIVE
    _damage(library, f"UPDATE library SET live = {number}")
    list(repair(library, lambda: BAG))
    assert (library.live().number, _wrong(library)) == (3, [])


def test_what_was_met_is_named_and_logged_once(
    library: EmbeddedLibrary, caplog: pytest.LogCaptureFixture
) -> None:
    """By its name as the index has it, also where the name is what is damaged."""
    _damage(library, "UPDATE documents SET text = 'No owl.' WHERE id = 3")
    with closing(library.open()) as view:
        assert view.damaged() == ()
        for _ in range(3):
            assert view.document("owl") is None
            assert len(view.evidence(view.rows().tolist())) == 2
        assert view.damaged() == ("owl",)
        assert view.newest_document() == LIVE["cat"]
    assert len([one for one in caplog.records if "owl is damaged" in one.message]) == 1
    content = (library.path / DATABASE).read_bytes()
    place = content.index(b"owlThe owl")
    _flip(library.path / DATABASE, place, 1)
    with closing(library.open()) as view:
        assert list(view.documents()) == [LIVE["cat"], LIVE["dog"]]
        assert view.damaged() == ("owl",)


def test_a_damaged_index_of_words_leaves_meaning(
    library: EmbeddedLibrary, caplog: pytest.LogCaptureFixture
) -> None:
    """Questions are answered, and it is said that exact words are not looked for."""
    _damage(library, "UPDATE lexical_data SET block = x'ffffffffffffffff' WHERE id > 10")
    with closing(library.open()) as view:
        assert view.sharing(["owl"], 5) == []
        (first, *_) = Retriever(view, BAG).retrieve("does the owl sleep?")
        assert first.passage.document == LIVE["owl"]
        assert view.damaged() == ("the index of words",)
        with pytest.raises(LibraryError, match=r"where words stand: .*repair"):
            view.saying(["the", "owl"], 5)
    assert "the index of words is damaged" in caplog.text


def test_nothing_is_concluded_from_what_cannot_be_read(library: EmbeddedLibrary) -> None:
    """Of some that are damaged the others are told; where it is all of them, that is an error."""
    _damage(library, "UPDATE documents SET title = 'Bats' WHERE id != 2")
    with closing(library.open()) as view:
        rows = view.rows().tolist()
        found = whole_evidence(view, rows)
        assert {one.passage.document for one in found.values()} == {LIVE["dog"]}
        assert whole_evidence(view, []) == {}
        with pytest.raises(LibraryError, match="nothing of what was looked up can be read"):
            whole_evidence(view, [row for row in rows if row not in found])


def test_documents_come_back_when_their_source_is_added_again(library: EmbeddedLibrary) -> None:
    """Without `doctor`: in the live generation, as in the older ones that have them."""
    _damage(library, "UPDATE documents SET title = 'Bats'")
    assert names(library) == []
    counts = build(library, LIVE.values(), BAG, replace=False)
    assert (counts.unchanged, counts.generation.number) == (3, 3)
    assert _seen(library).documents == LIVE
    with closing(library.open(2)) as view:
        assert view.document("owl") == LIVE["owl"]


def test_a_library_with_damage_can_be_added_to(library: EmbeddedLibrary) -> None:
    """What is damaged stays out of the way, and out of what is encoded."""
    _damage(library, "UPDATE documents SET text = 'No owl.' WHERE id = 3")
    _damage(library, "UPDATE vectors SET whole = NULL WHERE id = 3")
    counts = build(library, [animal("pig")], BAG, replace=False)
    assert (counts.added, counts.encoded) == (1, 1)
    assert names(library) == ["cat", "dog", "pig"]


def test_vectors_that_were_mended_are_found(library: EmbeddedLibrary) -> None:
    """Also from a snapshot that was made without them."""
    _damage(library, "UPDATE vectors SET whole = zeroblob(128) WHERE id = 3")
    for path in (library.path / "snapshots").iterdir():
        path.unlink()
    with closing(library.open()) as view:
        (question,) = BAG.encode_questions(["the owl sleeps"])
        assert all(score < 0.9 for _, score in view.nearest(question, 9))
    list(repair(library, lambda: BAG))
    with closing(library.open()) as view:
        ((row, _),) = view.nearest(question, 1)
        assert view.evidence([row])[row].passage.document == LIVE["owl"]


def test_a_damaged_schema_is_told(library: EmbeddedLibrary) -> None:
    """Whatever SQLite says of it, also where that is no text."""
    content = (library.path / DATABASE).read_bytes()
    for good, bad in ((b"TABLE documents", b"T\xc1BLE documents"), (b" url TEXT", b" xrl TEXT")):
        (library.path / DATABASE).write_bytes(content.replace(good, bad))
        with pytest.raises(LibraryError, match="damaged"):
            names(library)
        assert _wrong(library)


def test_what_points_nowhere_is_told_by_who_repairs(library: EmbeddedLibrary) -> None:
    """As by the doctor: what it calls damaged is mended, or said to be beyond mending."""
    _damage(library, "UPDATE passages SET document = 999 WHERE row = 3")
    assert any("1 loose" in finding for finding in _wrong(library))
    done = list(repair(library, lambda: BAG))
    assert not _wrong(library) or any(not one.sound for one in done)


def test_nothing_waits_in_the_log(library: EmbeddedLibrary) -> None:
    """Also while others read: of a damaged log SQLite drops the changes, and tells nobody."""
    log = library.path / f"{DATABASE}-wal"
    with closing(library.open()):
        build(library, [animal("pig")], BAG, replace=False)
        assert log.stat().st_size == 0
        library.rollback(1)
        assert log.stat().st_size == 0
