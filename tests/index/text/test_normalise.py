"""Normalisation is what Telegram does on display, done once."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.text.normalise import normalised
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
