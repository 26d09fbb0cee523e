"""Generations stay as they are, come back, and go when nobody needs them."""

from contextlib import closing
from itertools import pairwise

import pytest

from index.building import build, remove
from index.errors import LibraryError, Trouble
from index.store import Library
from tests.doubles import BagEncoder
from tests.index.store.animals import ANIMALS, Animals, animal, best, names


class Generations(Animals):
    """Generations stay as they are, come back, and go when nobody needs them."""

    def test_a_document_has_a_history(self, library: Library) -> None:
        """Its text in every generation that is kept, none where it was not there."""
        purring = animal("cat", "It purrs.")
        build(library, [purring], BagEncoder(), replace=False)
        remove(library, ["cat"])
        build(library, [animal("cat")], BagEncoder(), replace=False)
        found = library.history("cat")
        assert [one for one, _ in found] == library.generations()
        assert [text for _, text in found] == [animal("cat"), purring, None, animal("cat")]
        assert [text for _, text in library.history("no such")] == [None] * 4
        library.rollback(2)
        build(library, [animal("ant")], BagEncoder(), replace=False)
        assert library.history("cat")[-1][1] == purring
        library.prune(keep=1)
        assert [one.number for one, _ in library.history("cat")] == [2, 5]

    def test_names_are_of_all_that_is_kept(self, library: Library) -> None:
        """Also of what is removed, until the last generation that has it is pruned."""
        remove(library, ["cow", "pig"])
        assert library.names() == list(ANIMALS)
        library.prune(keep=0)
        assert library.names() == ["cat", "dog", "hen"]

    def test_a_view_is_not_moved_by_what_is_built_later(self, library: Library) -> None:
        """It goes on with its documents, words and vectors until it is closed."""
        view = library.open()
        before = view.evidence(view.rows().tolist())
        build(library, [animal("fox")], BagEncoder(), replace=True)
        assert [document.doc_id for document in view.documents()] == list(ANIMALS)
        assert view.document("fox") is None
        assert view.sharing(["fox"], 5) == []
        assert best(view, "the fox sleeps") in ANIMALS
        assert list(view.evidence(view.rows().tolist())) == list(before)
        view.close()
        assert best(library.open(), "the cat sleeps") == "fox"

    def test_old_generations_can_be_opened(self, library: Library) -> None:
        """By number; one that never was is told."""
        build(library, [animal("fox")], BagEncoder(), replace=True)
        with closing(library.open(1)) as view:
            assert view.generation.number == 1
            assert best(view, "hen") == "hen"
        with pytest.raises(LibraryError, match="no generation 7"):
            library.open(7)

    def test_rollback_and_forth(self, library: Library) -> None:
        """Any generation answers again at once, and what is built after builds on it."""
        build(library, [animal("fox")], BagEncoder(), replace=False)
        remove(library, ["cat", "cow"])
        assert names(library) == ["dog", "fox", "hen", "pig"]
        assert library.rollback().number == 2
        assert names(library) == [*ANIMALS[:3], "fox", *ANIMALS[3:]]
        assert library.rollback(1).number == 1
        assert names(library) == list(ANIMALS)
        assert build(library, [animal("owl")], BagEncoder(), replace=False).encoded == 1
        assert names(library) == [*ANIMALS[:4], "owl", "pig"]
        assert best(library.open(), "the fox sleeps") != "fox"
        assert library.rollback(3).number == 3
        assert names(library) == ["dog", "fox", "hen", "pig"]
        assert best(library.open(), "the fox sleeps") == "fox"
        with pytest.raises(LibraryError, match="there are 1, 2, 3, 4") as told:
            library.rollback(7)
        assert told.value.trouble is Trouble.GONE
        library.rollback(1)
        with pytest.raises(LibraryError, match="no older generation") as told:
            library.rollback()
        assert told.value.trouble is Trouble.GONE

    def test_going_back_is_to_what_the_live_one_was_made_from(self, library: Library) -> None:
        """Not to what was thrown away between them; step by step, to the first."""
        assert library.before() is None
        build(library, [animal("bad")], BagEncoder(), replace=False)
        assert library.before() == library.generations()[0]
        assert library.rollback().number == 1
        assert library.before() is None
        build(library, [animal("fox")], BagEncoder(), replace=False)
        build(library, [animal("owl")], BagEncoder(), replace=False)
        assert library.rollback().number == 3
        assert library.before() == library.generations()[0]
        assert library.rollback().number == 1
        assert names(library) == list(ANIMALS)
        assert library.rollback(4).number == 4
        assert library.before() == library.generations()[2]

    def test_prune_leaves_what_the_live_one_was_made_from(self, library: Library) -> None:
        """To the last; once it is gone, what was thrown away does not take its place."""
        for name in ("bad", "worse"):
            build(library, [animal(name)], BagEncoder(), replace=False)
            library.rollback(1)
        build(library, [animal("fox")], BagEncoder(), replace=False)
        assert library.prune(keep=1) == [2, 3]
        assert library.before() == library.generations()[0]
        library.rollback()
        build(library, [animal("worst")], BagEncoder(), replace=False)
        with closing(library.open(4)):
            library.rollback(4)
            remove(library, ["fox"])
            assert library.prune(keep=0) == [1, 5]
        assert library.prune(keep=0) == [4]
        assert library.before() is None
        with pytest.raises(LibraryError, match="no older generation"):
            library.rollback()

    def test_what_was_thrown_away_is_gone_back_to_by_its_number(self, library: Library) -> None:
        """Only so, where nothing else is left."""
        view = library.open(1)
        build(library, [animal("bad")], BagEncoder(), replace=False)
        library.rollback(1)
        build(library, [animal("fox")], BagEncoder(), replace=False)
        held = library.open(2)
        view.close()
        assert library.prune(keep=0) == [1]
        assert library.before() is None
        assert library.rollback(2).number == 2
        held.close()

    def test_prune_keeps_what_is_needed(self, library: Library) -> None:
        """Old generations go; the live one stays, whichever it is."""
        for name in ("ant", "bee", "elk"):
            build(library, [animal(name)], BagEncoder(), replace=True)
        assert library.prune(keep=2) == [1]
        assert [one.number for one in library.generations()] == [2, 3, 4]
        library.rollback(2)
        assert library.prune(keep=0) == [3, 4]
        assert (names(library), best(library.open(), "bee")) == (["ant"], "ant")
        assert build(library, [animal("bee")], BagEncoder(), replace=False).generation.number == 5

    def test_prune_leaves_what_somebody_reads(self, library: Library) -> None:
        """A reader's generation stays as long as it is open, or not yet dropped."""
        view = library.open()
        build(library, [animal("fox")], BagEncoder(), replace=True)
        assert library.prune(keep=0) == []
        assert best(view, "the hen sleeps") == "hen"
        view.close()
        assert library.prune(keep=0) == [1]
        view = library.open()
        build(library, [animal("owl")], BagEncoder(), replace=True)
        assert library.prune(keep=0) == []
        assert len(list(view.documents())) == 1
        assert best(view, "the fox sleeps") == "fox"
        del view
        assert library.prune(keep=0) == [2]

    def test_rows_are_never_used_again(self, library: Library) -> None:
        """A row that somebody has noted is that passage or none, whatever was pruned and added."""
        with closing(library.open()) as view:
            old = set(view.rows().tolist())
        build(library, [animal("fox")], BagEncoder(), replace=True)
        remove(library, ["fox"])
        assert library.prune(keep=0) == [1, 2]
        build(library, map(animal, ANIMALS), BagEncoder(), replace=True)
        with closing(library.open()) as view:
            assert not old & set(view.rows().tolist())
            assert all(a < b for a, b in pairwise(view.rows().tolist()))
        assert names(library) == list(ANIMALS)

    def test_a_document_that_stays_keeps_its_number(self, library: Library) -> None:
        """A button goes on working as long as its text is there; a changed text is another one."""
        with closing(library.open()) as view:
            cat, dog = (view.number_of(animal(name)) for name in ("cat", "dog"))
        build(library, [animal("cat", "It is new.")], BagEncoder(), replace=False)
        with closing(library.open()) as view:
            assert cat is not None
            assert dog is not None
            assert view.numbered(dog) == animal("dog")
            assert view.numbered(cat) is None
            assert view.number_of(animal("cat")) not in (None, cat)
