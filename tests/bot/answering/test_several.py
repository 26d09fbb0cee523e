"""Several questions in one message get one answer."""

from dataclasses import replace

import pytest

from bot.answering.answer import Answer, Label, NoAnswer, Quote, RefusedPart
from bot.answering.several import joined, typed
from index.text.documents import Document
from index.text.spans import Span

DOCUMENT = Document("d", "Notes", "Anna keeps it. Bob sells it. Eve mends it.")
TWO = ("who keeps it", "what does it cost?")


def _answer(start: int, end: int, confidence: float) -> Answer:
    span = Span(start, end)
    return Answer((Quote(DOCUMENT, span, span, ""),), confidence, 0.3, (), (), 0.6)


def test_what_answers_each_is_quoted() -> None:
    """As sure as the least of them."""
    first, second = _answer(0, 14, 0.9), _answer(15, 28, 0.5)
    result = joined([first, second], TWO)
    assert isinstance(result, Answer)
    assert [quote.text for quote in result.quotes] == ["Anna keeps it.", "Bob sells it."]
    assert (result.confidence, result.sure) == (0.5, False)
    assert result.unanswered == ()


@pytest.mark.parametrize(("confidence", "sure"), [(0.9, True), (0.5, False)])
def test_what_answers_only_some_says_what_it_does_not(confidence: float, sure: bool) -> None:
    """With what is closest to that; nobody is to take it for an answer to all that was asked."""
    near = _answer(15, 28, 0.2).quotes[0]
    result = joined([_answer(0, 14, confidence), NoAnswer(near, 0.2, 0.3, ())], TWO)
    assert isinstance(result, Answer)
    assert [quote.text for quote in result.quotes] == ["Anna keeps it."]
    assert (result.confidence, result.sure, result.quotes_sure) == (confidence, False, sure)
    assert result.quotes[0].label is Label.UNSURE
    assert result.unanswered == (RefusedPart(TWO[1], near.labelled(Label.CLOSEST)),)


def test_whichever_of_three_is_not_answered_is_named() -> None:
    """In order; where nothing is close, without it."""
    nothing, three = NoAnswer(None, 0.1, 0.3, ()), ("Why?", "who keeps it", "and when?")
    result = joined([nothing, _answer(0, 14, 0.9), nothing], three)
    assert isinstance(result, Answer)
    assert result.unanswered == (RefusedPart("Why?", None), RefusedPart("and when?", None))


TYPED = [
    ("WHO KEEPS IT AND WHAT DOES IT COST?", "what does it cost?", "WHAT DOES IT COST?"),
    ("Who keeps it, and what does it cost, thanks?", "what does it cost?", "what does it cost"),
    ("KİM TUTUYOR? ISIRGAN NE KADAR?", "ısırgan ne kadar?", "ISIRGAN NE KADAR?"),
    ("Who (or what) is C++?", "who (or what) is c++?", "Who (or what) is C++?"),
    ("Who keeps it?", "something else", "something else"),
]


@pytest.mark.parametrize(("message", "part", "words"), TYPED)
def test_a_part_is_named_as_it_was_typed(message: str, part: str, words: str) -> None:
    """With its capitals, without a mark that stands elsewhere in the message."""
    assert typed(part, message) == words


def test_of_a_question_that_texts_answer_otherwise_all_is_quoted() -> None:
    """With a reservation: the dates stand below each, and no longer above."""
    both = (*_answer(0, 14, 0.9).quotes, *_answer(15, 28, 0.9).quotes)
    dated = replace(_answer(0, 14, 0.9), quotes=both, dated=True)
    third = Span(29, 42)
    plain = replace(_answer(0, 14, 0.8), quotes=(Quote(DOCUMENT, third, third, ""),))
    result = joined([dated, plain], TWO)
    assert isinstance(result, Answer)
    said = ["Anna keeps it.", "Bob sells it.", "Eve mends it."]
    assert [quote.text for quote in result.quotes] == said
    assert (result.dated, result.sure, result.quotes_sure) == (False, False, False)


def test_the_same_quote_is_given_once() -> None:
    """Whoever asks the same twice."""
    result = joined([_answer(0, 14, 0.9), _answer(0, 14, 0.8)], TWO)
    assert isinstance(result, Answer)
    assert len(result.quotes) == 1


def test_nothing_answered_is_no_answer() -> None:
    """The nearest of what was refused."""
    near = NoAnswer(None, 0.2, 0.3, ())
    assert joined([NoAnswer(None, 0.1, 0.3, ()), near], TWO) is near


def test_one_question_stays_as_it_is() -> None:
    """Its result is passed on."""
    alone = _answer(0, 14, 0.9)
    assert joined([alone], TWO[:1]) is alone
