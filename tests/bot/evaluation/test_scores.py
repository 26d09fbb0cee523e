"""Right quotes, refusals and confidence, counted by hand."""

from dataclasses import replace

import pytest

from bot.answering.confidence import Kind
from bot.evaluation.outcomes import Outcome
from bot.evaluation.scores import summarise, table


def _outcome(kind: Kind, confidence: float, contains: bool = False) -> Outcome:
    sure = confidence >= 0.6
    return Outcome(
        kind, confidence, confidence >= 0.5, sure, contains, contains, contains, (confidence,)
    )


def test_the_summary_counts() -> None:
    """Three answerable, two left out, one look-alike."""
    found = [
        _outcome("answerable", 0.9, contains=True),
        _outcome("answerable", 0.6),
        _outcome("answerable", 0.4, contains=True),
        _outcome("left out", 0.5),
        _outcome("left out", 0.1),
        _outcome("look-alike", 0.95),
    ]
    row = summarise("set", "en>en", found)
    value = {label: interval.value for label, interval in row.metrics.items()}
    assert (row.questions, row.left_out, row.look_alikes) == (3, 2, 1)
    assert value["quote contains"] == value["answered"] == pytest.approx(2 / 3)
    assert value["right if answered"] == value["refused, left out"] == 0.5
    assert value["sure"] == pytest.approx(2 / 3)
    assert value["right if sure"] == 0.5
    assert value["refused, look-alike"] == value["AUROC look-alike"] == 0.0
    assert value["sure, look-alike"] == 1.0
    assert value["AUROC left out"] == pytest.approx(5 / 6)
    assert [(point.coverage, point.risk) for point in row.curve] == [
        (0.2, 0.0),
        (0.4, 0.5),
        (pytest.approx(0.6), pytest.approx(2 / 3)),
        (0.8, 0.5),
        (1.0, pytest.approx(0.6)),
    ]


def test_the_table_shows_the_risk_among_the_surest() -> None:
    """At shares of what is asked; here one in ten of ten is wrong, the third surest."""
    found = [
        _outcome("answerable", 0.99 - place / 100, contains=place != 2) for place in range(10)
    ]
    shown = table([summarise("set", "en>en", found)])
    assert "risk at coverage     0.1: 0.00, 0.2: 0.00, 0.3: 0.33, 0.4: 0.25, 0.5: 0.20" in shown


def test_questions_that_the_same_words_answer_are_compared() -> None:
    """Only those in different languages, two by two: of three pairs one has the same quote."""

    def asked(language: str, quoted: str, confidence: float) -> Outcome:
        return replace(
            _outcome("answerable", confidence), language=language, quoted=quoted, same="Anna"
        )

    found = [asked("en", "A.", 0.9), asked("de", "A.", 0.6), asked("fr", "B.", 0.9)]
    again = replace(asked("en", "B.", 0.1), same="Bob")
    metrics = summarise("set", "all", [*found, again]).metrics
    assert metrics["same quote, two languages"].value == pytest.approx(1 / 3)
    assert metrics["confidence apart"].value == pytest.approx(0.2)
    assert metrics["letters a quote"].value == 2.0
