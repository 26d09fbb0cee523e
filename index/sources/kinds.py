"""What kind of file bytes are: by what they hold, and only where that says nothing by the name."""

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

from index.errors import SourceError, Trouble
from index.sources.loader import File
from index.sources.outermost import is_xml, markup_kind

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
# And what no loader reads.
_REFUSED = {
    re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"): (
        "an encrypted or pre-2007 Office file; save it as DOCX or PDF"
    ),
    re.compile(rb"\[Script Info\]"): "subtitles of SubStation Alpha; save them as SRT or WebVTT",
    re.compile(rb"(?:%[^\n]*\n\s*)*\\document(?:class|style)\b"): (
        "LaTeX; give the PDF that is made of it"
    ),
    re.compile(rb"(?:#[^\n]*\n\s*)*\{\d+\}\{\d+\}"): (
        "subtitles of MicroDVD; save them as SRT or WebVTT"
    ),
    re.compile(rb"(?:\d+:)?\d\d?:\d\d\.\d{3},(?:\d+:)?\d\d?:\d\d\.\d{3}[ \t]*\r?\n"): (
        "subtitles of YouTube (SBV); save them as SRT or WebVTT"
    ),
    re.compile(rb"(?:\[[a-z]+:[^\]\n]*\]\s*)*\[\d+:\d\d[.:]\d\d+\]"): (
        "lyrics with their times (LRC); save them as text without them"
    ),
    re.compile(rb"(?i)<sami\b"): "subtitles of SAMI; save them as SRT or WebVTT",
    re.compile(rb"%!PS"): "PostScript; save it as PDF",
    re.compile(rb"BEGIN:VCALENDAR"): "a calendar (iCalendar); save it as a table or as text",
    re.compile(rb"BEGIN:VCARD"): "addresses (vCard); save them as a table or as text",
}
_CUES = re.compile(rb"\d{1,6}\s*\n(?:\d+:)?\d{1,2}:\d\d[,.]\d{1,3} --> ")
# A mail among others in a box, and one by itself: by a field that nobody but programs writes.
_BOX = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} [^\n]*\n[\w-]+:")
_MAIL = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*"
    rb"(?:Received:\s+(?:from|by)|Return-Path:\s*<|MIME-Version:\s*1|Message-ID:\s*<)",
    re.IGNORECASE,
)
# And what nothing but the name tells that no loader reads: it would be quoted with its marks.
_UNREAD = {
    ".adoc": "AsciiDoc", ".asciidoc": "AsciiDoc", ".creole": "Creole", ".mediawiki": "wiki text",
    ".org": "Org", ".rest": "reStructuredText", ".rst": "reStructuredText",
    ".textile": "Textile", ".wiki": "wiki text",
}  # fmt: skip
_NOTEBOOK = ".ipynb"
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
    if kind := _begun(begins):
        return kind
    if data[:4] == b"PK\x03\x04":
        return _kind_of_zip(name, data)
    for start, why in _REFUSED.items():
        if start.match(begins):
            raise SourceError(name, why, Trouble.UNKNOWN_KIND)
    if suffix in _TRUE:
        why = f"not a {suffix[1:].upper()} file, whatever its name says"
        raise SourceError(name, why, Trouble.DAMAGED)
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix in _UNREAD:
        why = f"{_UNREAD[suffix]}, which nothing here reads; save it as HTML or Markdown"
        raise SourceError(name, why, Trouble.UNKNOWN_KIND)
    if suffix == _NOTEBOOK:
        raise SourceError(name, "a notebook; save it as HTML or Markdown", Trouble.UNKNOWN_KIND)
    outermost = markup_kind(data)
    if outermost == "tt":
        return "ttml"
    if outermost in {"feed", "html"} or suffix in _PAGES:
        return "feed" if outermost == "feed" else "html"
    if outermost and (is_xml(data) or suffix in _XML):
        why = f"XML of a kind that nothing here reads (<{outermost}>)"
        raise SourceError(name, why, Trouble.UNKNOWN_KIND)
    if suffix in _TEXTS or b"\0" not in data[:100_000]:
        return "text"
    raise SourceError(name, "binary, not a text", Trouble.UNKNOWN_KIND)


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
