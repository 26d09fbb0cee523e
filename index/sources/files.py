"""Bytes with a name become documents, by what they are rather than what they are called."""

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

from index.errors import SourceError
from index.sources.characters import decode
from index.sources.composing import document_of
from index.sources.loader import Extracted, File
from index.sources.outermost import is_xml, markup_kind
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
XML = {".xml", ".rss", ".atom", ".rdf", ".svg", ".opml"}
# What the part is declared to be that holds the text of a Word file, whatever its name.
_WORD = re.compile(rb"(?:wordprocessingml|ms-word)\.(?:document|template)[.\w]*\.main\+xml")
_MOST_DECLARED = 1_000_000


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
    if suffix in MARKDOWN and b"\0" not in data:
        return "markdown"
    outermost = markup_kind(data)
    if outermost in {"feed", "html"} or suffix in PAGES:
        return "feed" if outermost == "feed" else "html"
    if outermost and (is_xml(data) or suffix in XML):
        raise SourceError(name, f"XML of a kind that nothing here reads (<{outermost}>)")
    if suffix in TEXTS or b"\0" not in data[:100_000]:
        return "text"
    raise SourceError(name, "binary, not a text")


def _kind_of_zip(name: str, data: bytes) -> str:
    if data.count(_PART) > MAX_PARTS:
        raise SourceError(name, f"an archive of more than {MAX_PARTS} parts")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = set(archive.namelist())
        declared = _start(archive, "[Content_Types].xml") if "_rels/.rels" in members else b""
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError) as error:
        raise SourceError(name, f"damaged: {error}") from error
    if "word/document.xml" in members or _WORD.search(declared):
        return "docx"
    if "META-INF/container.xml" in members:
        return "epub"
    raise SourceError(name, "an archive, not a document; unpack it first")


def _start(archive: zipfile.ZipFile, member: str) -> bytes:
    """The beginning of a member; b"" if there is none."""
    if member not in archive.namelist():
        return b""
    with archive.open(member) as stream:
        return stream.read(_MOST_DECLARED)
