"""Spans from outside: taken only where the bot itself could have shown them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.asking.standing import LONGEST_SHOWN, standing
from index.text import Document, Span
from index.text.passages import Passage

TEXT = "A title\n\nOne is here. Two is here.\n\nThree is here."
DOCUMENT = Document("d", "A title", TEXT)
PASSAGES = [
    Passage(DOCUMENT, Span(0, 34), "A title", (Span(9, 21), Span(22, 34))),
    Passage(DOCUMENT, Span(36, 50), "", (Span(36, 50),)),
]


@pytest.mark.parametrize(
    ("start", "end"), [(9, 21), (9, 34), (22, 50), (0, 34), (0, 50), (36, 50)]
)
def test_whole_sentences_and_passages_stand(start: int, end: int) -> None:
    """One, several, over two passages, with the heading."""
    assert standing(start, end, PASSAGES) == Span(start, end)


@pytest.mark.parametrize(
    ("start", "end"),
    [(10, 21), (9, 20), (9, 9), (21, 9), (-1, 21), (9, 51), (34, 36), (60, 70), (9, 10**30)],
)
def test_what_the_bot_would_never_show_does_not_stand(start: int, end: int) -> None:
    """Half a sentence, nothing, the wrong way round, outside the text, a number without end."""
    assert standing(start, end, PASSAGES) is None


def test_no_more_stands_than_one_answer_holds() -> None:
    """Though every sentence of it does."""
    text = "x" * 99 + "."
    long = Document("l", "", text * 200)
    sentences = tuple(Span(n, n + 100) for n in range(0, 20_000, 100))
    passages = [Passage(long, Span(0, 20_000), "", sentences)]
    most = LONGEST_SHOWN // 100 * 100
    assert standing(0, most, passages)
    assert standing(0, most + 100, passages) is None


@given(st.integers(), st.integers())
def test_any_two_numbers_are_a_span_or_none(start: int, end: int) -> None:
    """Never an error."""
    found = standing(start, end, PASSAGES)
    assert found in (None, Span(max(start, 0), max(start, end, 0)))
