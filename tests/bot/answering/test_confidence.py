"""Confidence is a probability, and its threshold keeps the stated target."""

import logging
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.answering.confidence import (
    FALLOUT,
    WRONG,
    Calibration,
    Calibrations,
    Kind,
    contrast,
    fit,
    load_calibrations,
    store_calibrations,
)
from index.errors import VerbatimError
from index.evaluation.metrics import calibration_error
from index.retriever import Hit
from index.text.documents import Document
from index.text.passages import Passage
from index.text.spans import Span


def _hit(score: float, doc_id: str = "d", title: str = "") -> Hit:
    return Hit(Passage(Document(doc_id, title, "x"), Span(0, 1), "", ()), score, score, (), 0.0)


def test_the_fit_is_calibrated_and_keeps_the_targets() -> None:
    """On 4,000 drawn observations whose true probability is known."""
    generator = np.random.default_rng(1)
    left_out = generator.random(4000) < 0.5
    score = np.where(left_out, 0.80, 0.86) + generator.normal(0, 0.03, 4000)
    contrast = generator.normal(0.03, 0.01, 4000)
    right = ~left_out & (generator.random(4000) < 0.98)
    observed = list(zip(score.tolist(), contrast.tolist(), strict=True))
    kinds: list[Kind] = ["left out" if out else "answerable" for out in left_out]
    fitted = fit(observed, right.tolist(), kinds, [1.0] * 4000)
    confidences = [fitted.probability(row) for row in observed]
    assert calibration_error(confidences, right.tolist()) < 0.05
    answered = np.array(confidences) >= fitted.threshold
    assert answered[left_out].mean() == pytest.approx(FALLOUT, abs=0.005)
    assert answered[~left_out].mean() > 0.7
    sure = np.array(confidences) >= fitted.sure
    assert (~right[sure]).mean() == pytest.approx(WRONG, abs=0.005)
    assert 0.1 < sure[~left_out].mean() < answered[~left_out].mean()
    assert fitted.weights[0] > 1.0
    assert abs(fitted.weights[1]) < 0.1


def test_the_fit_is_the_maximum_of_the_penalised_likelihood() -> None:
    """To six digits as by Newton's method on the same observations, with one value and two."""
    kinds: list[Kind] = [("answerable", "left out", "look-alike")[n % 3] for n in range(60)]
    rows = [[n * 37 % 61 / 61, n * 53 % 47 / 47] for n in range(60)]
    right = [
        (kind == "answerable" and sum(row) > 0.6) or n % 11 == 0
        for n, (kind, row) in enumerate(zip(kinds, rows, strict=True))
    ]
    importance = [4.0 if kind == "look-alike" else 1.0 for kind in kinds]
    both = fit(rows, right, kinds, importance)
    assert [both.bias, *both.weights] == pytest.approx([-1.158153, 0.203611, 0.217652], abs=2e-6)
    assert (both.means, both.scales) == ((0.493443, 0.465957), (0.29075, 0.287817))
    assert (both.threshold, both.sure) == (0.3236, 1.0)
    one = fit([row[:1] for row in rows], right, kinds, importance)
    assert [one.bias, *one.weights] == pytest.approx([-1.155393, 0.190162], abs=2e-6)
    assert (one.threshold, one.sure) == (0.2783, 1.0)


