"""Metrics against values worked out by hand."""

import math
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import VerbatimError
from index.evaluation.metrics import (
    RiskPoint,
    area_under_risk,
    auroc,
    bootstrap,
    calibration_error,
    mean,
    ndcg,
    recall_at,
    reciprocal_rank,
    risk_coverage,
)


def test_ranks_give_recall_mrr_and_ndcg() -> None:
    """Four questions, found first, third, eleventh and never."""
    ranks = [1, 3, 11, None]
    assert recall_at(1, ranks) == 0.25
    assert recall_at(3, ranks) == 0.5
    assert recall_at(11, ranks) == 0.75
    assert reciprocal_rank(ranks) == pytest.approx((1 + 1 / 3) / 4)
    assert ndcg(ranks) == pytest.approx((1 + 0.5) / 4)


def test_nothing_gives_nan() -> None:
    """No questions have no mean, rather than 0."""
    assert math.isnan(mean([]))
    assert math.isnan(auroc([], [1.0]))
    assert math.isnan(calibration_error([], []))
    assert math.isnan(bootstrap([], mean).value)


def test_auroc_counts_pairs_in_order() -> None:
    """Of four pairs, two are in order, one is tied and one is not."""
    assert auroc([0.9, 0.5], [0.5, 0.6]) == pytest.approx((2 + 0.5) / 4)
    assert auroc([0.1], [0.9]) == 0.0


@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=20),
    st.lists(st.integers(0, 5), min_size=1, max_size=20),
)
def test_auroc_is_the_share_of_ordered_pairs(positives: list[int], negatives: list[int]) -> None:
    """As counting every pair gives it."""
    pairs = [(p > n) + (p == n) / 2 for p in positives for n in negatives]
    assert auroc(positives, negatives) == pytest.approx(mean(pairs))


def test_without_the_extra_auroc_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is nothing to compare nothing is missed."""
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(VerbatimError, match=r"pip install '\.\[evaluation\]'$"):
        auroc([0.9], [0.1])
    assert math.isnan(auroc([], [0.1]))


def test_calibration_error_is_the_gap_weighted_by_bin() -> None:
    """Three answers at 0.95 of which two right, one at 0.15 that is wrong."""
    error = calibration_error([0.95, 0.95, 0.95, 0.15], [True, True, False, False])
    assert error == pytest.approx((3 * (0.95 - 2 / 3) + 0.15) / 4)
    assert calibration_error([1.0, 0.0], [True, False]) == 0.0


def test_risk_coverage_has_one_point_a_confidence() -> None:
    """Equal confidences are answered together, since no threshold separates them."""
    points = risk_coverage([0.4, 0.9, 0.4, 0.8], [False, True, True, False])
    assert points == [
        RiskPoint(0.9, 0.25, 0.0),
        RiskPoint(0.8, 0.5, 0.5),
        RiskPoint(0.4, 1.0, 0.5),
    ]
    assert area_under_risk(points) == pytest.approx(0.25 * 0.5 + 0.5 * 0.5)


def test_bootstrap_repeats_and_contains_the_value() -> None:
    """The same seed gives the same interval; 50 % of 100 lies about 10 points either side."""
    outcomes = [True] * 50 + [False] * 50
    interval = bootstrap(outcomes, mean)
    assert interval == bootstrap(outcomes, mean)
    assert interval.value == 0.5
    assert 0.38 < interval.low < 0.44
    assert 0.56 < interval.high < 0.62
