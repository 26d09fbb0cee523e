"""Blocks: what a source says each stretch of its text is, carried to the passages and quotes.

Loaders read `Part`s; `composed` makes of them one text and says where in it each stands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from index.text.normalise import normalised
from index.text.spans import Span, paragraphs

Kind = Literal["heading", "paragraph", "item", "row", "code", "verse", "question", "note"]
# Of a row: in a table whose first row names the columns, that row and those below it.
HEADER, BELOW_HEADER = 1, 2
# Added to the level of a row that names no columns: a cell of a row above reaches down into it;
# and where that is so, one of its own reaches further down.
GOES_ON, OPENS = 4, 8


class Part(NamedTuple):
    """A block before it has a place; `kind` and `level` as in `Block`."""

    text: str
    kind: Kind = "paragraph"
    level: int = 0


def reached(level: int, *, above: bool, below: bool) -> int:
    """The level of a row that cells reach down into from above, and out of to below."""
    if level == HEADER or not above:
        return level
    return level | GOES_ON | (OPENS if below else 0)


@dataclass(frozen=True, slots=True)
class Block:
    """A span of a document's text, and what it is.

    `level` is 1 to 6 of a heading, 1 the highest; of an item how deep its list stands in others,
    1 outermost; of a row `HEADER`, `BELOW_HEADER`, or 0 in a table without a header, and with it
    `GOES_ON` and `OPENS`; else 0. Lines of `code` and `verse` are kept apart; in all other kinds a
    line's end is only white space.
    """

    span: Span
    kind: Kind
    level: int = 0


def composed(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...]]:
    """The normalised text of the parts in order, and its blocks; parts without text are left out.

    Neighbouring items stand on lines of their own, and so do rows; all else is parted by a blank
    line.
    """
    blocks: list[Block] = []
    pieces: list[str] = []
    length = 0
    for part in parts:
        # A mark that would join the text before it stands by itself after a gap anyway.
        if not (text := normalised(part.text)):
            continue
        if blocks:
            gap = "\n" if part.kind == blocks[-1].kind and part.kind in {"item", "row"} else "\n\n"
            pieces.append(gap)
            length += len(gap)
        pieces.append(text)
        blocks.append(Block(Span(length, length + len(text)), part.kind, part.level))
        length += len(text)
    return "".join(pieces), tuple(blocks)


def blocks_or_paragraphs(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, or, of a text that has none, its stretches between blank lines."""
    return blocks or [Block(span, "paragraph") for span in paragraphs(text)]
