"""Several questions in one message get one answer."""

from dataclasses import replace

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.several import joined
from index.text.documents import Document
from index.text.spans import Span

DOCUMENT = Document("d", "Notes", "Anna keeps it. Bob sells it. Eve mends it.")


def _answer(start: int, end: int, confidence: float) -> Answer:
    span = Span(start, end)
    return Answer((Quote(DOCUMENT, span, span, ""),), confidence, 0.3, (), (), 0.6)


def test_what_answers_each_is_quoted() -> None:
    """As sure as the least of them."""
    first, second = _answer(0, 14, 0.9), _answer(15, 28, 0.5)
    result = joined([first, second])
    assert isinstance(result, Answer)
    assert [quote.text for quote in result.quotes] == ["Anna keeps it.", "Bob sells it."]
    assert (result.confidence, result.sure) == (0.5, False)


def test_what_answers_only_some_is_told_with_a_reservation() -> None:
    """Nobody is to take it for an answer to all that was asked."""
    result = joined([_answer(0, 14, 0.9), NoAnswer(None, 0.1, 0.3, ())])
    assert isinstance(result, Answer)
    assert [quote.text for quote in result.quotes] == ["Anna keeps it."]
    assert (result.confidence, result.sure) == (0.9, False)


def test_of_a_question_that_texts_answer_otherwise_all_is_quoted() -> None:
    """With a reservation: the dates stand below each, and no longer above."""
    both = (*_answer(0, 14, 0.9).quotes, *_answer(15, 28, 0.9).quotes)
    dated = replace(_answer(0, 14, 0.9), quotes=both, dated=True)
    third = Span(29, 42)
    plain = replace(_answer(0, 14, 0.8), quotes=(Quote(DOCUMENT, third, third, ""),))
    result = joined([dated, plain])
    assert isinstance(result, Answer)
    said = ["Anna keeps it.", "Bob sells it.", "Eve mends it."]
    assert [quote.text for quote in result.quotes] == said
    assert (result.dated, result.sure) == (False, False)


def test_the_same_quote_is_given_once() -> None:
    """Whoever asks the same twice."""
    result = joined([_answer(0, 14, 0.9), _answer(0, 14, 0.8)])
    assert isinstance(result, Answer)
    assert len(result.quotes) == 1


def test_nothing_answered_is_no_answer() -> None:
    """The nearest of what was refused."""
    near = NoAnswer(None, 0.2, 0.3, ())
    assert joined([NoAnswer(None, 0.1, 0.3, ()), near]) is near


def test_one_question_stays_as_it_is() -> None:
    """Its result is passed on."""
    alone = _answer(0, 14, 0.9)
    assert joined([alone]) is alone
