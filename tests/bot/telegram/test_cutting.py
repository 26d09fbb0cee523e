"""Long quotes cut for messages: whole as far as they go, and cheap however long they are."""

import time
from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.cutting import MOST_MESSAGES, pieces
from bot.telegram.messages import units
from index.text.spans import Span

LETTERS = st.sampled_from("ab .\n\u0301字🎻👩\u200d")


@given(st.text(LETTERS, min_size=1, max_size=80), st.integers(2, 30), st.data())
def test_pieces_fit_and_lose_nothing_but_white_space(
    text: str, room: int, data: st.DataObject
) -> None:
    """Whatever the text: at most three, each full of it, and together its beginning."""
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=6))))
    sentences = tuple(Span(a, b) for a, b in pairwise(cuts))
    found = pieces(text, Span(0, len(text)), sentences, room)
    assert 1 <= len(found) <= MOST_MESSAGES
    assert all(0 < units(piece.of(text)) <= room for piece in found)
    ends = [0, *(piece.end for piece in found)]
    for piece, before in zip(found, ends, strict=False):
        assert not text[before : piece.start].strip()
    assert (
        found[-1].end == len(text) or len(found) == MOST_MESSAGES or not text[ends[-1] :].strip()
    )


def test_what_fits_is_one_piece() -> None:
    """Counted as Telegram counts: a violin takes two units."""
    assert pieces("🎻🎻", Span(0, 2), (), 4) == [Span(0, 2)]
    assert pieces("🎻🎻", Span(0, 2), (), 3) == [Span(0, 1), Span(1, 2)]


def test_it_is_cut_where_a_sentence_ends_then_at_a_space_then_between_characters() -> None:
    """The best place that fits, also where it is the very end of the room."""
    text = "One two. Three four."
    assert pieces(text, Span(0, 20), (Span(0, 8), Span(9, 20)), 12)[0] == Span(0, 8)
    assert pieces(text, Span(0, 20), (), 12)[0] == Span(0, 8)
    assert pieces(text, Span(0, 20), (), 14)[0] == Span(0, 14)
    assert pieces("abe\u0301fgh", Span(0, 7), (), 3)[0] == Span(0, 2)


def test_a_character_that_fits_nowhere_is_cut() -> None:
    """A letter under more marks than a message holds ends no loop."""
    found = pieces("a" + "\u0301" * 50, Span(0, 51), (), 10)
    assert [len(piece) for piece in found] == [10, 10, 10]


@pytest.mark.parametrize("text", ["word " * 200_000, "字" * 1_000_000, "a" + "\u0301" * 999_999])
def test_a_long_text_takes_no_longer_than_what_is_shown_of_it(text: str) -> None:
    """A megabyte is cut in well under the 50 ms that the loop may be held."""
    sentences = tuple(Span(n, n + 4) for n in range(0, len(text) - 5, 5))
    took = []
    for _ in range(3):
        began = time.perf_counter()
        pieces(text, Span(0, len(text)), sentences, 3_396)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.02


def test_only_three_messages_are_made() -> None:
    """What is left out begins where the third ends."""
    text = "word " * 100
    found = pieces(text, Span(0, 500), (), 20)
    assert [piece.of(text) for piece in found] == ["word word word word"] * 3
    assert regex.match(r"\s*word", text, pos=found[-1].end)
