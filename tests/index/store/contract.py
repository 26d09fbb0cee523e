"""What `index.store.interface` promises, tried on a backend.

A backend's tests subclass `LibraryContract` and give the fixture `fresh`.
"""

import math
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, ExitStack, closing
from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args

import numpy as np
import pytest
from numpy.typing import NDArray

from index.building import build, remove
from index.encoding import PassageVectors
from index.errors import EncoderError, LibraryBusy, LibraryError, LibraryNotFound, Trouble
from index.store import Draft, EncoderId, Library, View, open_library
from index.text import Block, Document, Kind, Passage, Span, search_text, split, terms_of
from tests.doubles import BagEncoder

ANIMALS = ("cat", "cow", "dog", "hen", "pig")
BAG = EncoderId("bag", "1", 256)
Fresh = Callable[[], AbstractContextManager[str]]
"""Gives the address where a new library can be built, and clears it away afterwards."""


def animal(name: str, more: str = "") -> Document:
    """A document of two sentences about an animal."""
    text = f"The {name} sleeps. Nobody wakes the {name}. {more}".strip()
    return Document(name, name.title(), text)


def names(library: Library) -> list[str]:
    """The live documents."""
    with closing(library.open()) as view:
        return [document.doc_id for document in view.documents()]


def passage(view: View, row: int) -> Passage:
    """The passage of a row."""
    return view.evidence([row])[row].passage


def best(view: View, words: str) -> str:
    """The document of the passage that shares most words."""
    encoder = BagEncoder(dimension=view.generation.dimension)
    ((row, _),) = view.nearest(encoder.encode_questions([words])[0], 1)
    return passage(view, row).document.doc_id


def vectors_of(texts: Iterable[Passage], encoder: BagEncoder) -> list[PassageVectors]:
    """What an encoder gives for passages."""
    return [
        PassageVectors(
            encoder.encode_questions([one.text])[0],
            encoder.encode_questions([s.of(one.document.text) for s in one.sentences]),
        )
        for one in texts
    ]


def fill(draft: Draft) -> None:
    """Give the draft the vectors it lacks."""
    rows = draft.missing()
    found = vectors_of(list(draft.passages(rows).values()), BagEncoder())
    draft.fill(dict(zip(rows, found, strict=True)))


