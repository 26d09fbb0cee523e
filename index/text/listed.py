"""What an item of a list stands under: the items around it, and what introduces them all."""

import regex

from index.text.blocks import Block
from index.text.documents import Document
from index.text.introduced import (
    LONGEST_LEAD,
    end_of,
    gives,
    introduces,
    introducing,
    opening_of,
)
from index.text.sentences import block_sentences, marked
from index.text.spans import Span

# What may stand between two items of a list whose numbers go on, and how much of it.
_BETWEEN = {"paragraph", "verse", "code", "note"}
_MOST_BETWEEN = 20
_NUMBER = regex.compile(r"\(?(\d{1,3}|[a-z])[.)]\s")


def above_item(document: Document, place: int, start: int) -> list[Span]:
    """The paragraph that introduces the list, the items it stands in, and how its item begins."""
    blocks, found, at = document.blocks, list[Span](), place - 1
    level, later = blocks[place].level, opening_of(document, blocks[place].span, start)
    while at >= 0:
        if blocks[at].kind == "item":
            if blocks[at].level < level:
                found.append(_said(document, blocks[at]))
                level = blocks[at].level
            at -= 1
        elif (before := _numbered_before(document, at + 1)) is not None:
            at = before
        else:
            found += _introduction(document, blocks[at], bool(later))
            break
    return [*reversed(found), *later] if found else []


def _said(document: Document, item: Block) -> Span:
    """What an item says of those below it: a long one what it begins with, or ends in."""
    if introduces(item.span.of(document.text)) or len(item.span) <= LONGEST_LEAD:
        return end_of(document, item)
    return block_sentences(document.text, item, document.language)[0]


def _introduction(document: Document, above: Block, later: bool) -> list[Span]:
    """What introduces the list below the block; one may end otherwise than in a colon.

    Then it may say something of its own: its last sentence goes along where an item begins.
    """
    text = document.text
    if found := introducing(document, above):
        return [found]
    if above.kind != "paragraph":
        return []
    last = block_sentences(text, above, document.language)[-1]
    return [] if gives(last.of(text)) or (later and marked(text, last)) else [last]


def _numbered_before(document: Document, place: int) -> int | None:
    """The item that the one at `place` is numbered after, of a list that a remark interrupts."""
    text, blocks, level = document.text, document.blocks, document.blocks[place].level
    number = _number(text, blocks[place])
    for at in range(place - 1, max(place - 1 - _MOST_BETWEEN, -1), -1):
        other = blocks[at]
        if other.kind == "item" and other.level <= level:
            follows = number and _number(text, other) == number - 1
            return at if follows and other.level == level else None
        if other.kind == "item":
            continue
        if other.kind not in _BETWEEN or introducing(document, other):
            return None
    return None


def _number(text: str, item: Block) -> int:
    """Its number, or its letter's; 0 of one without."""
    found = _NUMBER.match(text, item.span.start, item.span.end)
    if not found:
        return 0
    return int(found[1]) if found[1].isdigit() else ord(found[1]) - ord("a") + 1
