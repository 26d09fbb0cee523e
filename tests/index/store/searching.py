"""What is found by meaning and by words is what the formulas say."""

import math
from contextlib import closing

import numpy as np
import pytest
from numpy.typing import NDArray

from index.building import build, remove
from index.encoding import PassageVectors
from index.store import EncoderId, Library
from index.text import Document, split, terms_of
from tests.doubles import BagEncoder
from tests.index.store.animals import Animals, animal


class Searches(Animals):
    """What is found by meaning and by words is what the formulas say."""

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
            # Of 16 bits a number or of 8, as the library keeps them.
            stored = np.vstack([one.vectors.whole for one in view.evidence(rows).values()])
            np.testing.assert_allclose((stored * wholes).sum(axis=1), 1.0, atol=1e-3)
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

    def test_of_frequent_terms_two_must_meet(
        self, empty: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where even the rarest term is in more passages than are weighed, reading is bounded."""
        for module in ("rarity", "embedded.bm25", "postgres.view"):
            monkeypatch.setattr(f"index.store.{module}.POSTINGS", 5)
        texts = ["granite"] * 8 + ["harbour"] * 9 + ["granite harbour"] * 2 + ["other"] * 200
        build(
            empty,
            [Document(f"{n:03}", "", f"{text} {n}.") for n, text in enumerate(texts)],
            BagEncoder(),
            replace=True,
        )
        with closing(empty.open()) as view:
            rows = view.rows().tolist()
            evidence = view.evidence(rows)

            def found(*asked: str) -> list[int]:
                hits = view.sharing(terms_of(" ".join(asked)), 25)
                return [int(evidence[row].passage.document.doc_id) for row, _ in hits]

            assert found("granite", "harbour") == [17, 18]
            assert found("granite") == [0, 1, 2, 3, 4]
            assert found("granite", "100") == [100]
            asked = terms_of("granite harbour")
            together = dict(view.sharing(asked, 25))
            bags = {row: list(one.terms) for row, one in evidence.items()}
            assert together == pytest.approx({r: s for r, s in _bm25(asked, bags)
                                              if r in together}, rel=1e-6)  # fmt: skip

    def test_rarity_is_the_idf(self, library: Library) -> None:
        """ln(1 + (N - n + 0.5) / (n + 0.5)), for terms that are nowhere, too."""
        with closing(library.open()) as view:
            assert view.rarity(["pig", "the", "fox", "pig"]) == pytest.approx(
                {"pig": math.log1p(4.5 / 1.5), "the": math.log1p(0.5 / 5.5), "fox": math.log1p(11)}
            )
            assert len(view.rarity([f"x{n}" for n in range(500)])) == 200

    def test_words_weigh_by_the_passages_of_their_generation(self, empty: Library) -> None:
        """However often a page is changed, a word that one passage has stays as rare as it is."""
        others = [animal(f"a{n}", f"Text number {n + 100}.") for n in range(40)]
        build(empty, [*others, animal("line", "Zephyrus, day 0.")], BagEncoder(), replace=True)
        asked = ["zephyr", "107"]
        first = empty.open()
        ((row, score), *_) = first.sharing(asked[:1], 5)
        rarity, both = first.rarity(asked), first.sharing(asked, 5)
        assert rarity == pytest.approx(dict.fromkeys(asked, math.log1p(40.5 / 1.5)))
        for day in range(1, 41):
            changed = animal("line", f"Zephyrus, day {day}.")
            build(empty, [changed], BagEncoder(), replace=False)
        with closing(empty.open()) as view:
            ((now, weight),) = view.sharing(asked[:1], 5)
            assert view.evidence([now])[now].passage.document == changed
            assert view.rarity(asked) == rarity
            assert weight == pytest.approx(score)
            assert [one for _, one in view.sharing(asked, 5)] == pytest.approx(
                [one for _, one in both]
            )
        assert (first.rarity(asked), first.sharing(asked, 5)) == (rarity, both)
        assert first.sharing(asked[:1], 5) == [(row, score)]
        first.close()
        empty.prune(keep=0)
        with closing(empty.open()) as view:
            assert view.rarity(asked) == rarity
            assert view.sharing(asked[:1], 5) == [(now, weight)]
        assert [one.text for one in empty.check() if not one.sound] == []

    def test_words_are_counted_where_newer_generations_are_gone(self, library: Library) -> None:
        """What was built on is an older one, and those after it are pruned."""
        build(library, [animal("fox", "A cat came.")], BagEncoder(), replace=False)
        remove(library, ["cat"])
        library.rollback(1)
        assert library.prune(keep=0) == [2, 3]
        build(library, [animal("hen", "A cat. A cat.")], BagEncoder(), replace=False)
        expected = {1: _idf(5, 1), 4: _idf(5, 2)}
        for number, weight in expected.items():
            with closing(library.open(number)) as view:
                assert view.rarity(["cat"]) == pytest.approx({"cat": weight})
                assert view.rarity(["fox"]) == pytest.approx({"fox": _idf(5, 0)})
        assert [one.text for one in library.check() if not one.sound] == []

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


def _idf(total: int, found: int) -> float:
    return math.log1p((total - found + 0.5) / (found + 0.5))


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
