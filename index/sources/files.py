"""Bytes with a name become documents, by what they are rather than what they are called."""

import io
import re
import zipfile
from pathlib import PurePosixPath

from index.errors import SourceError
from index.sources.composing import document_of
from index.sources.loader import Extracted, File
from index.sources.plain import decode, extracted_text
from index.text import Document

MAX_FILE = 100_000_000

TEXTS = {".txt", ".md", ".markdown", ".text", ".rst", ""}
PAGES = {".html", ".htm", ".xhtml"}
LINES = {".jsonl", ".ndjson"}
# Some programs number the part that holds the text.
_WORD = re.compile(r"[/\\]?word[/\\]document\d*\.xml")
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf")


def from_bytes(
    name: str, data: bytes, failures: list[SourceError] | None = None
) -> list[Document]:
    """The documents in a file's bytes; `name`, with its suffix, becomes the `doc_id`.

    Raises SourceError when there is none. Of a .jsonl file single lines may fail: they are added
    to `failures`, or raised when the caller gives none.
    """
    return from_file(File(name, data), failures)


def from_file(file: File, failures: list[SourceError] | None = None) -> list[Document]:
    """The same of a file that may have been fetched."""
    if len(file.data) > MAX_FILE:
        raise SourceError(file.name, f"larger than {MAX_FILE // 1_000_000} MB; split it")
    if not file.data.strip():
        raise SourceError(file.name, "empty")
    kind = kind_of(file)
    if kind == "jsonl":
        return _lines(file, failures)
    return [named(file.name, found) for found in extracted_from(kind, file)]


def extracted_from(kind: str, file: File) -> list[Extracted]:
    """What the file says, read by the loader of `kind`; raises SourceError."""
    if kind == "text":
        return [extracted_text(decode(file.name, file.data))]
    from index.sources.sandbox import extracted

    return extracted(kind, file)


def named(file: str, found: Extracted) -> Document:
    """The document, named by its file and, of several in one, by its own name too."""
    return document_of(f"{file}#{found.name}" if found.name else file, found)


def _lines(file: File, failures: list[SourceError] | None) -> list[Document]:
    from index.sources.jsonl import documents_of_lines

    found = list(documents_of_lines(file.name, decode(file.name, file.data)))
    bad = [line for line in found if isinstance(line, SourceError)]
    documents = [line for line in found if isinstance(line, Document)]
    if bad and (failures is None or not documents):
        raise bad[0]
    if failures is not None:
        failures.extend(bad)
    return documents


def kind_of(file: File) -> str:
    """Its loader's kind, `jsonl` or `text`; raises SourceError for what nothing reads."""
    name, data = file.name, file.data
    suffix = PurePosixPath(name).suffix.lower()
    if data.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if data[:4] == b"PK\x03\x04":
        return _kind_of_zip(name, data)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise SourceError(name, "an encrypted or pre-2007 Office file; save it as DOCX or PDF")
    if suffix in {".pdf", ".docx", ".epub"}:
        raise SourceError(name, f"not a {suffix[1:].upper()} file, whatever its name says")
    if suffix in LINES:
        return "jsonl"
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<html" not in start and any(mark in start for mark in _FEEDS):
        return "feed"
    if suffix in PAGES or start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if suffix in TEXTS or b"\0" not in data[:100_000]:
        return "text"
    raise SourceError(name, "binary, not a text")


def _kind_of_zip(name: str, data: bytes) -> str:
    try:
        members = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise SourceError(name, f"damaged: {error}") from error
    if any(_WORD.fullmatch(member.lower()) for member in members):
        return "docx"
    if "META-INF/container.xml" in members:
        return "epub"
    raise SourceError(name, "an archive, not a document; unpack it first")
