"""Tables of contents: a line that only names a part of its document says nothing of it."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from index.text import HEADER, Block, Document, Passage, Span

# A name of a part is no longer than this, in code points, and ends no sentence.
LONGEST_NAME = 200
# A passage of which so much, of so many sentences at least, names parts is a table of contents.
MOSTLY, FEWEST = 0.9, 3
# Names kept at hand: a manual has hundreds of headings, which each of its hits is held against.
NAMES = 4_000
_ENDS = regex.compile(r"[.!。！]$")
# What stands before a name: a list's mark, and the part's number.
_NUMBER = regex.compile(r"^(?:[-*•–‣▪]\s+)?(?:\d[\d.]*[.)]?\s+)?")
# What stands behind a name in a table of contents: dots that lead to a page, and its number.
_PAGE = regex.compile(r"[\s.…·․‥]*(?:\s[0-9ivxlc]+)?$", regex.IGNORECASE)


def says_nothing(passage: Passage) -> bool:
    """Whether the passage is a heading and nothing below it, or a table of contents."""
    return " ".join(passage.text.split()) == passage.heading or is_contents(passage)


def is_contents(passage: Passage) -> bool:
    """Whether nearly all of it names other parts of its document."""
    count = len(passage.sentences)
    return count >= FEWEST and len(naming(passage)) >= MOSTLY * count


def naming(passage: Passage) -> frozenset[int]:
    """The places of the sentences of blocks that only name a part of the document."""
    document = passage.document
    lines = [span for span in _short_lines(passage) if not _ENDS.search(span.of(document.text))]
    headings = _headings(document) if len(lines) >= FEWEST else frozenset()
    named = [span for span in lines if _name(span.of(document.text)) in headings]
    return frozenset(
        place
        for place, sentence in enumerate(passage.sentences)
        if any(span.contains(sentence) for span in named)
    )


def columns(passage: Passage) -> frozenset[int]:
    """The places of the rows that name the columns of others, below them in the passage."""
    blocks = _blocks(passage)
    named = {
        row.span
        for row, below in pairwise(blocks)
        if row.kind == below.kind == "row" and row.level == HEADER
    }
    return frozenset(place for place, one in enumerate(passage.sentences) if one in named)


def _short_lines(passage: Passage) -> list[Span]:
    """The blocks of a passage that may be names."""
    return [
        block.span
        for block in _blocks(passage)
        if block.kind != "heading" and len(block.span) <= LONGEST_NAME
    ]


def _blocks(passage: Passage) -> Sequence[Block]:
    blocks, span = passage.document.blocks, passage.span
    first = bisect_left(blocks, span.start, key=lambda block: block.span.start)
    last = bisect_left(blocks, span.end, key=lambda block: block.span.start)
    return blocks[first:last]


def _headings(document: Document) -> frozenset[str]:
    spans = (block.span for block in document.blocks if block.kind == "heading")
    return frozenset(_name(span.of(document.text)) for span in spans)


@lru_cache(NAMES)
def _name(line: str) -> str:
    """A name of a part as it is compared: without its number and its page."""
    return " ".join(_PAGE.sub("", _NUMBER.sub("", line)).split()).casefold()
