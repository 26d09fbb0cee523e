"""Quotes are words of a document."""

from dataclasses import replace

import pytest

from bot.answering.answer import Answer, Label, NoAnswer, Quote
from index.text.passages import Passage
from index.text.spans import Span
from tests.bot.terminal.results import DOCUMENT, TEXT


def test_a_quote_cannot_be_made_of_nothing() -> None:
    """Its words are in the document, the answering ones in the quote."""
    with pytest.raises(ValueError, match="not a quote"):
        Quote(DOCUMENT, Span(0, len(TEXT) + 1), Span(0, 1), "")
    with pytest.raises(ValueError, match="not a quote"):
        Quote(DOCUMENT, Span(5, 9), Span(0, 1), "")


@pytest.mark.parametrize(("sure_from", "label"), [(0.5, Label.SURE), (0.6, Label.UNSURE)])
def test_the_label_of_a_quote_is_that_of_its_answer(sure_from: float, label: Label) -> None:
    """Whoever made the quote: sure or not, for each."""
    quote = Quote(DOCUMENT, Span(0, 5), Span(0, 4), "")
    assert quote.label is Label.OPENED
    answer = Answer((quote, quote), 0.5, 0.4, (), sure_from=sure_from)
    assert [one.label for one in answer.quotes] == [label, label]


def test_what_is_closest_is_labelled_so() -> None:
    """Also if it was an answer elsewhere."""
    quote = Quote(DOCUMENT, Span(0, 5), Span(0, 4), "", label=Label.SURE)
    refusal = NoAnswer(quote, 0.1, 0.4, ())
    assert refusal.closest
    assert refusal.closest.label is Label.CLOSEST


def test_a_quote_is_of_the_passage_it_stands_in() -> None:
    """Of the same document, and inside."""
    quote = Quote(DOCUMENT, Span(3, 6), Span(4, 5), "")
    for document, span, is_of in (
        (DOCUMENT, Span(3, 6), True),
        (DOCUMENT, Span(0, 9), True),
        (DOCUMENT, Span(4, 9), False),
        (DOCUMENT, Span(0, 5), False),
        (replace(DOCUMENT, doc_id="other"), Span(3, 6), False),
    ):
        assert quote.is_of(Passage(document, span, "", (span,))) is is_of
