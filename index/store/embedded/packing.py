"""Spans and blocks as the database holds them: packed numbers of four bytes, little-endian."""

from collections.abc import Iterable

import numpy as np

from index.errors import LibraryError
from index.text import Block, Kind, Span

# By their place here kinds are stored: only ever appended to.
KINDS: tuple[Kind, ...] = (
    "heading",
    "paragraph",
    "item",
    "row",
    "code",
    "verse",
    "question",
    "note",
)


def pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Each span's start and end."""
    return [(span.start, span.end) for span in spans]


def packed_spans(spans: Iterable[Span]) -> bytes:
    """Start and end of each."""
    return np.array(pairs(spans), dtype="<i4").tobytes()


def spans_of(packed: bytes) -> tuple[Span, ...]:
    """What `packed_spans` packed."""
    found = np.frombuffer(packed, dtype="<i4").reshape(-1, 2).tolist()
    return tuple(Span(start, end) for start, end in found)


def packed_blocks(blocks: Iterable[Block]) -> bytes:
    """Start, end, kind and level of each; raises LibraryError for a kind that is not known."""
    try:
        rows = [(b.span.start, b.span.end, KINDS.index(b.kind), b.level) for b in blocks]
    except ValueError as error:
        raise LibraryError(f"a document has a block of no kind there is: {error}") from error
    return np.array(rows, dtype="<i4").tobytes()


def blocks_of(packed: bytes) -> tuple[Block, ...]:
    """What `packed_blocks` packed."""
    rows = np.frombuffer(packed, dtype="<i4").reshape(-1, 4).tolist()
    return tuple(Block(Span(start, end), KINDS[kind], level) for start, end, kind, level in rows)
