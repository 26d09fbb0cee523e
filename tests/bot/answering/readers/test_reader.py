"""Readers: a quote, or none where confidence is too low."""

from dataclasses import replace

import pytest

from bot.answering.answer import Answer, NoAnswer
from bot.answering.confidence import Calibration, Calibrations
from bot.answering.readers.reader import EncoderReader, load_reader, nothing_answers, read_by
from index.errors import EncoderError
from tests.bot.answering.hits import hit_of
from tests.doubles import BagEncoder

# Probability 0.5 at a score of 0.8, more above.
SINGLE = Calibration(0.0, (1.0,), (0.8,), (0.01,), 0.5, 0.6)


SEVERAL = Calibration(0.0, (0.0, 1.0), (0.0, 0.8), (1.0, 0.01), 0.5, 0.6)


def _reader() -> EncoderReader:
    reader = EncoderReader("bundled")
    reader.calibrations = Calibrations(SEVERAL, SINGLE)
    return reader


def test_answers_at_the_threshold_and_refuses_below() -> None:
    """The same hit a little lower is no answer but the closest there is."""
    reader = _reader()
    answer = reader.read("who is two?", [hit_of(["Two b."], [0.9], score=0.8)])
    assert isinstance(answer, Answer)
    assert answer.confidence == answer.threshold == 0.5
    assert not answer.sure
    sure = reader.read("who is two?", [hit_of(["Two b."], [0.9], score=0.81)])
    assert isinstance(sure, Answer)
    assert sure.sure
    assert answer.quotes[0].text == "Two b."
    refusal = reader.read("who is two?", [hit_of(["Two b."], [0.9], score=0.79)])
    assert isinstance(refusal, NoAnswer)
    assert refusal.closest is not None
    assert refusal.closest.text == "Two b."
    assert refusal.confidence == pytest.approx(0.268941, abs=1e-5)  # 1 / (1 + e)


def test_small_talk_and_an_empty_library_get_nothing() -> None:
    """No quote, and nothing closest either; the reader does not see them."""
    reader, hit = _reader(), hit_of(["Hello."], [0.9])
    assert read_by(reader, "hello", [hit]) == NoAnswer(None, 0.0, 0.5, (hit,))
    assert read_by(reader, "who is two?", []) == NoAnswer(None, 0.0, 0.5, ())
    assert read_by(reader, "who says hello?", [hit]) == reader.read("who says hello?", [hit])


def test_where_nothing_answers_the_threshold_is_that_of_several_documents() -> None:
    """It is not known of how many the library is."""
    reader = EncoderReader("bundled")
    reader.calibrations = Calibrations(replace(SEVERAL, threshold=0.25), SINGLE)
    assert nothing_answers(reader) == NoAnswer(None, 0.0, 0.25, ())


def test_readers_by_name() -> None:
    """What cannot be had is named."""
    assert isinstance(load_reader("none", BagEncoder()), EncoderReader)
    with pytest.raises(EncoderError, match="READER"):
        load_reader("no such reader", BagEncoder())
