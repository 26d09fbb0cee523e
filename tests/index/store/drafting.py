"""What is in the making: seen by who makes it, published whole or not at all."""

from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from index.building import build
from index.encoding import PassageVectors
from index.errors import EncoderError, LibraryError
from index.store import EncoderId, Library
from index.text import ENTRY, split
from tests.doubles import BagEncoder
from tests.index.store.animals import ANIMALS, BAG, Animals, animal, best, fill, names, vectors_of


class Drafts(Animals):
    """What is in the making: seen by who makes it, published whole or not at all."""

    def test_a_draft_shows_only_when_it_is_published(self, library: Library) -> None:
        """All of it or nothing: dropped, it leaves no trace but vectors for the next."""
        with library.draft(BAG) as draft:
            draft.keep()
            draft.put(animal("fox"), split(animal("fox")))
            fill(draft)
            assert names(library) == list(ANIMALS)
        assert (names(library), library.live().number) == (list(ANIMALS), 1)
        with library.draft(BAG) as draft:
            draft.put(animal("fox"), split(animal("fox")))
            assert draft.missing() == []  # the vectors of the draft that was dropped
            assert draft.publish().documents == 1
        assert names(library) == ["fox"]

    def test_what_was_moved_is_known_by_its_new_place(self, empty: Library) -> None:
        """Though it says the same: what it says next takes its place, and nothing is damaged."""
        cat, dog = animal("cat"), replace(animal("dog"), origin=f"{ENTRY}old")
        build(empty, [replace(cat, origin="drafts/cat"), dog], BagEncoder(), replace=True)
        with closing(empty.open()) as view:
            rows = view.rows().tolist()
        moved = [replace(cat, origin="final/cat"), replace(dog, origin=f"{ENTRY}new")]
        found = build(empty, moved, BagEncoder(), replace=True)
        assert (found.unchanged, found.generation.number) == (2, 1)
        with closing(empty.open()) as view:
            assert [one.origin for one in view.documents()] == ["final/cat", f"{ENTRY}new"]
            assert view.entries() == {f"{ENTRY}new": "dog"}
            assert view.rows().tolist() == rows
        edited = replace(animal("cat", "It purrs."), origin="final/cat")
        assert build(empty, [edited], BagEncoder(), replace=False).updated == 1
        assert names(empty) == ["cat", "dog"]
        assert [one.text for one in empty.check() if not one.sound] == []

    def test_a_drafts_view_is_what_will_be(self, library: Library) -> None:
        """The gate sees the next generation while the live one goes on answering."""
        with library.draft(BAG) as draft:
            draft.put(animal("fox"), split(animal("fox")))
            fill(draft)
            with closing(draft.view()) as view:
                assert best(view, "fox") == "fox"
                assert [one.doc_id for one in view.documents()] == ["fox"]
            assert names(library) == list(ANIMALS)
            assert draft.publish() == library.live()
        assert names(library) == ["fox"]

    def test_changes_are_counted_against_what_is_live(self, library: Library) -> None:
        """Put, kept and removed, whichever came first; the first of two of one name counts."""
        with library.draft(BAG) as draft:
            draft.put(animal("cat", "It is new."), split(animal("cat", "It is new.")))
            draft.keep()
            draft.put(animal("fox"), split(animal("fox")))
            draft.put(animal("fox", "Other."), split(animal("fox", "Other.")))
            draft.put(animal("dog"), split(animal("dog")))
            assert draft.remove(["pig", "owl"]) == ["owl"]
            found = draft.changes()
            assert (found.taken, found.added, found.updated, found.removed) == (3, 1, 1, 1)
            assert found.duplicates == ("fox",)
            fill(draft)
            draft.publish()
        assert names(library) == ["cat", "cow", "dog", "fox", "hen"]
        with closing(library.open()) as view:
            assert view.document("cat") == animal("cat", "It is new.")
            assert view.document("fox") == animal("fox")

    def test_what_is_in_the_making_is_opened_by_who_makes_it_only(self, library: Library) -> None:
        """Its number is nobody else's, and nothing is put into it after it has been looked at."""
        with library.draft(BAG) as draft:
            draft.put(animal("fox"), split(animal("fox")))
            fill(draft)
            with closing(draft.view()) as view:
                with pytest.raises(LibraryError, match="no generation"):
                    library.open(view.generation.number)
                assert len(library.generations()) == 1
            with pytest.raises(LibraryError, match="nothing more"):
                draft.put(animal("owl"), split(animal("owl")))
            draft.publish()
        assert names(library) == ["fox"]

    def test_without_vectors_nothing_is_published(self, library: Library) -> None:
        """A passage that cannot be found by meaning never goes live."""
        with library.draft(BAG) as draft:
            draft.put(animal("fox"), split(animal("fox")))
            for use in (draft.view, draft.publish):
                with pytest.raises(LibraryError, match="no vectors"):
                    use()
        assert names(library) == list(ANIMALS)

    @pytest.mark.parametrize("wrong", ["long", "short", "dimension", "nan", "sentences"])
    def test_unsound_vectors_are_refused(self, wrong: str, library: Library) -> None:
        """One unit vector of the right length for each text, or none is stored."""
        fox = animal("fox")
        (good,) = vectors_of(split(fox), BagEncoder())
        bad = {
            "long": PassageVectors(good.whole * 2, good.sentences),
            "short": PassageVectors(good.whole, good.sentences * 0),
            "dimension": PassageVectors(good.whole[:9], good.sentences[:, :9]),
            "nan": PassageVectors(good.whole * np.float32("nan"), good.sentences),
            "sentences": PassageVectors(good.whole, good.sentences[:1]),
        }[wrong]
        with library.draft(BAG) as draft:
            draft.put(fox, split(fox))
            rows = draft.missing()
            with pytest.raises(EncoderError, match="unit vectors for fox"):
                draft.fill({rows[0]: bad})
            assert draft.missing() == rows

    def test_another_encoders_vectors_are_not_mixed_in(self, library: Library) -> None:
        """Whole libraries may change their encoder; parts of them may not."""
        with library.draft(EncoderId("bag", "2", 256)) as draft:
            with pytest.raises(EncoderError, match="ENCODER=bag"):
                draft.keep()
            draft.put(animal("cat"), split(animal("cat")))
            assert len(draft.missing()) == 1  # those of revision 1 are another encoder's
            fill(draft)
            assert draft.publish().revision == "2"
        with pytest.raises(EncoderError, match="bag"):
            library.live().require(BAG)
