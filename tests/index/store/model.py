"""Whatever is done in whatever order, the library is what a few dictionaries say it is."""

import math
from collections.abc import Callable
from contextlib import closing

import numpy as np
import pytest
from hypothesis import strategies as st

from index.building import build, remove
from index.errors import LibraryError
from index.store import Library, open_library
from index.text.documents import Document
from index.text.passages import encoder_input, split
from tests.doubles import BagEncoder
from tests.index.store.animals import Fresh, passage

ENCODER = BagEncoder(dimension=4_096)
NAMES = st.sampled_from(["ant", "bee", "cat", "dog"])
TEXTS = st.sampled_from(
    ["", "It sleeps.", "It sleeps. It wakes!", "Nobody came.", "Two lines here.\n\nAnd so on."]
)
DOCUMENTS = st.lists(
    st.builds(Document, NAMES, st.sampled_from(["", "Title"]), TEXTS),
    max_size=4,
    unique_by=lambda document: document.doc_id,
)
STEPS = st.one_of(
    st.tuples(st.just("build"), DOCUMENTS),
    st.tuples(st.just("add"), DOCUMENTS),
    st.tuples(st.just("remove"), st.lists(NAMES, min_size=1, max_size=2)),
    st.tuples(st.just("rollback"), st.integers(1, 9)),
    st.tuples(st.just("prune"), st.integers(0, 3)),
)
State = dict[str, Document]


class Model:
    """The library as a dictionary of generations; refuses what the library has to refuse."""

    def __init__(self) -> None:
        self.generations: dict[int, State] = {}
        self.made_from: dict[int, int] = {}
        self.live = 0
        self.newest = 0

    @property
    def state(self) -> State:
        """The live documents by name."""
        return self.generations.get(self.live, {})

    @property
    def before(self) -> int | None:
        """The newest that is kept and not newer than what the live one was made from."""
        most = self.made_from.get(self.live, 0)
        return max((one for one in self.generations if one <= most), default=None)

    def apply(self, verb: str, argument: object) -> bool:
        """Whether the library should accept it."""
        change: Callable[..., bool] = getattr(self, f"_{verb}")
        return change(argument)

    def _build(self, documents: list[Document]) -> bool:
        return bool(documents) and self._publish({d.doc_id: d for d in documents})

    def _add(self, documents: list[Document]) -> bool:
        return bool(documents) and self._publish(self.state | {d.doc_id: d for d in documents})

    def _remove(self, names: list[str]) -> bool:
        if not self.live or not set(names) <= set(self.state):
            return False
        return self._publish({n: d for n, d in self.state.items() if n not in names})

    def _rollback(self, number: int) -> bool:
        if number not in self.generations:
            return False
        self.live = number
        return True

    def _prune(self, keep: int) -> bool:
        if not self.live:
            return False
        others = sorted(set(self.generations) - {self.live})
        others.sort(key=lambda number: number == self.before)
        for number in others[: max(len(others) - keep, 0)]:
            del self.generations[number]
        return True

    def _publish(self, state: State) -> bool:
        if state != self.state or not self.live:
            self.newest += 1
            self.made_from[self.newest] = self.live
            self.live = self.newest
            self.generations[self.live] = state
        return True


def _apply(library: Library, verb: str, argument: object) -> bool:
    verbs: dict[str, Callable[..., object]] = {
        "build": lambda documents: build(library, documents, ENCODER, replace=True),
        "add": lambda documents: build(library, documents, ENCODER, replace=False),
        "remove": lambda names: remove(library, names),
        "rollback": library.rollback,
        "prune": library.prune,
    }
    try:
        verbs[verb](argument)
    except LibraryError:
        return False
    return True


def _assert_equal(library: Library, model: Model) -> None:
    if not model.live:
        return
    assert [one.number for one in library.generations()] == sorted(model.generations)
    assert library.live().number == model.live
    before = library.before()
    assert (before and before.number) == model.before
    with closing(library.open()) as view:
        assert list(view.documents()) == [model.state[name] for name in sorted(model.state)]
        for name in model.state:
            assert view.passages(name) == split(model.state[name])
        passages = [p for document in model.state.values() for p in split(document)]
        assert sorted(passage(view, row).key for row in view.rows().tolist()) == sorted(
            one.key for one in passages
        )
        question = ENCODER.encode_questions(["it wakes in two lines"])[0]
        found = {passage(view, row).key: score for row, score in view.nearest(question, 99)}
        cosines = {
            p.key: float(ENCODER.encode_questions([encoder_input(p)[0]])[0] @ question)
            for p in passages
        }
        assert found == pytest.approx(cosines, abs=1e-3)
        words = {passage(view, row).key for row, _ in view.sharing(["wakes"], 99)}
        assert words == {one.key for one in passages if "wakes" in one.text}
        having = sum("sleeps" in one.text for one in passages)
        idf = math.log1p((len(passages) - having + 0.5) / (having + 0.5))
        assert view.rarity(["sleeps"]) == pytest.approx({"sleeps": idf})
        scores = [score for _, score in view.nearest(question, 2)]
        assert scores == pytest.approx(sorted(cosines.values(), reverse=True)[:2], abs=1e-3)
        assert np.all(np.diff(scores) <= 0)


SEQUENCES = st.lists(STEPS, max_size=9)


def follow(fresh: Fresh, steps: list[tuple[str, object]]) -> None:
    """Documents, generations, nearest passages and exact words follow the model."""
    with fresh() as address:
        library, model = open_library(address), Model()
        for verb, argument in steps:
            assert _apply(library, verb, argument) == model.apply(verb, argument)
            _assert_equal(library, model)
