"""What kind of file bytes are: by what they hold, and only where that says nothing by the name."""

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

from index.errors import SourceError, Trouble
from index.sources import code
from index.sources.loader import File
from index.sources.outermost import is_xml, markup_kind
from index.sources.refused import why_refused

# Parts of an archive: a document of Word has some dozens, a large book some thousands.
MAX_PARTS = 20_000
_PART = b"PK\x01\x02"  # opens each entry of an archive's directory

# What nothing in a file but its name says.
_BY_SUFFIX = {
    ".csv": "csv", ".eml": "eml", ".json": "json", ".jsonl": "jsonl", ".markdown": "markdown",
    ".mbox": "mbox", ".md": "markdown", ".mdown": "markdown", ".ndjson": "jsonl",
    ".srt": "subtitles", ".tsv": "csv", ".vtt": "subtitles",
}  # fmt: skip
# What begins as nothing else does.
_BY_START = {b"%PDF-": "pdf", b"{\\rtf": "rtf", b"WEBVTT": "subtitles"}
# A PDF may stand behind what a server said of it, as readers of PDF allow (ISO 32000-1, H.3).
_PDF = re.compile(rb"[\r\n]%PDF-\d\.\d")
_PDF_END, _ENDING = b"startxref", 2_000
_CUES = re.compile(rb"\d{1,6}\s*\n(?:\d+:)?\d{1,2}:\d\d[,.]\d{1,3} --> ")
# A mail among others in a box, and one by itself: by a field that nobody but programs writes.
_BOX = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} [^\n]*\n[\w-]+:")
_MAIL = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*"
    rb"(?:Received:\s+(?:from|by)|Return-Path:\s*<|MIME-Version:\s*1|Message-ID:\s*<)",
    re.IGNORECASE,
)
# Of these a file must be what its name says.
_TRUE = {".docx", ".epub", ".odp", ".ods", ".odt", ".pdf", ".pptx", ".rtf", ".xlsx"}
_TEXTS = {".txt", ".text", ""}
_PAGES = {".html", ".htm", ".xhtml"}
_XML = {".xml", ".rss", ".atom", ".rdf", ".svg", ".opml"}
# What the part is declared to be that holds the text of a Word file, whatever its name.
_WORD = re.compile(rb"(?:wordprocessingml|ms-word)\.(?:document|template)[.\w]*\.main\+xml")
_MOST_DECLARED = 1_000_000
_OPEN = re.compile(rb"application/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation)")


def kind_of(file: File) -> str:
    """Its loader's kind, `jsonl` or `text`; raises SourceError for what nothing reads."""
    name, data = file.name, file.data
    suffix = PurePosixPath(name).suffix.lower()
    begins = data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if kind := "pdf" if _is_pdf(data) else _begun(begins):
        return kind
    if data[:4] == b"PK\x03\x04":
        return _kind_of_zip(name, data)
    if why := why_refused(begins, suffix):
        raise SourceError(name, why, Trouble.UNKNOWN_KIND)
    if suffix in _TRUE:
        why = f"not a {suffix[1:].upper()} file, whatever its name says"
        raise SourceError(name, why, Trouble.DAMAGED)
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix in code.SUFFIXES and b"\0" not in data[:100_000] and not is_xml(data):
        return "code"
    if kind := _kind_of_markup(file, suffix):
        return kind
    if suffix in _TEXTS or b"\0" not in data[:100_000]:
        return "text"
    raise SourceError(name, "binary, not a text", Trouble.UNKNOWN_KIND)


def _kind_of_markup(file: File, suffix: str) -> str | None:
    """The kind by the outermost element; None of what is no markup."""
    outermost = markup_kind(file.data)
    if outermost in {"feed", "tt"}:
        return "ttml" if outermost == "tt" else "feed"
    if outermost == "html" or suffix in _PAGES:
        return "html"
    if outermost and (is_xml(file.data) or suffix in _XML):
        why = f"XML of a kind that nothing here reads (<{outermost}>)"
        raise SourceError(file.name, why, Trouble.UNKNOWN_KIND)
    return None


def _is_pdf(data: bytes) -> bool:
    return bool(_PDF.search(data, 0, 1_024)) and _PDF_END in data[-_ENDING:]


def _begun(begins: bytes) -> str | None:
    """The kind that nothing else begins as."""
    for look, kind in ((_CUES, "subtitles"), (_BOX, "mbox"), (_MAIL, "eml")):
        if look.match(begins):
            return kind
    return next((kind for start, kind in _BY_START.items() if begins.startswith(start)), None)


def _kind_of_zip(name: str, data: bytes) -> str:
    if data.count(_PART) > MAX_PARTS:
        raise SourceError(name, f"an archive of more than {MAX_PARTS} parts", Trouble.TOO_LARGE)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = set(archive.namelist())
        declared = _start(archive, "[Content_Types].xml") if "_rels/.rels" in members else b""
        said = _start(archive, "mimetype").strip() if "content.xml" in members else b""
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, EOFError, OSError) as error:
        raise SourceError(name, f"damaged: {error}", Trouble.DAMAGED) from error
    if "word/document.xml" in members or _WORD.search(declared):
        return "docx"
    if "META-INF/container.xml" in members:
        return "epub"
    for member, kind in (("ppt/presentation.xml", "pptx"), ("xl/workbook.xml", "xlsx")):
        if member in members:
            return kind
    if "mimetype" in members and "content.xml" in members:
        if _OPEN.match(said):
            return "odt"
        why = "an OpenDocument file without a text; save it as ODT or PDF"
        raise SourceError(name, why, Trouble.NO_TEXT)
    why = "an archive, not a document; unpack it first"
    raise SourceError(name, why, Trouble.UNKNOWN_KIND)


def _start(archive: zipfile.ZipFile, member: str) -> bytes:
    """The beginning of a member; b"" if there is none."""
    if member not in archive.namelist():
        return b""
    with archive.open(member) as stream:
        return stream.read(_MOST_DECLARED)
