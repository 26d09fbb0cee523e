"""Raised letters that are exponents, and those that are none."""

import pytest

from index.sources.shifted import raised


@pytest.mark.parametrize(
    ("before", "text", "line"),
    [
        ("it has 2", "n", "it has 2^n"),
        ("2", "n ", "2^n "),
        ("x", "n+1 ", "x^(n+1) "),
        ("3·2", "k", "3·2^k"),
        ("2", "n-1", "2^(n-1)"),
        ("x", "2n", "x^(2n)"),
        ("e", "-x", "e^(-x)"),
        ("e", "−2kt", "e^(−2kt)"),
        ("10", "-n", "10^(-n)"),
        ("10", "-3", "10⁻³"),
        ("(1+i)", "t", "(1+i)^t"),
        ("e", "iπ", "e^(iπ)"),
        ("x", "α", "x^α"),
        ("of R", "n", "of R^n"),
        ("2", "N", "2^N"),
        ("e", "−t/τ", "e^(−t/τ)"),
        ("the 5", "th", "the 5th"),
        ("le 1", "er", "le 1er"),
        ("the 1", "-st", "the 1-st"),
        ("1", "o", "1o"),
        ("5", "a", "5a"),
        ("M", "me", "Mme"),
        ("N", "o", "No"),
        ("S", "t", "St"),
        ("W", "m", "Wm"),
        ("5h 35", "m", "5h 35m"),
        ("21", "η", "21η"),
        ("21", "ος", "21ος"),
        ("the population", "n", "the populationn"),
        ("5", "-й", "5-й"),
        ("", "n", "n"),
    ],
)
def test_an_exponent_of_letters_is_raised(before: str, text: str, line: str) -> None:
    """After a number, a bracket or a single letter; endings of words stay on the line."""
    assert before + raised(text, before) == line
