"""Quotes too long for a message: as much as fits, and cheap however long they are."""

import time
from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.cutting import ROOM, fitting, units
from index.text.spans import Span

LETTERS = st.sampled_from("ab .\n\u0301字🎻👩\u200d")


@given(st.text(LETTERS, min_size=1, max_size=80), st.integers(2, 30), st.data())
def test_what_fits_is_the_beginning(text: str, room: int, data: st.DataObject) -> None:
    """Whatever the text: never nothing, never more than fits, all of it if it fits."""
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    sentences = tuple(Span(a, b) for a, b in pairwise(cuts))
    found = fitting(text, Span(0, len(text)), sentences, room)
    assert found.start == 0
    assert 0 < units(found.of(text)) <= room
    assert (found.end == len(text)) == (units(text) <= room)


def test_units_are_counted_as_telegram_counts() -> None:
    """A violin takes two."""
    assert units("🎻a") == 3
    assert fitting("🎻🎻", Span(0, 2), (), 4) == Span(0, 2)
    assert fitting("🎻🎻", Span(0, 2), (), 3) == Span(0, 1)


def test_it_is_cut_where_a_sentence_ends_then_at_a_space_then_between_characters() -> None:
    """The best place that fits, also where it is the very end of the room."""
    text = "One two. Three four."
    assert fitting(text, Span(0, 20), (Span(0, 8), Span(9, 20)), 12) == Span(0, 8)
    assert fitting(text, Span(0, 20), (), 12) == Span(0, 8)
    assert fitting(text, Span(0, 20), (), 14) == Span(0, 14)
    assert fitting("abe\u0301fgh", Span(0, 7), (), 3) == Span(0, 2)


def test_a_character_that_fits_nowhere_is_cut() -> None:
    """A letter under more marks than a message holds ends no loop."""
    assert len(fitting("a" + "\u0301" * 50, Span(0, 51), (), 10)) == 10


@pytest.mark.parametrize("text", ["word " * 200_000, "字" * 1_000_000, "a" + "\u0301" * 999_999])
def test_a_long_text_takes_no_longer_than_what_is_shown_of_it(text: str) -> None:
    """A megabyte is cut in well under the 50 ms that the loop may be held."""
    sentences = tuple(Span(n, n + 4) for n in range(0, len(text) - 5, 5))
    took = []
    for _ in range(3):
        began = time.perf_counter()
        found = fitting(text, Span(0, len(text)), sentences)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.02
    assert ROOM - 5 <= units(found.of(text)) <= ROOM
    assert regex.match(r"\s*\S", text, pos=found.end)
