"""The matrix between languages learns what a question is about, whatever its language."""

import numpy as np
import pytest
import torch

from index.encoding.pooling import unit
from index.evaluation.question_sets import from_passages
from tests.doubles import BagEncoder
from tests.training.rows import AARHUS, SKAGEN, row_of
from training.bridge import Examples, gather, learn, without_languages


@pytest.fixture
def examples() -> Examples:
    """Eight subjects asked about in two languages, which are 3 and 4 on the last two axes."""
    chance = np.random.default_rng(0)
    subjects = np.eye(10, dtype=np.float32)[:8]
    noise = chance.normal(0, 0.01, subjects.shape).astype(np.float32)
    passages = unit(subjects + noise)
    first, second = (np.eye(10, dtype=np.float32)[axis] * 3 for axis in (8, 9))
    questions = unit(np.concatenate([subjects + first, subjects + second]))
    # The passages of the first four speak the first language.
    passages = unit(passages + np.where(np.arange(8)[:, None] < 4, first, second))
    pairs = torch.tensor([(row, row % 8) for row in range(16)])
    languages = {row: "one" if row < 8 else "other" for row in range(16)}
    return Examples(questions, passages, pairs, languages)


def test_the_start_takes_out_what_tells_languages_apart(
    examples: Examples, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The direction from one language to the other, and nothing else."""
    monkeypatch.setattr("training.bridge.FEWEST", 2)
    monkeypatch.setattr("training.bridge.DIRECTIONS", 1)
    start = without_languages(examples)
    apart = np.zeros(10, dtype=np.float32)
    apart[8:] = 1, -1
    np.testing.assert_allclose(apart @ start, np.zeros(10), atol=1e-5)
    np.testing.assert_allclose(np.eye(10)[0] @ start, np.eye(10)[0], atol=1e-5)


def test_each_question_finds_its_passage_in_the_other_language(
    examples: Examples, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is it is drawn to its own language; turned it is not."""
    monkeypatch.setattr("training.bridge.FEWEST", 2)
    monkeypatch.setattr("training.bridge.DIRECTIONS", 1)
    right = examples.pairs[:, 1].numpy()
    assert (np.argmax(examples.questions @ examples.passages.T, axis=1) == right).mean() <= 0.75
    matrix = learn(examples, seed=1)
    turned = unit(examples.questions @ matrix)
    assert (np.argmax(turned @ examples.passages.T, axis=1) == right).all()
    np.testing.assert_array_equal(matrix, learn(examples, seed=1))


def test_questions_are_paired_with_the_passages_that_answer() -> None:
    """Each text is encoded once, and what is not answered teaches nothing."""
    rows = [
        row_of("Lights", SKAGEN, ("Who keeps Skagen?", "Anna"), ("How old is Anna?", None)),
        row_of("Lights", AARHUS, ("Who keeps Aarhus?", "Bertil")),
    ]
    sets = [from_passages("cross.train", rows), from_passages("small.train", rows[1:])]
    found = gather(iter(sets), BagEncoder())
    assert len(found.passages) == 2
    assert len(found.questions) == 4
    assert found.pairs.tolist() == [[0, 0], [2, 1], *[[3, 1]] * 4]
    assert found.languages == {0: "en", 1: "en", 2: "en"}
