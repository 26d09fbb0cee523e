"""Batches as they are learnt."""

import pytest

from index.encoding.cache import bundled_folder
from index.encoding.engine import Tokenizer
from tests.training.rows import AARHUS, SKAGEN
from training.batches import BATCH, batches_of
from training.pairs import Pair

START = SKAGEN.index("Anna")
ASKED = Pair("Hvem passer Skagen?", SKAGEN, START, START + 4, "", "Who keeps Skagen?")
GROUP = [ASKED, ASKED.without(AARHUS)]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The encoder's."""
    return Tokenizer(bundled_folder())


@pytest.fixture(autouse=True)
def as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """No question is typed in a hurry."""
    monkeypatch.setattr("training.typed.TYPED", 0.0)


def test_what_teaches_stands_right_before(
    tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question in the passage's language, on the same passages in their order."""
    monkeypatch.setattr("training.batches.BESIDE", 1.0)
    ((first, taught),) = batches_of([GROUP], tokenizer, seed=1)
    assert [one.behind for one in (*first, *taught)] == [0, 0, 2, 2]
    for one, other in zip(first, taught, strict=True):
        begin, end = one.passage
        start, stop = other.passage
        assert one.ids[begin:end].tolist() == other.ids[start:stop].tolist()
        assert one.ids[:begin].tolist() != other.ids[:start].tolist()
    assert first[0].first - first[0].passage[0] == taught[0].first - taught[0].passage[0] > 0


def test_without_another_language_nothing_teaches(
    tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question that was asked in the passage's language first is asked once."""
    monkeypatch.setattr("training.batches.BESIDE", 1.0)
    plain = [Pair("Who keeps Skagen?", SKAGEN, START, START + 4)]
    assert [[one.behind for one in group] for (group,) in batches_of([plain], tokenizer, 1)] == [
        [0]
    ]


def test_no_question_is_torn_apart(tokenizer: Tokenizer) -> None:
    """A batch is full with so many pairs or a few more; every group is in one."""
    found = batches_of([GROUP] * 60, tokenizer, seed=1)
    sizes = [sum(map(len, batch)) for batch in found]
    assert sum(len(group) for batch in found for group in batch if not group[0].behind) >= 60
    assert all(len(group) == len(GROUP) for batch in found for group in batch)
    assert sorted(sizes)[1:] == [size for size in sorted(sizes)[1:] if BATCH <= size <= BATCH + 3]
