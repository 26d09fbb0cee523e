"""What good means, in numbers: pure functions over ranks, scores and outcomes.

A rank counts from 1; `None` means the relevant passage was not found.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log2
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.errors import require

Rank = int | None
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Interval:
    """A value and the 95 % bootstrap interval around it, `low <= value <= high` as a rule."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """Answering only above `threshold`: the share answered and the share of those wrong."""

    threshold: float
    coverage: float
    risk: float


def recall_at(k: int, ranks: Sequence[Rank]) -> float:
    """The share of questions whose relevant passage is among the first `k`."""
    return mean([rank is not None and rank <= k for rank in ranks])


def reciprocal_rank(ranks: Sequence[Rank], k: int = 10) -> float:
    """MRR@k: the mean of 1/rank, 0 beyond `k`."""
    return mean([1 / rank if rank is not None and rank <= k else 0.0 for rank in ranks])


def ndcg(ranks: Sequence[Rank], k: int = 10) -> float:
    """nDCG@k with one relevant passage a question: the mean of 1/log2(1 + rank)."""
    return mean([1 / log2(1 + rank) if rank is not None and rank <= k else 0.0 for rank in ranks])


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; NaN of nothing."""
    return float(np.mean(values)) if len(values) else float("nan")


def auroc(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """The chance that a positive scores above a negative, ties counting half.

    NaN if either is empty. 0.5 is guessing; below it the score points the wrong way. Raises
    VerbatimError without the extra `evaluation`.
    """
    if not len(positives) or not len(negatives):
        return float("nan")
    require("sklearn", "evaluation")
    from sklearn.metrics import roc_auc_score

    kinds = [1] * len(positives) + [0] * len(negatives)
    return float(roc_auc_score(kinds, [*positives, *negatives]))


def calibration_error(
    confidences: Sequence[float], outcomes: Sequence[bool], bins: int = 10
) -> float:
    """Expected calibration error over equally wide bins (Guo et al. 2017); NaN of nothing.

    The gap between mean confidence and share of right outcomes in a bin, weighted by its size.
    """
    if not len(confidences):
        return float("nan")
    confidence = np.asarray(confidences, dtype=float)
    right = np.asarray(outcomes, dtype=float)
    bin_of = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(float((confidence[bin_of == b] - right[bin_of == b]).sum())) for b in np.unique(bin_of)
    ]
    return sum(gaps) / len(confidence)


def risk_coverage(confidences: Sequence[float], outcomes: Sequence[bool]) -> list[RiskPoint]:
    """The curve of El-Yaniv and Wiener 2010: one point for each distinct confidence, falling.

    `outcomes` says whether answering would have been right; an unanswerable question never is.
    """
    order = sorted(zip(confidences, outcomes, strict=True), key=lambda pair: -pair[0])
    points: list[RiskPoint] = []
    wrong = 0
    for answered, (confidence, right) in enumerate(order, start=1):
        wrong += not right
        if answered < len(order) and order[answered][0] == confidence:
            continue
        points.append(RiskPoint(confidence, answered / len(order), wrong / answered))
    return points


def area_under_risk(points: Sequence[RiskPoint]) -> float:
    """AURC: the mean risk over coverage from 0 to 1; lower is better, NaN of nothing."""
    if not points:
        return float("nan")
    coverages = [0.0, *(point.coverage for point in points)]
    return sum(
        point.risk * (point.coverage - before)
        for point, before in zip(points, coverages, strict=False)
    )


def bootstrap(
    outcomes: Sequence[Outcome],
    metric: Callable[[Sequence[Outcome]], float],
    resamples: int = 1_000,
    seed: int = 0,
) -> Interval:
    """The percentile bootstrap of `metric` over `outcomes` (Efron 1979); runs repeat."""
    if not len(outcomes):
        return Interval(float("nan"), float("nan"), float("nan"))
    draws = _draws(len(outcomes), resamples, seed)
    values = [metric([outcomes[i] for i in draw]) for draw in draws]
    known = [value for value in values if not np.isnan(value)]
    if not known:
        return Interval(metric(outcomes), float("nan"), float("nan"))
    low, high = np.percentile(known, [2.5, 97.5])
    return Interval(metric(outcomes), float(low), float(high))


def _draws(size: int, resamples: int, seed: int) -> NDArray[np.int64]:
    return np.random.default_rng(seed).integers(0, size, (resamples, size))
