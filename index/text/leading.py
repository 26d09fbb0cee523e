"""What stands above a row or an item and goes with it wherever it is quoted."""

from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from index.text.blocks import BELOW_HEADER, GOES_ON, HEADER, OPENS, Block
from index.text.documents import Document
from index.text.sentences import block_sentences, marked
from index.text.spans import Span

# Of a paragraph above a list so many code points go with an item, in whole sentences, the last one
# in any case: what introduces a list stands right above it.
LONGEST_LEAD = 300


def leads(document: Document, span: Span) -> tuple[Span, ...]:
    """What a quote of `span` cannot be understood without, in order; nothing that it holds.

    Of a row the rows that name its columns, and those above whose cells reach down into it; of an
    item the items that its list stands in, and the end of the paragraph above them all.
    """
    blocks, place = document.blocks, _place(document.blocks, span.start)
    if place is None:
        return ()
    above = {"row": _above_row, "item": _above_item}.get(blocks[place].kind)
    found = reversed(above(blocks, place) if above else [])
    ends = (_end(document, one) if one.kind == "paragraph" else one.span for one in found)
    return tuple(one for one in ends if not span.contains(one))


def _place(blocks: Sequence[Block], start: int) -> int | None:
    """Which block `start` is in."""
    return next((i for i, b in enumerate(blocks) if b.span.start <= start < b.span.end), None)


def _above_item(blocks: Sequence[Block], place: int) -> list[Block]:
    """The items that its list stands in, outwards, and the paragraph that introduces the list."""
    found, level = list[Block](), blocks[place].level
    for other in reversed(blocks[:place]):
        if other.kind != "item":
            return [*found, other] if other.kind == "paragraph" else found
        if other.level < level:
            found.append(other)
            level = other.level
    return found


def _end(document: Document, paragraph: Block) -> Span:
    """The last sentences of a paragraph; all of a short one."""
    if len(paragraph.span) <= LONGEST_LEAD:
        return paragraph.span
    text, sentences = document.text, block_sentences(document.text, paragraph, document.language)
    # A long sentence is stored in parts, of which the first may deny what the last introduces.
    whole = [paragraph.span.start]
    whole += [one.start for before, one in pairwise(sentences) if marked(text, before)]
    near = (start for start in whole if sentences[-1].end - start <= LONGEST_LEAD)
    return Span(next(near, whole[-1]), sentences[-1].end)


def _above_row(blocks: Sequence[Block], place: int) -> list[Block]:
    """The rows from the one before upwards."""
    above = [*takewhile(lambda one: one.kind == "row", reversed(blocks[:place]))]
    found: list[Block] = []
    if blocks[place].level & GOES_ON:
        first = next((at for at, one in enumerate(above) if not one.level & GOES_ON), len(above))
        found = [one for one in above[:first] if one.level & OPENS]
        found += [one for one in above[first : first + 1] if one.level != HEADER]
    if blocks[place].level & BELOW_HEADER:
        below = dropwhile(lambda one: one.level != HEADER, above)
        found += takewhile(lambda one: one.level == HEADER, below)
    return found
