"""Normalisation is what Telegram does on display, done once."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.text.normalise import normalised, stream_safe
from index.text.terms import terms_of
from tests.index.text.awkward import AWKWARD


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\tb\x00c\x1bd", "a b c d"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("x\u2028y\u202ez\ufeff", "x\nyz"),
        ("Hafen\u00adgebühr", "Hafengebühr"),
        ("a\u030a", "å"),
        ("q\u030a\u0333", "q"),
        ("  e\u0301  ", "é"),
        ("\ud800x", "\ufffdx"),
    ],
)
def test_normalise_does_what_telegram_does(raw: str, shown: str) -> None:
    """Stored text is what a chat would show of it."""
    assert normalised(raw) == shown


@given(st.text() | AWKWARD)
@example("a\u0333\u030a")
@example("\r\u0301")
def test_normalise_is_done_once(text: str) -> None:
    """A second time changes nothing, and nothing is left that would be changed on display."""
    once = normalised(text)
    assert normalised(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & set("\r\t\x00\xad\u2028\u202e\u030a\u0333\u033f")


# Marks of two classes in turn, which are sorted; one that is taken apart to two of them; marks
# that come together when what parts them goes.
RUNS = ["\u0301\u0316", "\u0f73", "\u0344", "\u0316" * 30 + "\u202a" + "\u0301" * 30 + "\u202a"]


@pytest.mark.parametrize("run", RUNS)
def test_what_follows_a_letter_is_bounded(run: str) -> None:
    """Sorting marks takes the square of their number: of 80,000 ten seconds and more."""
    letter = "q" + run * (80_000 // len(run)) + " end"
    began = time.perf_counter()
    once = normalised(letter)
    terms_of(letter)
    assert time.perf_counter() - began < 1
    assert normalised(once) == once
    assert once.startswith("q")
    assert once.endswith(" end")
    assert len(once) <= 1 + 30 + 4


def test_as_many_marks_as_languages_have_are_kept() -> None:
    """30 marks stay, in whatever letters; the 31st goes (Unicode annex 15)."""
    assert stream_safe("x" + "\u0316" * 30 + "y") == "x" + "\u0316" * 30 + "y"
    assert stream_safe("x" + "\u0316" * 31 + "y") == "x" + "\u0316" * 30 + "y"
    assert stream_safe("ﾀﾞ" * 100) == "ﾀﾞ" * 100
