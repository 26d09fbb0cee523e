"""Plain text: characters, the date and title they carry, and the blocks its lines look like.

The only loader, beside that of PDF, that must guess what a line is, for nothing else says it.
"""

from collections.abc import Iterator
from dataclasses import replace

from index.foreign import label
from index.sources.characters import damage, decode
from index.sources.composing import document_of, identity, language_code
from index.sources.dates import day
from index.sources.front_matter import parted
from index.sources.lines import parts_of_lines
from index.sources.loader import Extracted, File
from index.text import Document, normalised


def read(file: File) -> Iterator[Extracted]:
    """The one document that a file of text is; raises SourceError if it is none."""
    yield extracted_text(decode(file.name, file.data, file.charset))


def from_text(
    text: str,
    title: str | None = None,
    date: str | None = None,
    url: str | None = None,
    doc_id: str | None = None,
    language: str | None = None,
) -> Document:
    """A document of `text`, with the date, title, address and language it says itself.

    A leading `date 2025-10-02` or front matter between `---` lines is metadata, not text. What
    the arguments say wins. Raises SourceError when no text is left, or too much.
    """
    return stated(extracted_text(text), title, date, url, doc_id, language)


def stated(
    found: Extracted,
    title: str | None = None,
    date: str | None = None,
    url: str | None = None,
    doc_id: str | None = None,
    language: str | None = None,
) -> Document:
    """The document of a text that was read, under what is stated of it; raises SourceError."""
    document = document_of(doc_id or url or title or "text", found)
    name = doc_id or url or title or found.title or " ".join(document.text.split())[:60]
    return replace(
        document,
        doc_id=identity(name),
        title=label(normalised(title or "")) or document.title,
        url=label(url or "") or document.url,
        date=day(date) or document.date,
        language=language_code(language) or document.language,
    )


def extracted_text(text: str) -> Extracted:
    """The blocks of a plain text, and what stands about it at its head."""
    about, body = parted(text)
    parts = tuple(parts_of_lines(body))
    return Extracted(
        parts, about.title, about.date, about.language, about.url, left_out=damage(text)
    )
