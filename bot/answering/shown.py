"""How a quote is shown: in which stretches, and where it is marked that words are left out."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.answer import Quote
from index.text import (
    Block,
    Document,
    Span,
    blocks_or_paragraphs,
    introduces,
    leads,
    marked,
    trim,
)

# What stands where words are left out, before, between or after a quote's spans; never in them.
LEFT_OUT = "[…]"


class Broken(NamedTuple):
    """Whether words are left out before a quote, and whether after it."""

    start: bool
    end: bool


def broken(quote: Quote) -> Broken:
    """Where a sentence goes on, one too long to be quoted whole; after the quote also a list.

    Only one that the quote introduces: an item that is chosen is not taken for all of them.
    """
    text, span = quote.document.text, quote.span
    blocks = blocks_or_paragraphs(text, quote.document.blocks)
    start, end = (_inside(text, blocks, place) for place in (span.start, span.end))
    return Broken(start, end or _goes_on(quote.document, quotations(quote)[-1]))


def _goes_on(document: Document, shown: Span) -> bool:
    """Whether there are more items than are shown of the list that what is shown begins with."""
    after = _next(document, shown.end)
    if after is None or after.kind not in {"item", "verse", "paragraph"}:
        return False
    return any(
        shown.start < lead.end < shown.end
        for lead in leads(document, after.span)
        if after.kind == "item" or introduces(lead.of(document.text))
    )


def _next(document: Document, end: int) -> Block | None:
    """The block, or what is left of verse, that begins at the end of a quote or after it."""
    after = next((one for one in document.blocks if one.span.end > end), None)
    if after is None or after.span.start >= end:
        return after
    if after.kind != "verse":
        return next((one for one in document.blocks if one.span.start >= end), None)
    left = trim(document.text, end, after.span.end)
    return Block(left, after.kind) if left and "\n" in document.text[end : left.start] else None


def _inside(text: str, blocks: Sequence[Block], place: int) -> bool:
    """Whether a place is inside a sentence: of a block, after neither a mark nor a line's end."""
    block = next((one for one in blocks if one.span.start < place < one.span.end), None)
    if block is None:
        return False
    if block.kind in {"code", "verse"} and "\n" in text[place - 1 : place + 1]:
        return False
    before = trim(text, block.span.start, place)
    return before is not None and not marked(text, before)


def quotations(quote: Quote) -> list[Span]:
    """The quote's spans as they are shown: one where only white space is between two."""
    text = quote.document.text
    found: list[Span] = []
    for span in quote.spans:
        if found and not text[found[-1].end : span.start].strip():
            span = Span(found.pop().start, span.end)
        found.append(span)
    return found
