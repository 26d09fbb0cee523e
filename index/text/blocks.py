"""Blocks: what a file says each stretch of its text is."""

from dataclasses import dataclass

from index.text.spans import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text and its kind, as the loader read it in the file.

    `kind` is one of heading, paragraph, item, row, code, verse, question, note; `level` how deep
    a heading or an item stands.
    """

    span: Span
    kind: str
    level: int
