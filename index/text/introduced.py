"""What introduces a list; and lists without bullets, of lines or of short paragraphs."""

from collections.abc import Iterator
from itertools import dropwhile, islice, pairwise, takewhile

import regex

from index.text.blocks import Block
from index.text.documents import Document
from index.text.sentences import block_sentences, marked
from index.text.spans import Span, trim

# Of a paragraph above a list so many code points go with an item, in whole sentences, the last one
# in any case: what introduces a list stands right above it.
LONGEST_LEAD = 300
# So many lines, or paragraphs, above one are looked at for what introduces it.
FARTHEST = 50
# A longer paragraph, in code points, is no item of a list; nor is one that a mark ends, unless it
# is as short as a name: "Dogs and cats."
_LONGEST_ITEM, _LONGEST_NAME = 100, 30
_ENDED = regex.compile(r"""[.!?…。！？؟।]["'”’»)\]]*$""")
# What is said in turn, each by another.
_SPOKEN = regex.compile(r"""["'“„”‘‚«»‹「『—–-]""")
_GIVES = regex.compile(r"[^:：\n]{2,40}(?::\s+|：\s*)\S")


def introduces(text: str) -> bool:
    """Whether it ends in a colon, so that what stands below belongs to it."""
    return text.endswith((":", "："))


def gives(text: str) -> bool:
    """Whether it says what it gives before a colon: "Phone: 15"."""
    return bool(_GIVES.match(text))


def line_at(document: Document, block: Block, start: int) -> Span:
    """The line of verse that `start` is in; of another block all of it."""
    if block.kind != "verse":
        return block.span
    text, (first, end) = document.text, (block.span.start, block.span.end)
    at = text.find("\n", start, end)
    return trim(text, text.rfind("\n", first, start) + 1 or first, end if at < 0 else at) or (
        block.span
    )


def introducing(document: Document, block: Block) -> Span | None:
    """How a paragraph, or verse, introduces what is below it; None if it ends otherwise."""
    if block.kind not in {"paragraph", "verse"} or not introduces(block.span.of(document.text)):
        return None
    if block.kind == "verse":
        return line_at(document, block, block.span.end)
    return end_of(document, block)


def opening_of(document: Document, line: Span, start: int) -> list[Span]:
    """The first sentence of a line or a block, if `start` is in a later one."""
    if start == line.start:
        return []
    first = block_sentences(document.text, Block(line, "paragraph"), document.language)[0]
    return [first] if first.end <= start else []


def end_of(document: Document, block: Block) -> Span:
    """The last sentences of a block; all of a short one."""
    if len(block.span) <= LONGEST_LEAD:
        return block.span
    text, sentences = document.text, block_sentences(document.text, block, document.language)
    # A long sentence is stored in parts, of which the first may deny what the last introduces.
    whole = [block.span.start]
    whole += [one.start for before, one in pairwise(sentences) if marked(text, before)]
    near = (start for start in whole if sentences[-1].end - start <= LONGEST_LEAD)
    return Span(next(near, whole[-1]), sentences[-1].end)


def above_line(document: Document, place: int, line: Span) -> list[Span]:
    """What a line, or all, of the block at `place` stands under, in order.

    The nearest line of its verse, or paragraph above, that introduces it; and of a line that only
    gives something the name of what it is of.
    """
    text, block = document.text, document.blocks[place]
    if introduces(line.of(text)):
        return []
    above = islice(_lines_above(document, block, line), FARTHEST)
    introduced = [one for one in above if introduces(one.of(text))][:1]
    found = [*name_above(document, block, line), *introduced]
    return found or _paragraph_above(document, place)


def name_above(document: Document, block: Block, line: Span) -> list[Span]:
    """The name above a line of verse that only gives something: of a card its first line.

    It is the first of the nearest lines that are no sentence, introduce nothing and give nothing;
    below it more lines than this one give something, or all.
    """
    text = document.text
    if block.kind != "verse" or not gives(line.of(text)):
        return []
    above = [*islice(_lines_above(document, block, line), FARTHEST)]
    run = dropwhile(lambda one: not _is_name(one.of(text)), above)
    name = [*takewhile(lambda one: _is_name(one.of(text)), run)][-1:]
    if not name:
        return []
    below = Span(name[0].end, block.span.end).of(text).split("\n", FARTHEST + 1)
    given = [gives(one) for one in below[1 : FARTHEST + 1]]
    return name if sum(given) > 1 or all(given) else []


def _lines_above(document: Document, block: Block, line: Span) -> Iterator[Span]:
    """The lines of the same verse from the one before upwards."""
    text, first, end = document.text, block.span.start, line.start
    while block.kind == "verse" and (end := text.rfind("\n", first, end)) >= 0:
        if found := trim(text, text.rfind("\n", first, end) + 1 or first, end):
            yield found


def _is_name(line: str) -> bool:
    return not (gives(line) or introduces(line) or _ENDED.search(line))


def _paragraph_above(document: Document, place: int) -> list[Span]:
    """The paragraph that introduces the block, above others that are items as this one is."""
    text, blocks = document.text, document.blocks
    for at in range(place - 1, max(place - 1 - FARTHEST, -1), -1):
        other = blocks[at]
        if found := introducing(document, other):
            return [found]
        if other.kind != "paragraph" or not all(
            _is_item(text, blocks[one]) for one in (at, place)
        ):
            break
    return []


def _is_item(text: str, block: Block) -> bool:
    if block.kind == "verse":
        return True
    said = block.span.of(text)
    longest = _LONGEST_NAME if _ENDED.search(said) else _LONGEST_ITEM
    return len(said) <= longest and not _SPOKEN.match(said)
