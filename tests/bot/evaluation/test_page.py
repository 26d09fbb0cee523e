"""The tables of `bot evaluate --page`, a line a set."""

from bot.evaluation.page import page
from bot.evaluation.scores import Row
from index.evaluation.metrics import Interval, RiskPoint

NONE = Interval(float("nan"), float("nan"), float("nan"))
LABELS = (
    "quote contains", "passage right", "answered", "right if answered", "sure", "right if sure",
    "refused, left out", "AUROC left out", "ECE", "refused, look-alike", "sure, look-alike",
    "AUROC look-alike", "AURC", "letters a quote", "same quote, two languages", "confidence apart",
)  # fmt: skip


def _row(pair: str, value: float, look_alikes: int = 0) -> Row:
    metrics = dict.fromkeys(LABELS, Interval(value, value - 0.1, value + 0.1))
    if not look_alikes:
        metrics |= {label: NONE for label in LABELS if "look-alike" in label}
    curve = [RiskPoint(0.9, 0.25, 0.125), RiskPoint(0.5, 1.0, 0.5)]
    return Row("cross.fr", pair, 8, 8, look_alikes, metrics, curve)


def test_a_set_in_several_languages_is_one_line() -> None:
    """Only the row of all of them is shown, with half its interval's width."""
    text = page([_row("en>fr", 0.5), _row("de>fr", 0.6), _row("all", 0.55)], 150)
    values = " | ".join(["0.55 ±0.10"] * 12)
    assert "at most 150 questions a set" in text
    assert f"| cross.fr, all languages | 8 | {values} |" in text
    assert "en>fr" not in text
    assert "Look-alikes" not in text


def test_risk_is_shown_where_so_many_were_asked() -> None:
    """The first point of the curve is at a quarter: nothing is known of a tenth."""
    text = page([_row("en>fr", 0.5, look_alikes=4)], None)
    assert "all questions" in text
    assert "| cross.fr, en>fr |  |  | 0.12 | 0.12 | 0.12 | 0.50 ±0.10 |" in text
    assert "| cross.fr, en>fr | 4 | 0.50 ±0.10 | 0.50 ±0.10 | 0.50 ±0.10 |" in text
