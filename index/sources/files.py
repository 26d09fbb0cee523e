"""Bytes with a name become documents, by what they are rather than what they are called."""

import io
import zipfile
from pathlib import PurePosixPath

from index.errors import SourceError
from index.sources.characters import decode
from index.sources.composing import document_of
from index.sources.loader import Extracted, File
from index.sources.plain import extracted_text
from index.sources.sandbox import Sandbox
from index.text import Document

MAX_FILE = 100_000_000
TOO_LARGE = f"larger than {MAX_FILE // 1_000_000} MB; split it"

# Parts of an archive: a document of Word has some dozens, a large book some thousands.
MAX_PARTS = 20_000
_PART = b"PK\x01\x02"  # opens each entry of an archive's directory

TEXTS = {".txt", ".text", ".rst", ""}
MARKDOWN = {".md", ".markdown", ".mdown"}
PAGES = {".html", ".htm", ".xhtml"}
LINES = {".jsonl", ".ndjson"}
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf")


def from_bytes(
    name: str, data: bytes, failures: list[SourceError] | None = None
) -> list[Document]:
    """The documents in a file's bytes; `name`, with its suffix, becomes the `doc_id`.

    Raises SourceError when there is none. Of a .jsonl file single lines may fail: they are added
    to `failures`, or raised when the caller gives none.
    """
    with Sandbox() as sandbox:
        return from_file(File(name, data), sandbox, failures)


def from_file(
    file: File, sandbox: Sandbox, failures: list[SourceError] | None = None
) -> list[Document]:
    """The same of a file that may have been fetched, read in `sandbox`."""
    if len(file.data) > MAX_FILE:
        raise SourceError(file.name, TOO_LARGE)
    if not file.data.strip():
        raise SourceError(file.name, "empty")
    kind = kind_of(file)
    if kind == "jsonl":
        return _lines(file, failures)
    if kind == "text":
        text = decode(file.name, file.data, file.charset)
        return [document_of(file.name, extracted_text(text))]
    return [_named(file.name, found) for found in sandbox.extracted(kind, file)]


def _named(file: str, found: Extracted) -> Document:
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
    if suffix in MARKDOWN and b"\0" not in data:
        return "markdown"
    if suffix in TEXTS or b"\0" not in data[:100_000]:
        return "text"
    raise SourceError(name, "binary, not a text")


def _kind_of_zip(name: str, data: bytes) -> str:
    if data.count(_PART) > MAX_PARTS:
        raise SourceError(name, f"an archive of more than {MAX_PARTS} parts")
    try:
        members = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise SourceError(name, f"damaged: {error}") from error
    if "word/document.xml" in members:
        return "docx"
    if "META-INF/container.xml" in members:
        return "epub"
    raise SourceError(name, "an archive, not a document; unpack it first")
