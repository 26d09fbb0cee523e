"""Documents and passages as a database holds them: spans and blocks as packed numbers.

The numbers are of four bytes, little-endian. What was left out is JSON.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import numpy as np

from index.errors import LibraryError
from index.text import Block, Document, Kind, LeftOut, Missing, Passage, Span

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


def packed_left_out(left_out: Iterable[LeftOut]) -> str:
    """A list in JSON, of each what there is to say of it; of what is said in words, these."""
    return json.dumps([_stated(one) for one in left_out])


def _stated(left: LeftOut) -> str | dict[str, Any]:
    if left.kind is Missing.SAID:
        return left.name
    return {name: value for name, value in asdict(left).items() if value}


def left_out_of(packed: str) -> tuple[LeftOut, ...]:
    """What `packed_left_out` packed, or in words an older version."""
    return tuple(
        LeftOut(Missing.SAID, one) if isinstance(one, str) else _left(**one)
        for one in json.loads(packed)
    )


def _left(kind: str, pages: Iterable[int] = (), **about: Any) -> LeftOut:
    return LeftOut(Missing(kind), pages=tuple(pages), **about)


def document_of(*fields: Any) -> Document:
    """The document of the columns after its hash, in the order of its fields."""
    doc_id, title, text, url, date, language, blocks, left_out, origin = fields
    marked, missing = blocks_of(blocks), left_out_of(left_out)
    return Document(doc_id, title, text, url, date, language, marked, missing, origin)


def passage_of(document: Document, start: int, stop: int, heading: str, packed: bytes) -> Passage:
    """The passage of its columns."""
    return Passage(document, Span(start, stop), heading, spans_of(packed))
