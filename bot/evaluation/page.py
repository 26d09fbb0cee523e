"""What `python -m bot evaluate --page` writes: the figures as tables in Markdown."""

from collections.abc import Sequence

from bot.evaluation.scores import COVERAGES, Row, risks
from index.evaluation import Interval

ANSWERS = (
    "quote contains",
    "passage right",
    "answered",
    "right if answered",
    "sure",
    "right if sure",
    "refused, left out",
    "AUROC left out",
    "ECE",
    "letters a quote",
    "same quote, two languages",
    "confidence apart",
)
LOOK_ALIKES = ("refused, look-alike", "sure, look-alike", "AUROC look-alike")


def page(rows: Sequence[Row], limit: int | None) -> str:
    """Three tables, each with a line a set: answers, look-alikes, risk at coverage."""
    shown = _whole_sets(rows)
    asked = [
        [_name(row), str(row.questions), *_values(row, ANSWERS)] for row in shown if row.questions
    ]
    alike = [
        [_name(row), str(row.look_alikes), *_values(row, LOOK_ALIKES)]
        for row in shown
        if row.look_alikes
    ]
    risk = [
        [_name(row), *_risks(row), _value(row.metrics["AURC"])] for row in shown if row.left_out
    ]
    asked_of = f"at most {limit} questions a set" if limit else "all questions"
    parts = [
        f"`bot evaluate`, {asked_of}. Values with half the width of their 95 % interval.",
        *_table("Answers", ["set", "questions", *ANSWERS], asked),
        *_table("Look-alikes", ["set", "questions", *LOOK_ALIKES], alike),
        *_table("Risk at coverage", ["set", *map(str, COVERAGES), "AURC"], risk),
    ]
    return "\n".join(parts)


def _whole_sets(rows: Sequence[Row]) -> list[Row]:
    """Of a set in several languages only the row of them all."""
    several = {row.name for row in rows if row.pair == "all"}
    return [row for row in rows if row.pair == "all" or row.name not in several]


def _name(row: Row) -> str:
    return f"{row.name}, all languages" if row.pair == "all" else f"{row.name}, {row.pair}"


def _values(row: Row, labels: Sequence[str]) -> list[str]:
    return [_value(row.metrics[label]) for label in labels]


def _value(interval: Interval) -> str:
    if interval.value != interval.value:  # no such questions: NaN
        return ""
    if interval.value > 1:  # no share: letters
        return f"{interval.value:.0f} ±{(interval.high - interval.low) / 2:.0f}"
    return f"{interval.value:.2f} ±{(interval.high - interval.low) / 2:.2f}"


def _risks(row: Row) -> list[str]:
    found = risks(row.curve)
    return [f"{found[wanted]:.2f}" if wanted in found else "" for wanted in COVERAGES]


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    if not rows:
        return []
    lines = [head, ["---"] * len(head), *rows]
    return ["", f"### {title}", "", *(f"| {' | '.join(cells)} |" for cells in lines)]
