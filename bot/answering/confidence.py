"""From evidence to probability: logistic regressions, fitted on question sets, kept as JSON.

One for libraries of several documents, where being ahead of the others is evidence too, and one
for libraries of a single document, where there are no others.
"""

import json
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import exp
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from index.errors import VerbatimError, require
from index.retriever import Hit

logger = logging.getLogger(__name__)

Floats = NDArray[np.float64]

STORED = Path(__file__).with_name("calibration.json")
# The best hit is compared with the mean of so many after it: what this library offers for any
# question at all, answered or not.
BACKGROUND = 5
# The stated target: of the questions whose document is left out, at most this share is answered.
FALLOUT = 0.15
# And the stated target of being sure: of the quotes given then, at most this share is wrong.
WRONG = 0.06
# Evidence that spreads less than this is the same everywhere.
SAME = 1e-4
# Log odds beyond these say no more.
MOST_SURE = 50.0

Kind = Literal["answerable", "left out", "look-alike"]
"""Of a question asked for the fit: see `bot.evaluation.run`."""
Evidence = tuple[float | None, ...]
"""The contrast first, None in a library of one document; then what the reader found."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure to be, and how sure is enough.

    `probability` of the evidence is that of the quote answering; at `threshold` or above the quote
    is given, at `sure` or above without a reservation. Evidence is standardised by `means` and
    `scales` first.
    """

    bias: float
    weights: tuple[float, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    threshold: float
    sure: float

    def probability(self, evidence: Sequence[float]) -> float:
        """The calibrated probability, 0..1."""
        terms = zip(evidence, self.weights, self.means, self.scales, strict=True)
        logit = self.bias + sum(
            weight * (value - mean) / scale for value, weight, mean, scale in terms
        )
        return 1 / (1 + exp(-max(-MOST_SURE, min(MOST_SURE, logit))))


@dataclass(frozen=True, slots=True)
class Calibrations:
    """What was fitted for libraries of several documents, and of one."""

    several: Calibration
    single: Calibration

    def judge(self, evidence: Evidence) -> tuple[float, Calibration]:
        """The probability, and the calibration that says what it suffices for."""
        known = [value for value in evidence if value is not None]
        fitted = self.single if evidence[0] is None else self.several
        return fitted.probability(known), fitted


def contrast(best: Hit, hits: Sequence[Hit]) -> float | None:
    """How far the hit chosen scores above the mean of the others, None if there are none.

    Passages of its own document do not count: they are about the same, whether it answers or not.
    """
    rest = [hit.score for hit in hits if _apart(hit, best)][:BACKGROUND]
    return best.score - sum(rest) / len(rest) if rest else None


def _apart(hit: Hit, best: Hit) -> bool:
    one, other = hit.passage.document, best.passage.document
    return one.doc_id != other.doc_id and (one.title != other.title or not one.title)


def load_calibrations(name: str, stored: Path = STORED) -> Calibrations:
    """What was fitted under that name (`Reader.calibration_name`).

    Or else, with a warning, what was fitted for the bundled encoder with such a reader.
    """
    fitted = json.loads(stored.read_text(encoding="utf-8"))
    if name not in fitted:
        logger.warning("no calibration for %s: `python -m bot calibrate SETS` makes one", name)
        name = "bundled+reader" if "+" in name else "bundled"
    return Calibrations(
        _calibration(fitted[name]["several"]), _calibration(fitted[name]["single"])
    )


def _calibration(values: dict[str, Any]) -> Calibration:
    lists = {key: tuple(values[key]) for key in ("weights", "means", "scales")}
    return Calibration(**{**values, **lists})


def where_stored() -> Path:
    """The file that a fit is written to. Raises VerbatimError where this user may not."""
    if not os.access(STORED if STORED.exists() else STORED.parent, os.W_OK):
        raise VerbatimError(
            f"the fit could not be stored in {STORED}, which may not be written: calibrate in a"
            " checkout of your own, and let who installs this one put the file there"
        )
    return STORED


def store_calibrations(name: str, found: Calibrations, path: Path | None = None) -> Path:
    """Write or replace what was fitted under one name; the others stay. Where it was written."""
    stored = path or STORED
    fitted = json.loads(stored.read_text(encoding="utf-8")) if stored.exists() else {}
    fitted[name] = {"fallout": FALLOUT, "wrong": WRONG, **asdict(found)}
    stored.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    return stored


def fit(
    observed: Sequence[Sequence[float]],
    right: Sequence[bool],
    kinds: Sequence[Kind],
    importance: Sequence[float],
) -> Calibration:
    """Fit weights by penalised maximum likelihood, then thresholds for `FALLOUT` and `WRONG`.

    `right[i]` says whether quoting on evidence `observed[i]` is right, `kinds[i]` of which kind
    the question is; `importance` weighs the observations (equal sets, say). Raises VerbatimError
    without the extra `evaluation`.
    """
    rows = np.array(observed, dtype=float)
    means, scales = _standards(rows)
    standardised = (rows - means) / scales
    weight = np.asarray(importance, dtype=float) / np.mean(importance)
    good = np.asarray(right, dtype=float)
    bias, weights = _logistic(standardised, good, weight)
    found = _sigmoid(bias + standardised @ weights)
    out = np.array([kind == "left out" for kind in kinds])
    plain = np.array([kind != "look-alike" for kind in kinds])
    return Calibration(
        bias=round(bias, 6),
        weights=_rounded(weights),
        means=_rounded(means),
        scales=_rounded(scales),
        threshold=round(_quantile(found[out], weight[out], 1 - FALLOUT), 4),
        sure=round(_where_sure(found[plain], good[plain], weight[plain]), 4),
    )


def _standards(rows: Floats) -> tuple[Floats, Floats]:
    """The mean and the spread of each kind of evidence."""
    spread = rows.std(axis=0)
    # What is always the same has no weight, and must not be divided by nothing once rounded.
    return rows.mean(axis=0), np.where(spread < SAME, 1.0, spread)


def _where_sure(found: Floats, right: Floats, weights: Floats) -> float:
    """The lowest probability above which at most the share `WRONG` is not right; 1 if none is."""
    order = np.argsort(-found)
    wrong = np.cumsum(((1 - right) * weights)[order]) / np.cumsum(weights[order])
    kept = np.flatnonzero(wrong <= WRONG)
    return float(found[order][kept[-1]]) if len(kept) else 1.0


def _logistic(rows: Floats, outcome: Floats, weight: Floats) -> tuple[float, Floats]:
    """Bias and weights; the weights, but not the bias, are drawn to 0 (L2, strength 1)."""
    require("sklearn", "evaluation")
    from sklearn.linear_model import LogisticRegression

    if len(np.unique(outcome)) == 1:  # nothing to tell apart: as sure as can be
        return (MOST_SURE if outcome[0] else -MOST_SURE), np.zeros(rows.shape[1])
    model = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-10)
    model.fit(rows, outcome, sample_weight=weight)
    return float(model.intercept_[0]), np.asarray(model.coef_[0], dtype=float)


def _rounded(values: Floats) -> tuple[float, ...]:
    return tuple(round(float(value), 6) for value in values)


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -MOST_SURE, MOST_SURE))), dtype=float)


def _quantile(values: Floats, weights: Floats, share: float) -> float:
    order = np.argsort(values)
    reached = np.cumsum(weights[order]) / weights.sum()
    return float(values[order][np.searchsorted(reached, share)])
