"""Marks: small numbers that tell apart what may have the same number in another library.

Where another library takes the place of one, its generations and documents are numbered anew.
"""

import zlib

from index.store import Generation, View
from index.text import Document

# The least mark, and the one above the greatest: six digits, for which a button has room.
LEAST, ABOVE = 100_000, 1_000_000


def mark_of(words: str) -> int:
    """The mark of a text; one of 900,000 others has the same."""
    return LEAST + zlib.crc32(words.encode("utf-8", "surrogatepass")) % (ABOVE - LEAST)


def is_marked(mark: int, words: str) -> bool:
    """Whether the mark is of that text; 0 is of any."""
    return mark in (0, mark_of(words))


def marked_document(number: int, mark: int, view: View) -> Document | None:
    """The document of that number whose `doc_id` is marked so; None where it is gone."""
    document = view.numbered(number)
    return document if document and is_marked(mark, document.doc_id) else None


def mark_of_generation(generation: Generation) -> int:
    """The mark of a generation."""
    one = generation
    # Marks are kept for months, so these fields in this order, whatever others there are one day.
    told = one.number, one.created, one.encoder, one.revision, one.dimension
    return mark_of("\n".join(map(str, (*told, one.documents, one.passages))))
