"""A question that says nothing by itself is read with the one that it goes on from.

By itself "when?" is answered by any date, and "why?" by any reason.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.reader import Reader
from index.retriever import Hit
from index.text import Span


def going_on(reader: Reader, question: str, before: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
    """What answers both together; what answered `before` only where nothing else does.

    Nobody has fitted how sure to be of what is second, so it is given with a reservation.
    """
    found = reader.read(f"{before} {question}", hits)
    if not isinstance(found, Answer) or found.dated or len(found.quotes) < 2:
        return found
    said = reader.read(before, hits)
    known = [_place(quote) for quote in said.quotes[:1]] if isinstance(said, Answer) else []
    others = tuple(quote for quote in found.quotes if _place(quote) not in known)
    if not others or others[0] is found.quotes[0]:
        return found
    return replace(found, quotes=others, confidence=found.threshold)


def _place(quote: Quote) -> tuple[str, Span]:
    return quote.document.doc_id, quote.span
