"""A question that says nothing by itself is read with the one that it goes on from.

By itself "when?" is answered by any date, and "why?" by any reason.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.readers import Reader, read_by
from index.retriever import Hit
from index.text import Span


def going_on(reader: Reader, question: str, before: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
    """What answers both together; what answered `before` only where nothing else does.

    Nobody has fitted how sure to be of what is second, so it is given with a reservation. So is
    what was just given, since half of both asks for it; but not where it answers both better than
    `before` alone, as it did for none of 25 whose text does not say why, or since when.
    """
    found = read_by(reader, f"{before} {question}", hits)
    said = read_by(reader, before, hits)
    if not isinstance(found, Answer) or found.dated or not isinstance(said, Answer):
        return found
    known, first = said.quotes[0], found.quotes[0]
    others = tuple(quote for quote in found.quotes if _place(quote) != _place(known))
    if others and others[0] is not first:
        return replace(found, quotes=others, confidence=found.threshold)
    if found.confidence > said.confidence or not _is_said(first, known):
        return found
    says_more = _says_more(reader, question, first, known, hits)
    return found if says_more else replace(found, sure_from=1.0)


def _place(quote: Quote) -> tuple[str, Span]:
    return quote.document.doc_id, quote.span


def _is_said(quote: Quote, known: Quote) -> bool:
    """Whether words that answer are among those that answered."""
    same = quote.document.doc_id == known.document.doc_id
    one, other = quote.answer, known.answer
    return same and one.start < other.end and other.start < one.end


def _says_more(
    reader: Reader, question: str, quote: Quote, known: Quote, hits: Sequence[Hit]
) -> bool:
    """Whether the question by itself finds other words of the quote, surely."""
    own = [hit for hit in hits if quote.is_of(hit.passage)][:1]
    alone = read_by(reader, question, own)
    if not isinstance(alone, Answer) or not alone.sure:
        return False
    other = alone.quotes[0]
    return not _is_said(other, known) and quote.span.contains(other.answer)
