"""Confidence is a probability, and its threshold keeps the stated target."""

import logging
from pathlib import Path

import numpy as np
import pytest

from bot.calibration import (
    FALLOUT,
    Calibration,
    contrast,
    fit,
    load_calibration,
    store_calibration,
)
from index.documents import Document
from index.metrics import calibration_error
from index.passages import Passage
from index.retriever import Hit
from index.text import Span


def _hit(score: float, doc_id: str = "d", title: str = "") -> Hit:
    return Hit(Passage(Document(doc_id, title, "x"), Span(0, 1), "", ()), score, score, (), 0.0)


def test_the_fit_is_calibrated_and_keeps_the_target() -> None:
    """On 4,000 drawn observations whose true probability is known."""
    generator = np.random.default_rng(1)
    left_out = generator.random(4000) < 0.5
    score = np.where(left_out, 0.80, 0.86) + generator.normal(0, 0.03, 4000)
    contrast = generator.normal(0.03, 0.01, 4000)
    right = ~left_out & (generator.random(4000) < 0.9)
    observed = list(zip(score.tolist(), contrast.tolist(), strict=True))
    fitted = fit(observed, right.tolist(), left_out.tolist(), [1.0] * 4000)
    confidences = [fitted.probability(row) for row in observed]
    assert calibration_error(confidences, right.tolist()) < 0.05
    answered = np.array(confidences) >= fitted.threshold
    assert answered[left_out].mean() == pytest.approx(FALLOUT, abs=0.005)
    assert answered[~left_out].mean() > 0.7
    assert fitted.weights[0] > 1.0
    assert abs(fitted.weights[1]) < 0.1


def test_missing_evidence_counts_as_average() -> None:
    """A library of one passage has nothing to compare with."""
    fitted = Calibration(0.5, (2.0, 3.0), (0.8, 0.02), (0.1, 0.01), 0.5)
    assert fitted.probability((0.9, None)) == fitted.probability((0.9, 0.02))
    assert fitted.probability((0.8, 0.02)) == pytest.approx(0.6224593)  # 1 / (1 + exp(-0.5))
    assert fitted.probability((0.9, 0.03)) > fitted.probability((0.9, 0.02))


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
    ours = Calibration(0.1, (1.0, 2.0), (0.8, 0.1), (0.1, 0.1), 0.4)
    other = Calibration(0.2, (1.5, 2.5), (0.7, 0.2), (0.2, 0.2), 0.6)
    store_calibration("bundled", ours, stored)
    store_calibration("big", other, stored)
    assert load_calibration("bundled", stored) == ours
    assert load_calibration("big", stored) == other
    with caplog.at_level(logging.WARNING):
        assert load_calibration("unknown", stored) == ours
    assert "python -m bot calibrate" in caplog.text


def test_the_package_has_a_calibration() -> None:
    """What is shipped can be read and has a weight for each of the encoder's two values."""
    shipped = load_calibration("bundled")
    assert len(shipped.weights) == len(shipped.means) == len(shipped.scales) == 2
    assert 0 < shipped.threshold < 1
