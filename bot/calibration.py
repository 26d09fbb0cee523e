"""From evidence to probability: a logistic regression, fitted on question sets, kept as JSON."""

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import exp
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.retriever import Hit

logger = logging.getLogger(__name__)

Floats = NDArray[np.float64]

STORED = Path(__file__).with_name("calibration.json")
# The best hit is compared with the mean of so many after it: what this library offers for any
# question at all, answered or not.
BACKGROUND = 5
# The stated target: of the questions whose document is left out, at most this share is answered.
FALLOUT = 0.2


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure to be, and how sure is enough.

    `probability` of the evidence is that of the quote's passage answering; at `threshold` or
    above the quote is given. Evidence is standardised by `means` and `scales` first.
    """

    bias: float
    weights: tuple[float, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    threshold: float

    def probability(self, evidence: Sequence[float | None]) -> float:
        """The calibrated probability (0..1); evidence that is missing counts as average."""
        terms = zip(evidence, self.weights, self.means, self.scales, strict=True)
        logit = self.bias + sum(
            weight * (value - mean) / scale
            for value, weight, mean, scale in terms
            if value is not None
        )
        return 1 / (1 + exp(-max(-50.0, min(50.0, logit))))


def contrast(best: Hit, hits: Sequence[Hit]) -> float | None:
    """How far the hit chosen scores above the mean of the others, None if there are none.

    Passages of its own document do not count: they are about the same, whether it answers or not.
    """
    rest = [hit.score for hit in hits if _apart(hit, best)][:BACKGROUND]
    return best.score - sum(rest) / len(rest) if rest else None


def _apart(hit: Hit, best: Hit) -> bool:
    one, other = hit.passage.document, best.passage.document
    return one.doc_id != other.doc_id and (one.title != other.title or not one.title)


def load_calibration(name: str, stored: Path = STORED) -> Calibration:
    """What was fitted under that name (`Reader.calibration_name`).

    Or else, with a warning, what was fitted for the bundled encoder with such a reader.
    """
    fitted = json.loads(stored.read_text(encoding="utf-8"))
    if name not in fitted:
        logger.warning("no calibration for %s: `python -m bot calibrate SETS` makes one", name)
        name = "bundled+reader" if "+" in name else "bundled"
    values = fitted[name]
    return Calibration(
        bias=values["bias"],
        weights=tuple(values["weights"]),
        means=tuple(values["means"]),
        scales=tuple(values["scales"]),
        threshold=values["threshold"],
    )


def store_calibration(name: str, calibration: Calibration, stored: Path = STORED) -> None:
    """Write or replace what was fitted under one name; the others stay."""
    fitted = json.loads(stored.read_text(encoding="utf-8")) if stored.exists() else {}
    fitted[name] = {"fallout": FALLOUT, **asdict(calibration)}
    stored.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


def fit(
    observed: Sequence[Sequence[float | None]],
    right: Sequence[bool],
    left_out: Sequence[bool],
    importance: Sequence[float],
) -> Calibration:
    """Fit weights by penalised maximum likelihood, then the threshold for `FALLOUT`.

    `right[i]` says whether quoting on evidence `observed[i]` is right, `left_out[i]` whether
    nothing could have been; `importance` weighs the observations (equal sets, say).
    """
    rows = np.array([[np.nan if v is None else v for v in row] for row in observed], dtype=float)
    means, scales = np.nanmean(rows, axis=0), np.maximum(np.nanstd(rows, axis=0), 1e-9)
    design = np.column_stack([np.ones(len(rows)), np.nan_to_num((rows - means) / scales)])
    weight = np.asarray(importance, dtype=float) / np.mean(importance)
    solution = _logistic(design, np.asarray(right, dtype=float), weight)
    out = np.asarray(left_out, dtype=bool)
    return Calibration(
        bias=round(float(solution[0]), 6),
        weights=_rounded(solution[1:]),
        means=_rounded(means),
        scales=_rounded(scales),
        threshold=round(_quantile(_sigmoid(design @ solution)[out], weight[out], 1 - FALLOUT), 4),
    )


def _logistic(design: Floats, outcome: Floats, weight: Floats) -> Floats:
    """Newton's method on the log likelihood, the weights but not the bias drawn to 0."""
    penalty = np.diag([1e-9, *[1.0] * (design.shape[1] - 1)])
    solution = np.zeros(design.shape[1])
    for _ in range(50):
        expected = _sigmoid(design @ solution)
        gradient = design.T @ (weight * (outcome - expected)) - penalty @ solution
        curvature = (design.T * (weight * expected * (1 - expected))) @ design + penalty
        solution = solution + np.linalg.solve(curvature, gradient)
    return solution


def _rounded(values: Floats) -> tuple[float, ...]:
    return tuple(round(float(value), 6) for value in values)


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -50, 50))), dtype=float)


def _quantile(values: Floats, weights: Floats, share: float) -> float:
    order = np.argsort(values)
    reached = np.cumsum(weights[order]) / weights.sum()
    return float(values[order][np.searchsorted(reached, share)])
