"""The document: a text with its title, address and date."""

from dataclasses import dataclass

from index.text.blocks import Block


@dataclass(frozen=True, slots=True)
class Document:
    """One source text, normalised once (`normalised`) and never edited after.

    `date` is an ISO 8601 date (`2025-10-02`); `language` an ISO 639-1 code; both None if unknown.
    `blocks` say what its stretches are, in order; `left_out` what of the source could not be
    taken, in words.
    """

    doc_id: str
    title: str
    text: str
    url: str | None = None
    date: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    left_out: tuple[str, ...] = ()
