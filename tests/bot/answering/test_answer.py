"""Quotes are words of a document."""

import pytest

from bot.answering.answer import Quote
from index.text.spans import Span
from tests.bot.terminal.results import DOCUMENT, TEXT


def test_a_quote_cannot_be_made_of_nothing() -> None:
    """Its words are in the document, the answering ones in the quote."""
    with pytest.raises(ValueError, match="not a quote"):
        Quote(DOCUMENT, Span(0, len(TEXT) + 1), Span(0, 1), "")
    with pytest.raises(ValueError, match="not a quote"):
        Quote(DOCUMENT, Span(5, 9), Span(0, 1), "")
