"""Words that several documents have are quoted once."""

from dataclasses import replace

import pytest

from bot.answering.answer import Answer, Quote
from bot.answering.comparing.twins import quoted_once
from index.retriever import Hit
from index.text.blocks import Part, composed
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Keep it at 18 °C.", "Keep it at -18 °C."),
        ("The locker is $5 a month.", "The locker is €5 a month."),
        ("Take 1.5 mg.", "Take 1-5 mg."),
        ("It runs C++ only.", "It runs C# only."),
        ("The values are x > 5.", "The values are x < 5."),
        ("यह काम की बात है।", "यह काम का बात है।"),
    ],
)
def test_another_sign_is_another_text(one: str, other: str) -> None:
    """Of a number, a price, a name, or a vowel."""
    hits = (_hit("a", one), _hit("b", other))
    quotes = quoted_once(Answer((_quote(hits[0]), _quote(hits[1])), 0.9, 0.5, hits)).quotes
    assert [(quote.document.doc_id, quote.also) for quote in quotes] == [("a", ()), ("b", ())]


def test_a_longer_quote_takes_the_place_of_what_it_holds() -> None:
    """Of two questions in one message; not of texts of two dates, where the newer one counts."""
    hits = (_hit("a", "It opens at 9."), _hit("b", "Dogs?"), _hit("c", "It opens at 9. So be it."))
    answer = Answer(tuple(map(_quote, hits)), 0.9, 0.5, hits)
    assert [one.text for one in quoted_once(answer).quotes] == [
        "It opens at 9. So be it.",
        "Dogs?",
    ]
    dated = quoted_once(replace(answer, dated=True))
    assert [one.document.doc_id for one in dated.quotes] == ["a", "b", "c"]


def test_an_item_has_its_twin_under_the_same_introduction() -> None:
    """Candles that are forbidden are not those that are allowed."""
    hits = []
    for name, lead in (("a", "Forbidden:"), ("b", "Allowed:"), ("c", "Forbidden:")):
        text, blocks = composed([Part(lead), Part("tents", "item", 1), Part("candles", "item", 1)])
        whole, document = Span(0, len(text)), Document(name, name, text, blocks=blocks)
        hits.append(Hit(Passage(document, whole, "", (whole,)), 0.5, 0.5, (0.5,), 0.0))
    document = hits[0].passage.document
    item = Span(document.text.index("candles"), len(document.text))
    (quote,) = quoted_once(
        Answer((Quote(document, item, item, ""),), 0.9, 0.5, tuple(hits))
    ).quotes
    assert [one.doc_id for one in quote.also] == ["c"]
