"""What came of questions, counted: the figures of one question set and language pair, shown."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bot.evaluation.outcomes import Outcome
from index.errors import require
from index.evaluation import (
    Interval,
    RiskPoint,
    area_under_risk,
    auroc,
    bootstrap,
    calibration_error,
    mean,
    risk_coverage,
    shown,
)

RESAMPLES = 300
# Where the risk-coverage curve is printed; half of what is asked has no answer there.
COVERAGES = (0.1, 0.2, 0.3, 0.4, 0.5)

Metric = Callable[[Sequence[Outcome]], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One question set and language pair."""

    name: str
    pair: str
    questions: int
    left_out: int
    look_alikes: int
    metrics: dict[str, Interval]
    curve: list[RiskPoint]


def summarise(name: str, pair: str, found: Sequence[Outcome]) -> Row:
    """The metrics of one set and language pair, each with its bootstrap interval.

    Calibration, risk and what is right if sure are of answerable and left-out ones together.
    """
    asked = [outcome for outcome in found if outcome.kind == "answerable"]
    left_out = [outcome for outcome in found if outcome.kind == "left out"]
    look_alikes = [outcome for outcome in found if outcome.kind == "look-alike"]
    both = [*asked, *left_out]
    measured = _measured(asked, left_out, look_alikes)
    metrics = {label: bootstrap(some, metric, RESAMPLES) for label, some, metric in measured}
    parallel = list(_parallel(asked))
    measured_pairs: dict[str, Sequence[float]] = {
        "same quote, two languages": [one.quoted == other.quoted for one, other in parallel],
        "confidence apart": [abs(one.confidence - other.confidence) for one, other in parallel],
    }
    metrics |= {label: bootstrap(some, mean, RESAMPLES) for label, some in measured_pairs.items()}
    return Row(name, pair, len(asked), len(left_out), len(look_alikes), metrics, _curve(both))


def _measured(
    asked: Sequence[Outcome], left_out: Sequence[Outcome], look_alikes: Sequence[Outcome]
) -> list[tuple[str, Sequence[Outcome], Metric]]:
    """Each metric by its name, and the outcomes that it is of."""
    both = [*asked, *left_out]
    return [
        ("quote contains", asked, _share("contains")),
        ("passage right", asked, _share("passage")),
        ("answered", asked, _share("answered")),
        ("right if answered", [o for o in asked if o.answered], _share("contains")),
        ("sure", asked, _share("sure")),
        ("right if sure", [o for o in both if o.sure], _share("right")),
        ("refused, left out", left_out, _refused),
        ("refused, look-alike", look_alikes, _refused),
        ("sure, look-alike", look_alikes, _share("sure")),
        ("letters a quote", [o for o in asked if o.answered], _letters),
        ("AUROC left out", both if left_out else [], _auroc),
        ("AUROC look-alike", [*asked, *look_alikes] if look_alikes else [], _auroc),
        ("ECE", both, _ece),
        ("AURC", both, lambda some: area_under_risk(_curve(some))),
    ]


def _share(field: str) -> Metric:
    return lambda some: mean([getattr(outcome, field) for outcome in some])


def _letters(some: Sequence[Outcome]) -> float:
    return mean([len(outcome.quoted) for outcome in some])


def _parallel(some: Sequence[Outcome]) -> Iterator[tuple[Outcome, Outcome]]:
    """Questions that the same words answer, two by two, where their languages differ."""
    by_answer: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in some:
        by_answer[outcome.same].append(outcome)
    for alike in by_answer.values():
        for one, other in combinations(alike, 2):
            if one.language != other.language:
                yield one, other


def _refused(some: Sequence[Outcome]) -> float:
    return mean([not outcome.answered for outcome in some])


def _auroc(some: Sequence[Outcome]) -> float:
    return auroc(
        [outcome.confidence for outcome in some if outcome.kind == "answerable"],
        [outcome.confidence for outcome in some if outcome.kind != "answerable"],
    )


def _ece(some: Sequence[Outcome]) -> float:
    return calibration_error([o.confidence for o in some], [o.right for o in some])


def _curve(some: Sequence[Outcome]) -> list[RiskPoint]:
    return risk_coverage([o.confidence for o in some], [o.right for o in some])


def table(rows: Sequence[Row]) -> str:
    """The rows for people, a block of lines a set, values with half their interval's width."""
    lines: list[str] = []
    for row in rows:
        kinds = f"{row.questions} questions, {row.left_out} left out, {row.look_alikes} look-alike"
        lines.append(f"{row.name} {row.pair}: {kinds}")
        lines += [
            f"  {label:20} {shown(interval)}"
            for label, interval in row.metrics.items()
            if interval.value == interval.value  # there were such questions: not NaN
        ]
        lines.append(f"  {'risk at coverage':20} {_risks(row.curve)}")
    return "\n".join(lines)


def risks(curve: Sequence[RiskPoint]) -> dict[float, float]:
    """The share of wrong quotes among the surest, for each of `COVERAGES` that is reached."""
    found: dict[float, float] = {}
    for wanted in COVERAGES:
        reached = [point.risk for point in curve if point.coverage <= wanted]
        if reached:
            found[wanted] = reached[-1]
    return found


def _risks(curve: Sequence[RiskPoint]) -> str:
    return ", ".join(f"{wanted:.1f}: {risk:.2f}" for wanted, risk in risks(curve).items())


def draw_curves(path: Path, rows: Sequence[Row]) -> None:
    """Draw the risk-coverage curve of each row into a PNG.

    Raises VerbatimError without the extra `evaluation`.
    """
    require("matplotlib", "evaluation")
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 5), layout="constrained")
    axes = figure.add_subplot()
    for row in rows:
        coverages = [point.coverage for point in row.curve]
        risks = [point.risk for point in row.curve]
        axes.step(coverages, risks, label=f"{row.name} {row.pair}")
    axes.set(
        xlabel="coverage: share of questions answered (half have their document left out)",
        ylabel="risk: share of those whose quote has no answer",
        xlim=(0, 1),
        ylim=(0, 1),
    )
    axes.grid(alpha=0.3)
    axes.legend(fontsize=7)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=150)
