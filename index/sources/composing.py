"""What a loader read becomes a document: normalised, with a title, a day and a language."""

import datetime
import re
from collections.abc import Sequence

from index.errors import SourceError
from index.sources.loader import Extracted
from index.text import Block, Document, composed, detect, normalised

# Text longer than this is no document a reader asks about; a library of a book holds 2 MB.
MAX_TEXT = 20_000_000
# The most of a first line that stands for a title, in code points.
LONGEST_TITLE = 80
# What programs call a document whose writer gave it no title, and names of files.
_NO_TITLE = re.compile(
    r"\W*|untitled.*|unbenannt.*|sans titre.*|article|text|document\d*|word document|"
    r"microsoft (word|powerpoint|excel).*|.*\.(docx?|pdf|exe|txt|rtf|odt|indd|qxd|pages|html?)",
    re.IGNORECASE | re.DOTALL,
)


def document_of(name: str, found: Extracted) -> Document:
    """The document called `name`; raises SourceError when there is no text in it, or too much."""
    text, blocks = composed(found.parts)
    if len(text) > MAX_TEXT:
        raise SourceError(name, f"more than {MAX_TEXT // 1_000_000} million characters; split it")
    if not any(character.isalnum() for character in text):
        raise SourceError(name, "there is no text in it")
    own = " ".join(normalised(found.title or "").split())
    return Document(
        doc_id=normalised(name),
        title=own if own and not _NO_TITLE.fullmatch(own) else _first_line(text, blocks),
        text=text,
        url=found.url,
        date=iso_date(found.date),
        language=detect(text) or _code(found.language),
        blocks=blocks,
        left_out=found.left_out,
    )


def iso_date(value: str | None) -> str | None:
    """The day of an ISO 8601 date or moment; None for anything else."""
    try:
        return datetime.date.fromisoformat((value or "").strip()[:10]).isoformat()
    except ValueError:
        return None


def _first_line(text: str, blocks: Sequence[Block]) -> str:
    """The first heading, or the first line as far as it is no longer than a title."""
    headings = (block.span for block in blocks if block.kind == "heading")
    first = next(headings, blocks[0].span).of(text)
    line = first.split("\n", 1)[0].strip()
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _code(declared: str | None) -> str | None:
    """The two letters of a declared language (`de-CH`, `EN_us`); None for anything else."""
    found = re.match(r"([a-z]{2})(?![a-z])", (declared or "").strip().lower())
    return found[1] if found else None
