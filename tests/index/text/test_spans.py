"""Spans, and the paragraphs of a text."""

import tracemalloc

import pytest
from hypothesis import given

from index.text.spans import Span, paragraphs
from tests.index.text.awkward import AWKWARD, check_cover


@given(AWKWARD)
def test_paragraphs_cover_the_text(text: str) -> None:
    """Spans rise, do not overlap, and leave out white space only."""
    check_cover(paragraphs(text), text)


def test_paragraphs_part_at_blank_lines() -> None:
    """One line feed does not end a paragraph; an empty line, also with blanks in it, does."""
    text = "one\ntwo\n \t\n\nthree"
    assert [span.of(text) for span in paragraphs(text)] == ["one\ntwo", "three"]


def test_a_line_without_end_takes_no_more_than_itself() -> None:
    """One of 99 million letters took 6.4 GB."""
    text = "a" * 1_000_000
    tracemalloc.start()
    assert paragraphs(text) == [Span(0, len(text))]
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taken < 2 * len(text)


def test_span_refuses_nonsense() -> None:
    """A span starts at 0 or later and does not end before it starts."""
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)
    assert Span(1, 4).contains(Span(2, 4))
    assert not Span(1, 4).contains(Span(0, 2))
    assert Span(1, 3).of("abcd") == "bc"
