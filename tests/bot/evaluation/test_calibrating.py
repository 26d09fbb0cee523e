"""The fit: what is left out of it together, and what it would have said."""

from dataclasses import replace
from pathlib import Path

from bot.answering.confidence import Calibration, Calibrations, Kind
from bot.evaluation.calibrating import crossed, judged_by, same_texts, weighed
from bot.evaluation.outcomes import Outcome
from index.evaluation.question_sets import read

DATA = Path(__file__).parents[2] / "data"


def _outcome(kind: Kind, right: bool, score: float = 0.0) -> Outcome:
    return Outcome(kind, 0.5, True, True, right, right, right, (None, score))


def test_sets_that_share_texts_are_one_family() -> None:
    """Whichever of them comes first; others stay by themselves."""
    names = ("typed", "single", "mixed", "lookalike", "official")
    families = same_texts([read(DATA / f"{name}.jsonl") for name in names])
    assert families["typed"] == families["single"] == families["lookalike"] == families["official"]
    assert families["mixed"] == "mixed"


def test_each_family_is_told_by_a_fit_on_the_others() -> None:
    """A table for each, if the others have answerable questions and ones left out."""
    observed = [
        replace(outcome, evidence=evidence, source=source)
        for source, scores in (("a", range(10)), ("b", range(2)))
        for score in scores
        for outcome, value in (
            (_outcome("answerable", True), score + 5.0),
            (_outcome("left out", False), score - 5.0),
        )
        for evidence in ((None, value), (0.1, value))
    ]
    tables = list(crossed(weighed(observed), {"a": "a", "b": "b"}))
    assert [table.splitlines()[0] for table in tables] == [
        "fitted without a all: 20 questions, 20 left out, 0 look-alike",
        "fitted without b all: 4 questions, 4 left out, 0 look-alike",
    ]


def test_what_would_have_come_of_a_question() -> None:
    """Confidence, answer and reservation by another calibration; what is right stays."""
    single = Calibration(0.0, (1.0,), (0.0,), (1.0,), 0.5, 0.9)
    fitted = Calibrations(single, single)
    found = [judged_by(fitted, _outcome("answerable", True, score)) for score in (-1.0, 1.0, 5.0)]
    assert [(one.answered, one.sure) for one in found] == [
        (False, False), (True, False), (True, True),
    ]  # fmt: skip
    assert all(one.right for one in found)
