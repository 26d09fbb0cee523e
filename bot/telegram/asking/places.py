"""A quote and its place in the library: what a button carries, and the quote that is there.

Sentences, passages and headings are those that are stored; nothing is cut again.
"""

from collections.abc import Iterable

from bot.answering import Quote
from bot.telegram.asking.standing import LONGEST_SHOWN, standing
from bot.telegram.keyboards import Action, Pressed
from index.store import View
from index.text import Passage, Span


def place_of(quote: Quote, view: View, rank: int) -> Pressed | None:
    """Where a quote is, for its buttons; None if the view has no such document.

    `rank` is the place of its passage among the hits.
    """
    number = view.number_of(quote.document)
    if number is None:
        return None
    span = quote.span
    return Pressed(Action.CONTEXT, view.generation.number, number, span.start, span.end, rank)


def quote_at(at: Pressed, view: View) -> Quote | None:
    """The quote of a place, all of it the answer; None if there is no such place."""
    document = view.numbered(at.number)
    if document is None:
        return None
    passages = view.passages(document.doc_id)
    span = standing(at.start, at.end, passages)
    if span is None:
        return None
    headings = (one.heading for one in passages if one.span.start <= at.start < one.span.end)
    return Quote(document, span, span, next(headings, ""), _inside(span, passages))


def quote_of(passage: Passage) -> Quote:
    """A whole passage."""
    return Quote(passage.document, passage.span, passage.span, passage.heading, passage.sentences)


def wider(quote: Quote, view: View) -> Quote:
    """The quote with a sentence more on each side, as far as the document and one answer go."""
    passages = view.passages(quote.document.doc_id)
    sentences = list(_sentences(passages))
    before = [one.start for one in sentences if one.start < quote.span.start]
    after = [one.end for one in sentences if one.end > quote.span.end]
    span = Span(
        max(before, default=quote.span.start),
        min(after, default=quote.span.end),
    )
    if len(span) > LONGEST_SHOWN:
        return quote
    return Quote(quote.document, span, quote.answer, quote.heading, _inside(span, passages))


def _inside(span: Span, passages: Iterable[Passage]) -> tuple[Span, ...]:
    return tuple(one for one in _sentences(passages) if span.contains(one))


def _sentences(passages: Iterable[Passage]) -> Iterable[Span]:
    return (sentence for passage in passages for sentence in passage.sentences)
