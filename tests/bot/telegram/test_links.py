"""Deep links: what they open, and that anything else is a plain start."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Label, Quote
from bot.telegram.buttons import Button, Example, Widen
from bot.telegram.links import address, linked, to_given, to_question
from bot.telegram.links import given as looked_up
from index.text import Document, Span
from index.versions import QuoteId

QUOTE = Widen(3, 7, 10, 20, label=Label.OPENED)


@pytest.mark.parametrize(
    ("payload", "opened"),
    [
        ("q_2", Example(place=2)),
        ("p_3_7_10_20", QUOTE),
        ("a_V2h5Pw", "Why?"),
        ("p_3_7_10", None),
        ("p_3_7", None),
        ("p_3_7_10_20_1", None),
        ("q_", None),
        ("q_1_2", None),
        ("q_99999999999", None),
        ("x_1", None),
        ("a_", None),
        ("a_V2h5Pw==", "Why?"),
        ("a_V", None),
        ("a_____", None),
        ("a_IA", None),
        ("a_й", None),
        ("inline", None),
        ("", None),
    ],
)
def test_deep_links_open_a_quote_or_ask(payload: str, opened: Button | str | None) -> None:
    """An example, a question or a quote that nobody asked for; else a plain start."""
    assert linked(payload) == opened


def test_a_link_to_a_quote_is_one_that_telegram_takes() -> None:
    """Also for the largest numbers; no other link is taken for it."""
    document = Document("name" * 500, "", "one two")
    quote = Quote(document, Span(4, 7), Span(4, 7), "")
    payload = to_given(quote)
    assert re.fullmatch(r"v_[\w-]{34}", payload, re.ASCII)
    assert QuoteId.read(looked_up(payload) or "") == QuoteId.of(document, Span(4, 7))
    assert str(QuoteId(b"123456", b"123456789", Span(2**31, 2**32 - 1)))
    assert looked_up("p_3_7_10_20") is None
    assert linked(payload) is None
    assert address("a_bot", payload) == f"https://t.me/a_bot?start={payload}"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_question_comes_back_from_its_link(question: str) -> None:
    """If it fits into one: else there is no link."""
    payload = to_question(question)
    if payload is None:
        assert not question or len(question.encode()) > 46
    else:
        assert re.fullmatch(r"[\w-]{1,64}", payload, re.ASCII)
        assert linked(payload) == (question.strip() or None)
