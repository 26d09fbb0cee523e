"""Words that several documents have are quoted once."""

from dataclasses import replace

from bot.answering.answer import Answer, Quote
from bot.answering.twins import quoted_once
from index.retriever import Hit
from index.text.documents import Document
from index.text.passages import Passage
from index.text.spans import Span


def _hit(name: str, text: str) -> Hit:
    whole = Span(0, len(text))
    return Hit(Passage(Document(name, name, text), whole, "", (whole,)), 0.5, 0.5, (0.5,), 0.0)


def _quote(hit: Hit) -> Quote:
    return Quote(hit.passage.document, hit.passage.span, hit.passage.span, "")


def test_the_same_words_are_quoted_once_and_both_sources_named() -> None:
    """However they are spaced, hyphenated or capitalised, and also where more stands around."""
    hits = (
        _hit("a", "The pier closes at nine."),
        _hit("b", "The PIER closes\nat nine."),
        _hit("c", "Please note: the pier closes at nine. Thank you."),
        _hit("d", "The pier closes at ten."),
        _hit("e", "The pier never closes at nine."),
    )
    hits = (replace(hits[0], twins=(_hit("z", "The pier closes at nine.").passage,)), *hits[1:])
    both = Answer((_quote(hits[0]), _quote(hits[1])), 0.9, 0.5, hits)
    (quote,) = quoted_once(both).quotes
    assert quote.document.doc_id == "a"
    assert [one.doc_id for one in quote.also] == ["z", "b", "c"]


def test_one_word_more_or_another_number_is_another_text() -> None:
    """Both are quoted, and neither names the other."""
    hits = (_hit("a", "The pier closes at 9."), _hit("b", "The pier closes at 19."))
    quotes = quoted_once(Answer((_quote(hits[0]), _quote(hits[1])), 0.9, 0.5, hits)).quotes
    assert [(quote.document.doc_id, quote.also) for quote in quotes] == [("a", ()), ("b", ())]
