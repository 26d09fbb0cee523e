"""The reader's network: what a reading says, and files that cannot be trusted."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.readers.bundled_model import BundledModel
from bot.answering.readers.model import LONGEST_ANSWER, Reading
from index.errors import EncoderError
from index.text.spans import Span

LOGITS = st.floats(-20, 20, width=32)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Tokens one after the other, with gaps, and any logits."""
    lengths = draw(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 4)), max_size=60))
    offsets, place = [], 0
    for gap, length in lengths:
        offsets.append((place + gap, place + gap + length))
        place += gap + length
    logits = draw(st.lists(st.tuples(LOGITS, LOGITS), min_size=len(offsets),
                           max_size=len(offsets)))  # fmt: skip
    pairs = np.array(logits, dtype=np.float32).reshape(-1, 2)
    where = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    return Reading(0.0, pairs[:, 0], pairs[:, 1], where)


@given(readings(), st.integers(0, 100), st.integers(0, 100))
def test_the_best_span_is_the_best_of_all(reading: Reading, one: int, other: int) -> None:
    """As found by trying every start and end; it always lies within."""
    within = Span(min(one, other), max(one, other))
    logit, span = reading.best(within)
    assert within.start <= span.start <= span.end <= within.end
    inside = [
        place
        for place, (_, end) in enumerate(reading.offsets.tolist())
        if within.start < end <= within.end
    ]
    sums = [
        float(reading.starts[first] + reading.ends[last])
        for n, first in enumerate(inside)
        for last in inside[n : n + LONGEST_ANSWER]
    ]
    assert logit == pytest.approx(max(sums, default=float("-inf")), abs=1e-4)


@pytest.mark.parametrize("harm", ["missing", "changed", "no list"])
def test_damaged_files_are_not_used(tmp_path: Path, harm: str) -> None:
    """Each says what to do."""
    (tmp_path / "encoder.onnx").write_bytes(b"anything")
    sums = {"encoder.onnx": "0" * 64}
    if harm != "no list":
        (tmp_path / "checksums.json").write_text(json.dumps(sums), encoding="utf-8")
    if harm == "missing":
        (tmp_path / "encoder.onnx").unlink()
    with pytest.raises(EncoderError, match="READER=none"):
        BundledModel(tmp_path)


@pytest.mark.slow
def test_the_shipped_reader_finds_the_words() -> None:
    """In English, and across languages; nothing where nothing answers."""
    network = BundledModel()
    text = "👩🏽‍🚀 The bridge was opened on 4 May 1987 by the queen. It is 312 metres long."
    found = {}
    for question in ("When was the bridge opened?", "Quand le pont a-t-il été inauguré ?"):
        (reading,) = network.read(question, [text])
        found[question] = reading.best(Span(0, len(text)))[1].of(text).strip()
    assert set(found.values()) == {"4 May 1987"}
    answered, not_answered = (
        network.read(question, [text])[0].relevance
        for question in ("When was the bridge opened?", "Who painted the bridge?")
    )
    assert answered > not_answered


@pytest.mark.slow
def test_a_very_long_passage_is_read_to_its_end() -> None:
    """Past what the model takes at once."""
    text = "The weather was fine. " * 150 + "The bridge was opened on 4 May 1987."
    (reading,) = BundledModel().read("When was the bridge opened?", [text])
    assert reading.best(Span(0, len(text)))[1].of(text).strip() == "4 May 1987"


@pytest.mark.slow
def test_a_title_says_what_a_passage_is_about() -> None:
    """It is read before the passage; nothing is quoted from it."""
    text = "It was opened on 4 May 1987 by the queen. It is 312 metres long."
    network, question = BundledModel(), "When was the Vestre bridge opened?"
    named, bare, other = network.read(
        question, [text] * 3, ["Vestre bridge", "", "Holmen swimming pool"]
    )
    assert named.relevance > bare.relevance > other.relevance
    assert named.best(Span(0, len(text)))[1].of(text).strip() == "4 May 1987"
    assert len(named.starts) == len(bare.starts) == len(named.offsets)
