"""Marks are kept for months: the same thing has the same one in every version."""

from bot.telegram.marks import mark_of, mark_of_generation
from index.store import Generation

LIVE = Generation(3, "2026-01-02T03:04:05+00:00", "bag", "1", 8, 2, 5)


def test_marks_are_the_same_in_every_version() -> None:
    """They depend on what is said here, and not on how the code writes or names it."""
    assert mark_of("Mooring costs 15 crowns.") == 174560
    assert mark_of_generation(LIVE) == 928698