def test_without_the_extra_the_fit_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else of the confidence needs it."""
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(VerbatimError, match=r"pip install '\.\[evaluation\]'$"):
        fit([[0.0], [1.0]], [False, True], ["left out", "answerable"], [1.0, 1.0])
    assert load_calibrations("bundled").several.probability((0.0, 0.8)) < 1


def test_look_alikes_do_not_count_for_the_targets() -> None:
    """They are fitted with, but no set says how common they are."""
    observed = [[float(place)] for place in range(200)]
    kinds: list[Kind] = ["left out" if place < 100 else "answerable" for place in range(200)]
    right = [kind == "answerable" for kind in kinds]
    plain = fit(observed, right, kinds, [1.0] * 200)
    more = fit([*observed, [300.0]], [*right, False], [*kinds, "look-alike"], [1.0] * 201)
    assert more.probability([0.0]) > plain.probability([0.0])
    assert more.probability([84.0]) == pytest.approx(more.threshold, abs=1e-4)
    assert more.probability([94.0]) == pytest.approx(more.sure, abs=1e-4)


def test_never_sure_where_every_quote_is_wrong() -> None:
    """No probability suffices then."""
    kinds: list[Kind] = ["answerable", "answerable", "left out"]
    fitted = fit([[1.0], [2.0], [0.0]], [False] * 3, kinds, [1.0] * 3)
    assert (fitted.threshold, fitted.sure) == (0.0, 1.0)
    assert fitted.probability([1.0]) < 1e-8


def test_a_single_document_is_judged_by_what_there_is() -> None:
    """It has no others to be ahead of."""
    several = Calibration(0.5, (2.0, 3.0), (0.02, 0.8), (0.01, 0.1), 0.3, 0.7)
    single = Calibration(0.0, (1.0,), (0.8,), (0.1,), 0.4, 0.8)
    both = Calibrations(several, single)
    confidence, found = both.judge((0.02, 0.8))
    assert confidence == pytest.approx(0.6224593)  # 1 / (1 + exp(-0.5))
    assert found is several
    confidence, found = both.judge((None, 0.9))
    assert confidence == pytest.approx(0.7310586)  # 1 / (1 + exp(-1))
    assert found is single


def test_evidence_compares_with_other_documents() -> None:
    """The distance to the mean of the first five others; the same document is no comparison."""
    scores = (0.9, 0.8, 0.8, 0.8, 0.7, 0.7, 0.1)
    hits = [_hit(score, str(place)) for place, score in enumerate(scores)]
    assert contrast(hits[0], hits) == pytest.approx(0.9 - 0.76)
    assert contrast(hits[4], hits) == pytest.approx(0.7 - 0.8)
    assert contrast(hits[0], hits[:1]) is None
    assert contrast(_hit(0.9), [_hit(0.9), _hit(0.5)]) is None
    titled = [_hit(0.9, "a", "T"), _hit(0.8, "b", "T"), _hit(0.6, "c", "U")]
    assert contrast(titled[0], titled) == pytest.approx(0.3)


def test_each_encoder_keeps_its_own(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Stored and read back; for an unknown encoder the bundled one's, with a warning."""
    stored = tmp_path / "calibration.json"
    single = Calibration(0.0, (2.0,), (0.8,), (0.1,), 0.5, 0.9)
    ours = Calibrations(Calibration(0.1, (1.0, 2.0), (0.8, 0.1), (0.1, 0.1), 0.4, 0.8), single)
    other = Calibrations(Calibration(0.2, (1.5, 2.5), (0.7, 0.2), (0.2, 0.2), 0.6, 0.7), single)
    store_calibrations("bundled", ours, stored)
    store_calibrations("big", other, stored)
    assert load_calibrations("bundled", stored) == ours
    assert load_calibrations("big", stored) == other
    with caplog.at_level(logging.WARNING):
        assert load_calibrations("unknown", stored) == ours
    assert "python -m bot calibrate" in caplog.text


def test_the_package_has_calibrations() -> None:
    """What is shipped can be read, and has a weight for each value of the evidence."""
    for name in ("bundled", "bundled+reader"):
        shipped = load_calibrations(name)
        found = 9 if "reader" in name else 1  # beside how far it is ahead
        for one, count in ((shipped.several, found + 1), (shipped.single, found)):
            assert len(one.weights) == len(one.means) == len(one.scales) == count
            assert 0 < one.threshold < one.sure < 1


def test_evidence_that_never_changes_says_nothing() -> None:
    """It gets no weight, and can be judged by all the same."""
    observed = [(score, 2.5) for score in (0.1, 0.2, 0.8, 0.9)] * 5
    right = [False, False, True, True] * 5
    kinds: list[Kind] = ["left out", "left out", "answerable", "answerable"] * 5
    fitted = fit(observed, right, kinds, [1.0] * 20)
    assert fitted.weights[1] == 0.0
    assert fitted.probability((0.9, 2.5)) > 0.5 > fitted.probability((0.1, 2.5))
