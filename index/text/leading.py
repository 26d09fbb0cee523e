"""What stands above a row, an item or a line and goes with it wherever it is quoted."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from index.text.blocks import BELOW_HEADER, GOES_ON, HEADER, OPENS, Block
from index.text.documents import Document
from index.text.introduced import LONGEST_LEAD, above_line, line_at, name_above, opening_of
from index.text.listed import above_item
from index.text.spans import Span


def leads(document: Document, span: Span) -> tuple[Span, ...]:
    """What a quote of `span` cannot be understood without, in order; nothing that it holds.

    Of a row the rows that name its columns, and those above whose cells reach down into it; of an
    item the items that its list stands in, and the end of the paragraph above them all; of a line
    or a short paragraph what introduces it. Of a later sentence of these how they begin, too.
    """
    blocks, place = document.blocks, _place(document, span)
    if place is None:
        return ()
    match blocks[place].kind:
        case "row":
            found = [one.span for one in reversed(_above_row(blocks, place))]
        case "item":
            found = above_item(document, place, span.start)
        case "paragraph" | "verse":
            found = _above_line(document, place, span.start)
        case _:
            found = []
    return tuple(one for one in found if not span.contains(one))


def named_by(document: Document, span: Span) -> Span | None:
    """The name of what the row or line at the start of `span` is of: a table's group, a card's."""
    blocks, place = document.blocks, _place(document, span)
    if place is None:
        return None
    if blocks[place].kind == "verse":
        line = line_at(document, blocks[place], span.start)
        return next(iter(name_above(document, blocks[place], line)), None)
    if blocks[place].kind != "row" or not blocks[place].level & GOES_ON:
        return None
    above = (blocks[at] for at in range(place - 1, -1, -1))
    first = next((one for one in above if one.kind != "row" or not one.level & GOES_ON), None)
    return first.span if first and first.kind == "row" and first.level != HEADER else None


def _place(document: Document, span: Span) -> int | None:
    """Which block `span` begins in."""
    blocks = document.blocks
    place = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    return place if place >= 0 and span.start < blocks[place].span.end else None


def _above_line(document: Document, place: int, start: int) -> list[Span]:
    block = document.blocks[place]
    line = line_at(document, block, start)
    if start > line.start and len(line) > LONGEST_LEAD:
        return []  # prose, of which the introduction is far above
    found = above_line(document, place, line)
    return [*found, *opening_of(document, line, start)] if found else []


def _above_row(blocks: Sequence[Block], place: int) -> list[Block]:
    """The rows from the one before upwards."""
    all_above = (blocks[at] for at in range(place - 1, -1, -1))
    above = [*takewhile(lambda one: one.kind == "row", all_above)]
    found: list[Block] = []
    if blocks[place].level & GOES_ON:
        first = next((at for at, one in enumerate(above) if not one.level & GOES_ON), len(above))
        found = [one for one in above[:first] if one.level & OPENS]
        found += [one for one in above[first : first + 1] if one.level != HEADER]
    if blocks[place].level & BELOW_HEADER:
        below = dropwhile(lambda one: one.level != HEADER, above)
        found += takewhile(lambda one: one.level == HEADER, below)
    return found
