"""What is stored comes back as it was put, by every way there is to it."""

from contextlib import closing
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from index.building import build, remove
from index.errors import LibraryError, LibraryNotFound
from index.store import Library, open_library, rounded
from index.store.rounding import restored
from index.text import (
    ENTRY,
    Block,
    Document,
    Kind,
    LeftOut,
    Missing,
    Passage,
    Span,
    passage_terms,
)
from tests.doubles import BagEncoder
from tests.index.store.animals import (
    ANIMALS,
    BAG,
    Animals,
    animal,
    fill,
    names,
    passage,
    vectors_of,
)


class Reads(Animals):
    """What is stored comes back as it was put, by every way there is to it."""

    def test_before_the_first_build(self, empty: Library) -> None:
        """Every reader says that there is none and how to make one."""
        for look in (empty.live, empty.generations, empty.open, empty.rollback, empty.prune):
            with pytest.raises(LibraryNotFound, match="python -m index build"):
                look()

    def test_an_address_opens_the_same_library(self, library: Library) -> None:
        """`address` is what `open_library` takes."""
        assert open_library(library.address).live() == library.live()

    def test_entries_of_feeds_are_known_again(self, empty: Library) -> None:
        """By what they say that they are; of the generation that is looked at, files not."""
        first = replace(animal("cat"), origin=f"{ENTRY}example.org#7")
        file = replace(animal("dog"), origin="folder/dog")
        build(empty, [first, file], BagEncoder(), replace=True)
        with closing(empty.open()) as view:
            assert view.entries() == {f"{ENTRY}example.org#7": "cat"}
            remove(empty, ["cat"])
            assert view.entries() == {f"{ENTRY}example.org#7": "cat"}
        with closing(empty.open()) as view:
            assert view.entries() == {}

    def test_documents_are_read_back_whole(self, empty: Library) -> None:
        """Every field, by name, by number, in order, by date, a page at a time."""
        text = "Une phrase.\n\nLa suite 🎻."
        dated = Document("b", "Bé", text, "https://example.org", "2024-05-01", "fr")
        newest = Document("c", "", "Newest of all.", None, "2025-01-31", None)
        build(empty, [newest, dated, animal("cat")], BagEncoder(), replace=True)
        with closing(empty.open()) as view:
            assert list(view.documents()) == [dated, newest, animal("cat")]
            assert view.documents_from(1, 1) == [newest]
            assert view.documents_from(2, 9) == [animal("cat")]
            assert view.documents_from(3, 9) == []
            assert view.newest_document() == newest
            assert view.document("b") == dated
            number = view.number_of(dated)
            assert number is not None
            assert view.numbered(number) == dated

    def test_blocks_and_what_was_left_out_come_back_as_put(self, empty: Library) -> None:
        """Every kind of either, in order, with all that it says; none where there were none."""
        text = "Head\n\nA line.\n\n- one\n- two"
        kinds = get_args(Kind)
        blocks = tuple(Block(Span(n, n + 3), kind, n % 7) for n, kind in enumerate(kinds))
        missing = tuple(
            LeftOut(kind, f"« {n} »", "no why"[: n % 7], n, tuple(range(n % 3)))
            for n, kind in enumerate(Missing)
            if kind is not Missing.SAID
        )
        missing = (*missing, LeftOut(Missing.SAID, "a picture « A »"))
        document = Document("x", "", text, blocks=blocks, left_out=missing)
        build(empty, [document, animal("cat")], BagEncoder(), replace=True)
        with closing(empty.open()) as view:
            assert view.document("x") == document
            assert view.passages("x")[0].document == document
            assert view.document("cat") == animal("cat")

    def test_numbers_names_every_document(self, library: Library) -> None:
        """As `number_of` gives them; a text that stays keeps its number."""
        with closing(library.open()) as view:
            before = view.numbers()
            assert sorted(before) == list(ANIMALS)
            assert before["cat"] == view.number_of(animal("cat"))
        build(library, [animal("cat", "It purrs.")], BagEncoder(), replace=False)
        with closing(library.open()) as view:
            after = view.numbers()
        assert {name for name in before if before[name] != after[name]} == {"cat"}

    def test_a_document_of_other_blocks_is_an_update(self, library: Library) -> None:
        """The text is the same, what it says of itself is not; its vectors are used again."""
        cat, encoder = animal("cat"), BagEncoder()
        marked = replace(cat, blocks=(Block(Span(0, len(cat.text)), "paragraph"),))
        for changed in (marked, replace(marked, left_out=(LeftOut(Missing.PICTURES),)), cat):
            counts = build(library, [changed], encoder, replace=False)
            assert (counts.updated, counts.unchanged, counts.encoded) == (1, 0, 0)
            assert build(library, [changed], encoder, replace=False).unchanged == 1
            with closing(library.open()) as view:
                assert view.document("cat") == changed

    def test_what_an_older_version_told_in_words_is_told_as_it_is_now(
        self, library: Library
    ) -> None:
        """The text is the same: that is no update, and nobody waits for it."""
        words = (LeftOut(Missing.SAID, "2 hidden rows of the sheet “A”"),)
        cat, encoder = replace(animal("cat"), left_out=words), BagEncoder()
        build(library, [cat], encoder, replace=False)
        before = library.live()
        with closing(library.open()) as view:
            rows = view.rows().tolist()
        cat = replace(
            cat, left_out=(LeftOut(Missing.HIDDEN_ROWS_OF_SHEET, "A", count=2),), origin="a/cat"
        )
        assert build(library, [cat], encoder, replace=False).unchanged == 1
        assert library.live() == before
        with closing(library.open()) as view:
            found = view.document("cat")
            assert found
            assert (found, found.origin) == (cat, "a/cat")
            assert view.rows().tolist() == rows
            assert [one.document for one in view.passages("cat")] == [cat]
            assert view.damaged() == ()

    def test_a_block_of_no_known_kind_is_refused(self, library: Library) -> None:
        """It could not be told what it is when it is read back."""
        poem = Block(Span(0, 4), "poem", 0)  # type: ignore[arg-type]
        wrong = Document("x", "", "Some text.", blocks=(poem,))
        with pytest.raises(LibraryError, match="block"):
            build(library, [wrong], BagEncoder(), replace=False)
        assert names(library) == list(ANIMALS)

    def test_unknown_ids(self, library: Library) -> None:
        """Never another one in its place."""
        with closing(library.open()) as view:
            assert view.document("fox") is None
            assert view.number_of(animal("fox")) is None
            assert view.numbered(999_999) is None
            assert view.passages("fox") == []
            for row in (999_999, -1, 0):
                with pytest.raises(KeyError):
                    view.evidence([int(view.rows()[0]), row])

    @pytest.mark.parametrize("sign", ["\0", "\udcff"])
    def test_what_no_database_can_hold_is_no_error(self, library: Library, sign: str) -> None:
        """NUL and halves of surrogate pairs become U+FFFD: put, and asked for."""
        put = Document(
            f"a{sign}b", f"T{sign}", f"It is{sign} here.", f"x:{sign}", sign, f"e{sign}",
            left_out=(LeftOut(Missing.DAMAGED, f"p{sign}", f"w{sign}"),), origin=f"{sign}/a",
        )  # fmt: skip
        build(library, [put], BagEncoder(), replace=False)
        with closing(library.open()) as view:
            found = view.document(f"a{sign}b")
            assert found
            assert (found.doc_id, found.title, found.text) == (
                "a\ufffdb", "T\ufffd", "It is\ufffd here.",
            )  # fmt: skip
            assert (found.url, found.date, found.language) == ("x:\ufffd", "\ufffd", "e\ufffd")
            assert found.left_out == (LeftOut(Missing.DAMAGED, "p\ufffd", "w\ufffd"),)
            assert found.origin == "\ufffd/a"
            assert [one.document for one in view.passages(f"a{sign}b")] == [found]
            assert view.document(sign) is None
            assert view.passages(sign) == []
        assert [one for _, one in library.history(f"a{sign}b")] == [None, found]
        assert {one for _, one in library.history(sign)} == {None}
        with pytest.raises(LibraryError, match="not in the library: "):
            remove(library, [sign])
        assert remove(library, [f"a{sign}b"]).removed == 1
        assert [one.text for one in library.check() if not one.sound] == []

    def test_passages_are_stored_as_they_were_put(self, empty: Library) -> None:
        """Spans, sentences and heading are those of the draft, not cut anew."""
        document = Document("x", "X", "Head\n\nOne two. Three four. Five.")
        own = [
            Passage(document, Span(0, 14), "Own", (Span(6, 9), Span(10, 14))),
            Passage(document, Span(15, 32), "", (Span(15, 32),)),
        ]
        with empty.draft(BAG) as draft:
            draft.put(document, own)
            fill(draft)
            draft.publish()
        with closing(empty.open()) as view:
            assert view.passages("x") == own
            assert [passage(view, row) for row in view.rows().tolist()] == own

    def test_evidence_is_what_was_stored(self, library: Library) -> None:
        """Vectors to 8 bits, or of whole passages to float16; terms of all its text."""
        with closing(library.open()) as view:
            rows = view.rows().tolist()
            found = view.evidence(rows)
            assert list(found) == rows
            for one in found.values():
                (expected,) = vectors_of([one.passage], BagEncoder())
                whole, sentences = one.vectors.whole, one.vectors.sentences
                (rough,) = restored(rounded(expected.whole[None]))
                kept = (rough, expected.whole.astype(np.float16))
                assert any(np.array_equal(whole, one) for one in kept)
                np.testing.assert_array_equal(sentences, restored(rounded(expected.sentences)))
                assert list(one.terms) == passage_terms(one.passage)

    def test_a_sound_library_has_nothing_to_complain_of(self, library: Library) -> None:
        """`check` says what it looked at; `size` grows with what is stored."""
        assert [one.text for one in library.check() if not one.sound] == []
        assert len(list(library.check())) >= 3
        before = library.size()
        build(library, [animal("fox", "x " * 200_000)], BagEncoder(), replace=False)
        assert library.size() > before > 0