class LibraryContract:
    """Tests of one backend; `fresh` is a fixture of the subclass."""

    @pytest.fixture
    def library(self, fresh: Fresh) -> Any:
        """A library of five animals, in its first generation."""
        with fresh() as address:
            library = open_library(address)
            build(library, map(animal, ANIMALS), BagEncoder(), replace=True)
            yield library

    @pytest.fixture
    def empty(self, fresh: Fresh) -> Any:
        """A library that has not been built."""
        with fresh() as address:
            yield open_library(address)

    def test_before_the_first_build(self, empty: Library) -> None:
        """Every reader says that there is none and how to make one."""
        for look in (empty.live, empty.generations, empty.open, empty.rollback, empty.prune):
            with pytest.raises(LibraryNotFound, match="python -m index build"):
                look()

    def test_an_address_opens_the_same_library(self, library: Library) -> None:
        """`address` is what `open_library` takes."""
        assert open_library(library.address).live() == library.live()

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
        """Every kind, in order, with its level; none where there were none."""
        text = "Head\n\nA line.\n\n- one\n- two"
        kinds = get_args(Kind)
        blocks = tuple(Block(Span(n, n + 3), kind, n % 7) for n, kind in enumerate(kinds))
        document = Document("x", "", text, blocks=blocks, left_out=("a picture « A »", "page 3"))
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
        assert [one.number for one, _ in library.history("cat")] == [4, 5]

    def test_names_are_of_all_that_is_kept(self, library: Library) -> None:
        """Also of what is removed, until the last generation that has it is pruned."""
        remove(library, ["cow", "pig"])
        assert library.names() == list(ANIMALS)
        library.prune(keep=0)
        assert library.names() == ["cat", "dog", "hen"]

    def test_a_document_of_other_blocks_is_an_update(self, library: Library) -> None:
        """The text is the same, what it says of itself is not; its vectors are used again."""
        cat, encoder = animal("cat"), BagEncoder()
        marked = replace(cat, blocks=(Block(Span(0, len(cat.text)), "paragraph"),))
        for changed in (marked, replace(marked, left_out=("a picture",)), cat):
            counts = build(library, [changed], encoder, replace=False)
            assert (counts.updated, counts.unchanged, counts.encoded) == (1, 0, 0)
            assert build(library, [changed], encoder, replace=False).unchanged == 1
            with closing(library.open()) as view:
                assert view.document("cat") == changed

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
        """Vectors to the precision of float16, of sentences of 8 bits; terms of all its text."""
        with closing(library.open()) as view:
            rows = view.rows().tolist()
            found = view.evidence(rows)
            assert list(found) == rows
            for one in found.values():
                (expected,) = vectors_of([one.passage], BagEncoder())
                np.testing.assert_allclose(one.vectors.whole, expected.whole, atol=1e-3)
                np.testing.assert_allclose(one.vectors.sentences, expected.sentences, atol=4e-3)
                assert list(one.terms) == terms_of(search_text(one.passage))

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

    def test_nearest_is_exact(self, empty: Library) -> None:
        """The k best cosines of all, best first, ties by row: as brute force finds them."""
        random = np.random.default_rng(7)

        def unit(*shape: int) -> NDArray[np.float32]:
            rows = random.normal(size=shape).astype(np.float32)
            return np.asarray(rows / np.linalg.norm(rows, axis=-1, keepdims=True), np.float32)

        documents = [Document(f"{n:03}", "", f"Text number {n}.") for n in range(300)]
        with empty.draft(EncoderId("random", "1", 16)) as draft:
            for document in documents:
                draft.put(document, split(document))
            rows = draft.missing()
            wholes = unit(300, 16)
            wholes[100] = wholes[200] = wholes[7]
            draft.fill({row: PassageVectors(wholes[n], unit(1, 16)) for n, row in enumerate(rows)})
            draft.publish()
        with closing(empty.open()) as view:
            stored = wholes.astype(np.float16).astype(np.float32)
            for question in [*unit(20, 16), wholes[7]]:
                cosines = stored @ question
                order = sorted(range(300), key=lambda n: (-cosines[n], n))[:10]
                found = view.nearest(question, 10)
                assert [row for row, _ in found] == [rows[n] for n in order]
                np.testing.assert_allclose([s for _, s in found], cosines[order], atol=1e-5)
            assert [row for row, _ in view.nearest(wholes[7], 3)] == [
                rows[7],
                rows[100],
                rows[200],
            ]
            assert len(view.nearest(wholes[0], 999)) == 300
            assert view.nearest(wholes[0], 0) == []

    def test_vectors_that_are_none_are_refused(self, library: Library) -> None:
        """A search with them would answer with some rows."""
        with closing(library.open()) as view:
            for bad in (np.zeros(3), np.full(256, np.nan), np.full(256, np.inf)):
                with pytest.raises(ValueError, match="256 finite numbers"):
                    view.nearest(bad.astype(np.float32), 5)

    def test_saying_is_exact(self, empty: Library) -> None:
        """Terms in order and next to each other, common ones as well as rare ones."""
        said = "It is what it is and no more. The cat is not in it. " * 2
        build(empty, [animal("cat", said), animal("dog", "Is it not the cat?")], BagEncoder(),
              replace=True)  # fmt: skip
        with closing(empty.open()) as view:
            cat, dog = (
                next(r for r, e in view.evidence(view.rows().tolist()).items()
                     if e.passage.document.doc_id == name)
                for name in ("cat", "dog")
            )  # fmt: skip
            assert view.saying(terms_of("it is what it is"), 5) == [cat]
            assert view.saying(terms_of("is not in it"), 5) == [cat]
            assert view.saying(terms_of("is it not"), 5) == [dog]
            assert view.saying(terms_of("the cat"), 5) == sorted([cat, dog])
            assert view.saying(terms_of("the cat"), 1) == [min(cat, dog)]
            assert view.saying(terms_of("it not is"), 5) == []
            assert view.saying([], 5) == []
            with pytest.raises(ValueError, match="200"):
                view.saying(["it"] * 201, 5)

    def test_sharing_is_bm25(self, empty: Library) -> None:
        """Scores and order are those of the formula; ties go by row."""
        random = np.random.default_rng(3)
        words = [f"w{n}" for n in range(60)]
        texts = [" ".join(random.choice(words, size=random.integers(3, 30))) for _ in range(200)]
        build(
            empty,
            [Document(f"{n:03}", "", f"{text} tie.") for n, text in enumerate([*texts, texts[0]])],
            BagEncoder(),
            replace=True,
        )
        with closing(empty.open()) as view:
            rows = view.rows().tolist()
            bags = {row: list(one.terms) for row, one in view.evidence(rows).items()}
            for asked in (["w1"], ["w2", "w3", "w4"], ["w5", "nowhere"], ["w6", "tie"]):
                expected = _bm25([term for term in asked if term != "tie"], bags)
                found = view.sharing(asked, 25)
                assert [row for row, _ in found] == [row for row, _ in expected[:25]]
                np.testing.assert_allclose(
                    [s for _, s in found], [s for _, s in expected[:25]], rtol=1e-6
                )
            assert view.sharing(["tie"], 5) == []  # in every passage
            assert view.sharing(["nowhere"], 5) == []
            assert view.sharing([], 5) == []

    def test_rarity_is_the_idf(self, library: Library) -> None:
        """ln(1 + (N - n + 0.5) / (n + 0.5)), for terms that are nowhere, too."""
        with closing(library.open()) as view:
            assert view.rarity(["pig", "the", "fox", "pig"]) == pytest.approx(
                {"pig": math.log1p(4.5 / 1.5), "the": math.log1p(0.5 / 5.5), "fox": math.log1p(11)}
            )
            assert len(view.rarity([f"x{n}" for n in range(500)])) == 200

    def test_candidates_are_what_the_searches_give(self, library: Library) -> None:
        """All at once is each by itself; nothing asked, nothing given."""
        vectors = BagEncoder().encode_questions(["who wakes the pig", "a hen sleeps"])
        terms = ["pig", "hen", "nowhere"]
        with closing(library.open()) as view:
            found = view.candidates([(vectors[0], 2), (vectors[1], 4)], terms, 3)
            assert found.nearest == (view.nearest(vectors[0], 2), view.nearest(vectors[1], 4))
            assert [len(some) for some in found.nearest] == [2, 4]
            assert found.sharing == view.sharing(terms, 3)
            assert len(found.sharing) == 2
            assert found.rarity == view.rarity(terms)
            none = view.candidates([], [], 3)
            assert (none.nearest, none.sharing, none.rarity) == ((), [], {})

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

    def test_a_second_writer_is_told(self, library: Library) -> None:
        """It waits for a while, then says who is in the way; nothing of it is lost or mixed."""
        with library.draft(BAG), pytest.raises(LibraryBusy, match="wait for it"):
            ExitStack().enter_context(library.draft(BAG, patience=0.1))
        start = time.monotonic()
        with library.draft(BAG):
            other = threading.Thread(
                target=build,
                args=(library, [animal("fox")], BagEncoder()),
                kwargs={"replace": False},
            )
            other.start()
            time.sleep(0.3)
            assert library.live().number == 1
        other.join()
        assert time.monotonic() - start >= 0.3
        assert "fox" in names(library)

    def test_readers_in_many_threads_while_it_changes(self, library: Library) -> None:
        """Readers that open and ask all the while never get a wrong or a missing answer."""
        answered, wrong = [0], list[object]()
        done = threading.Event()

        def read() -> None:
            while not done.is_set():
                try:
                    with closing(library.open()) as view:
                        number = view.generation.number
                        found = {document.doc_id for document in view.documents()}
                        expected = {f"animal{number}", "cat"} if number > 1 else set(ANIMALS)
                        if found != expected or best(view, "the cat sleeps") != "cat":
                            wrong.append((number, found))
                        if number > 1 and best(view, f"animal{number} sleeps") == "cat":
                            wrong.append(number)
                        answered[0] += 1
                except Exception as error:
                    wrong.append(error)

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for number in range(2, 22):
            documents = [animal("cat"), animal(f"animal{number}")]
            counts = build(library, documents, BagEncoder(), replace=True)
            assert counts.generation.number == number
            if number % 5 == 0:
                library.prune(keep=1)
        done.set()
        for reader in readers:
            reader.join()
        assert wrong == []
        assert answered[0] >= 20

    def test_a_view_is_closed_while_others_read(self, library: Library) -> None:
        """They finish, or are told; closed twice, and by any thread, it is closed."""
        told: list[LibraryError] = []

        def read(view: View) -> None:
            try:
                while True:
                    view.evidence(view.rows().tolist())
                    view.sharing(["sleep"], 5)
            except LibraryError as error:
                told.append(error)

        for _ in range(10):
            view = library.open()
            readers = [threading.Thread(target=read, args=(view,)) for _ in range(3)]
            for reader in readers:
                reader.start()
            time.sleep(0.01)
            view.close()
            view.close()
            for reader in readers:
                reader.join()
        assert len(told) == 30
        for look in (
            view.documents().__next__,
            lambda: view.nearest(np.zeros(256, dtype=np.float32), 1),
            lambda: view.rarity(["cat"]),
            lambda: view.passages("cat"),
        ):
            with pytest.raises(LibraryError, match="has been closed"):
                look()
        assert all("has been closed" in str(error) for error in told)

    def test_one_view_in_many_threads(self, library: Library) -> None:
        """Eight threads that ask one view at once get what one alone gets."""
        view = library.open()
        questions = [f"who wakes the {name}" for name in ANIMALS] * 8
        alone = [best(view, question) for question in questions]
        found: dict[int, str] = {}

        def ask(number: int) -> None:
            for place in range(number, len(questions), 8):
                found[place] = best(view, questions[place])

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [found[place] for place in range(len(questions))] == alone

    def test_a_sound_library_has_nothing_to_complain_of(self, library: Library) -> None:
        """`check` says what it looked at; `size` grows with what is stored."""
        assert [one.text for one in library.check() if not one.sound] == []
        assert len(list(library.check())) >= 3
        before = library.size()
        build(library, [animal("fox", "x " * 200_000)], BagEncoder(), replace=False)
        assert library.size() > before > 0


def _bm25(asked: list[str], bags: dict[int, list[str]]) -> list[tuple[int, float]]:
    """Robertson and Zaragoza (2009) with k1 = 1.2 and b = 0.75, as SQLite's FTS5 has it."""
    average = sum(map(len, bags.values())) / len(bags)
    scores: dict[int, float] = {}
    for term in asked:
        n = sum(term in bag for bag in bags.values())
        idf = max(math.log((len(bags) - n + 0.5) / (n + 0.5)), 1e-6)
        for row, bag in bags.items():
            if tf := bag.count(term):
                norm = 1.2 * (1 - 0.75 + 0.75 * len(bag) / average)
                scores[row] = scores.get(row, 0.0) + idf * tf * 2.2 / (tf + norm)
    return sorted(scores.items(), key=lambda hit: (-hit[1], hit[0]))
