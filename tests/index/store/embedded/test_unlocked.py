"""Who may read a folder and not write it reads without locks: what is newer is not damage."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from index.building import build
from index.errors import LibraryError, Trouble
from index.store import View
from index.store.embedded import EmbeddedLibrary
from index.store.embedded.schema import DATABASE
from index.text import Document
from tests.doubles import BagEncoder
from tests.index.store.animals import ANIMALS, animal, best, names

NOBODY = 65534
BAG = BagEncoder()
READS: tuple[Callable[[View], object], ...] = (
    lambda view: view.evidence(view.rows().tolist()),
    lambda view: list(view.documents()),
    lambda view: view.document("cat"),
    lambda view: view.passages("cat"),
    lambda view: view.sharing(["sleep"], 5),
    lambda view: view.saying(["the", "cat"], 5),
    lambda view: view.rarity(["cat"]),
)


@pytest.fixture
def library() -> Iterator[EmbeddedLibrary]:
    """A library of five animals in a folder that everybody may read."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        library = EmbeddedLibrary(Path(name) / "library")
        build(library, map(animal, ANIMALS), BAG, replace=True)
        yield library


@contextmanager
def reading_only(library: EmbeddedLibrary) -> Iterator[None]:
    """As somebody who may not write the folder."""
    for place in (library.path, *library.path.rglob("*")):
        place.chmod(0o555 if place.is_dir() else 0o444)
    owner = os.geteuid()
    if owner == 0:  # who may write whatever the mode
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(owner)
        for place in (library.path, *library.path.rglob("*")):
            place.chmod(0o755 if place.is_dir() else 0o644)


def _rewritten(library: EmbeddedLibrary) -> None:
    """Three more generations, of which nothing is in the pages that were there before."""
    for number in range(1, 4):
        more = [Document(f"d{n}", "", f"Text {number} of {n}. " * 30) for n in range(99)]
        build(library, more, BAG, replace=True)


def test_it_is_read_without_locks(library: EmbeddedLibrary) -> None:
    """All of it, and nothing is made there."""
    before = sorted(library.path.rglob("*"))
    with reading_only(library), closing(library.open()) as view:
        assert best(view, "the hen sleeps") == "hen"
        assert names(library) == list(ANIMALS)
        assert view.damaged() == ()
        assert [one.text for one in library.check() if not one.sound] == []
    assert sorted(library.path.rglob("*")) == before


def test_what_is_changed_meanwhile_is_no_damage(
    library: EmbeddedLibrary, caplog: pytest.LogCaptureFixture
) -> None:
    """Who reads is told to open it again, which helps; and nothing is called damaged."""
    with reading_only(library):
        view = library.open()
    _rewritten(library)
    with reading_only(library):
        for read in READS:
            with pytest.raises(LibraryError, match="changed meanwhile: open it again") as told:
                read(view)
            assert told.value.trouble is Trouble.BUSY
        assert (view.damaged(), caplog.text) == ((), "")
        view.close()
        with closing(library.open(1)) as again:
            assert [one.doc_id for one in again.documents()] == list(ANIMALS)
        assert len(names(library)) == 99


def test_what_is_changed_while_it_is_read_is_no_damage(library: EmbeddedLibrary) -> None:
    """Between a question and its answer, too."""
    with reading_only(library):
        view = library.open()
        documents = view.documents()
        assert next(documents) == animal("cat")
    _rewritten(library)
    with reading_only(library), pytest.raises(LibraryError, match="open it again"):
        list(documents)
    assert view.damaged() == ()
    view.close()


def test_the_doctor_calls_nothing_damaged_that_is_newer(library: EmbeddedLibrary) -> None:
    """It says that something was changed while it looked, and goes on with what is there now."""
    with reading_only(library):
        found = library.check()
        assert next(found).text == "the database is whole"
    _rewritten(library)
    with reading_only(library):
        rest = list(found)
    assert [one.text for one in rest if not one.sound] == [
        f"the library in {library.path} was changed meanwhile: open it again"
    ]
    assert any(one.text.startswith("generation 4: 99 documents") for one in rest)


def test_real_damage_is_still_told(library: EmbeddedLibrary) -> None:
    """The file as it was opened is the one that is damaged."""
    path = library.path / DATABASE
    path.write_bytes(path.read_bytes().replace(b"The hen sleeps", b"The men sleeps"))
    with reading_only(library), closing(library.open()) as view:
        assert view.document("hen") is None
        assert view.damaged() == ("hen",)
