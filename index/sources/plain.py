"""Plain text and Markdown: characters, the date and title they carry, and nothing else."""

import datetime
import re
from pathlib import PurePosixPath

from charset_normalizer import from_bytes as guess_encoding

from index.errors import SourceError
from index.text import Document, detect, margin, normalised

# Text longer than this is no document a reader asks about; a library of a book holds 2 MB.
MAX_TEXT = 20_000_000

_DATE_MARK = re.compile(r"\s*date[: ]\s*(\d{4}-\d{2}-\d{2})(?=\s)\s*", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|url|link|language|lang)\s*:\s*(.+?)\s*$", re.I | re.M)
# Encodings of the Macintosh and of DOS, which look like Windows' but for a few letters.
_RARE = re.compile("mac_|cp[478]")
_MARKDOWN_TITLE = re.compile(r"\s*#\s+(.+)")


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
    name = doc_id or url or title or "text"
    if len(text) > MAX_TEXT:
        raise SourceError(name, f"more than {MAX_TEXT // 1_000_000} million characters; split it")
    found, body = metadata(text)
    body = normalised(body)
    if not any(character.isalnum() for character in body):
        raise SourceError(name, "there is no text in it")
    heading = _MARKDOWN_TITLE.match(body)
    own_title = title or found.get("title") or (heading[1].strip() if heading else "")
    return Document(
        doc_id=normalised(doc_id or url or _identity(own_title, body)),
        title=normalised(own_title or _readable(name)),
        text=body,
        url=url or found.get("url") or found.get("link"),
        date=iso_date(date) or iso_date(found.get("date")),
        language=language or found.get("language") or found.get("lang") or detect(body),
    )


def metadata(text: str) -> tuple[dict[str, str], str]:
    """Front matter or a leading date, and the text without it."""
    if front := _FRONT_MATTER.match(text):
        fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front[1])}
        return fields, text[front.end() :]
    if mark := _DATE_MARK.match(text):
        return {"date": mark[1]}, text[mark.end() :]
    return {}, text


def iso_date(value: str | None) -> str | None:
    """The day of an ISO 8601 date or moment; None for anything else."""
    try:
        return datetime.date.fromisoformat((value or "").strip()[:10]).isoformat()
    except ValueError:
        return None


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


def _identity(title: str, body: str) -> str:
    return title or " ".join(body.split())[:60]


def _readable(name: str) -> str:
    stem = PurePosixPath(name).stem if "/" not in name or "." in name else name
    return re.sub(r"[-_]+", " ", stem).strip() or name
