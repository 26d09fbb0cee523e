"""Taps on one button: the first is answered, the others have not seen the answer yet."""

from bot.telegram.taps import Taps


def test_a_second_tap_is_none_while_the_first_is_answered_and_a_moment_after() -> None:
    """Then the same button may be pressed again; another button at any time."""
    now = 0.0
    taps = Taps(lambda: now)
    with taps.first((1, 2), "a") as first:
        assert first
        with taps.first((1, 2), "a") as again, taps.first((1, 2), "b") as other:
            assert not again
            assert other
    now = 0.9
    with taps.first((1, 2), "a") as again, taps.first((1, 3), "a") as elsewhere:
        assert not again
        assert elsewhere
    now = 1.1
    with taps.first((1, 2), "a") as later:
        assert later


def test_a_tap_that_fails_is_over() -> None:
    """Its button is not dead for ever."""
    now = 0.0
    taps = Taps(lambda: now)
    try:
        with taps.first((1, 2), "a"):
            raise ZeroDivisionError
    except ZeroDivisionError:
        now = 2.0
    with taps.first((1, 2), "a") as later:
        assert later
