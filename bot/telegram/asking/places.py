"""A quote and its place in the library: what a button carries, and the quote that is there.

Sentences, passages and headings are those that are stored; nothing is cut again.
"""

from collections.abc import Iterable

from bot.answering import Quote
from bot.telegram.asking.standing import standing
from bot.telegram.buttons import Place, Shown
from bot.telegram.marks import is_marked, mark_of
from index.store import View
from index.text import Document, Passage, Span


def place_of(quote: Quote, view: View, rank: int = 0, others: int = 0) -> Shown | None:
    """Where a quote is, for its buttons; None if the view has no such text.

    `rank` is its place among the `others` found, 0 for the answer itself.
    """
    number = view.number_of(quote.document)
    # Under the same name there may be another text since.
    if number is None or view.numbered(number) != quote.document:
        return None
    return Shown(
        view.generation.number,
        number,
        quote.span.start,
        quote.span.end,
        rank,
        quote.label,
        others,
        mark=mark_of(words_of(quote)),
    )


def quote_at(at: Place, view: View) -> Quote | None:
    """The quote of a place, all of it the answer; None if there is no such place.

    Nor is it one where other words stand than those of its mark.
    """
    document = view.numbered(at.number)
    if document is None:
        return None
    passages = view.passages(document.doc_id)
    span = standing(at.start, at.end, passages)
    stands = span is not None and is_marked(at.mark, span.of(document.text))
    return _quote(document, span, passages) if span and stands else None


def words_of(quote: Quote) -> str:
    """The words of its place, without those above that they are not understood without."""
    return quote.span.of(quote.document.text)


def quote_in(document: Document, span: Span, view: View) -> Quote:
    """The quote of a span that is known to stand there."""
    return _quote(document, span, view.passages(document.doc_id))


def wider(quote: Quote, view: View) -> Quote:
    """The quote with a sentence more on each side, as far as the document goes."""
    passages = view.passages(quote.document.doc_id)
    sentences = list(_sentences(passages))
    before = [one.start for one in sentences if one.start < quote.span.start]
    after = [one.end for one in sentences if one.end > quote.span.end]
    span = Span(
        max(before, default=quote.span.start),
        min(after, default=quote.span.end),
    )
    heading, inside = quote.heading, _inside(span, passages)
    return Quote(quote.document, span, quote.answer, heading, inside, quote.label)


def _quote(document: Document, span: Span, passages: list[Passage]) -> Quote:
    headings = (one.heading for one in passages if one.span.start <= span.start < one.span.end)
    return Quote(document, span, span, next(headings, ""), _inside(span, passages))


def _inside(span: Span, passages: Iterable[Passage]) -> tuple[Span, ...]:
    return tuple(one for one in _sentences(passages) if span.contains(one))


def _sentences(passages: Iterable[Passage]) -> Iterable[Span]:
    return (sentence for passage in passages for sentence in passage.sentences)
