"""Plain text: characters, the date and title they carry, and the blocks its lines look like.

The only loader, beside that of PDF, that must guess what a line is, for nothing else says it.
"""

import re
from dataclasses import replace

from charset_normalizer import from_bytes as guess_encoding

from index.errors import SourceError
from index.sources.composing import document_of
from index.sources.dates import day
from index.sources.lines import parts_of_lines
from index.sources.loader import Extracted
from index.text import Document, margin, normalised

_DATE_MARK = re.compile(r"\s*date[: ]\s*(\d{4}-\d{2}-\d{2})(?=\s)\s*", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|url|link|language|lang)\s*:\s*(.+?)\s*$", re.I | re.M)
# Encodings of the Macintosh and of DOS, which look like Windows' but for a few letters.
_RARE = re.compile("mac_|cp[478]")


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
    found = extracted_text(text)
    document = document_of(doc_id or url or title or "text", found)
    name = doc_id or url or title or found.title or " ".join(document.text.split())[:60]
    return replace(
        document,
        doc_id=normalised(name),
        title=" ".join(normalised(title or "").split()) or document.title,
        url=url or document.url,
        date=day(date) or document.date,
        language=language or document.language,
    )


def extracted_text(text: str) -> Extracted:
    """The blocks of a plain text, and what stands about it at its beginning."""
    about, body = metadata(text)
    return Extracted(
        tuple(parts_of_lines(body)),
        about.get("title"),
        about.get("date"),
        about.get("language") or about.get("lang"),
        about.get("url") or about.get("link"),
    )


def metadata(text: str) -> tuple[dict[str, str], str]:
    """Front matter or a leading date, and the text without it."""
    if front := _FRONT_MATTER.match(text):
        fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front[1])}
        return fields, text[front.end() :]
    if mark := _DATE_MARK.match(text):
        return {"date": mark[1]}, text[mark.end() :]
    return {}, text


def decode(name: str, data: bytes) -> str:
    """The characters of `data`: UTF-8, UTF-16 by its mark, or the encoding it looks like.

    Raises SourceError for what is no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = None if b"\0" in data else _encoding(data[:200_000])
        if encoding is None:
            raise SourceError(
                name, "not a text: save it as UTF-8 text, PDF, DOCX or EPUB"
            ) from None
        text = data.decode(encoding, "replace")
    if "\0" in text:
        raise SourceError(name, "binary, not a text")
    return text


def _encoding(data: bytes) -> str | None:
    """Of the encodings that make sense, the one whose text is most clearly of one language."""
    found = list(guess_encoding(data))
    likely = [match.encoding for match in found if match.chaos <= found[0].chaos + 0.05]
    common = [name for name in ("cp1252", *likely) if name in likely and not _RARE.match(name)]
    return max(common, key=lambda name: margin(data.decode(name, "replace")), default=None)
