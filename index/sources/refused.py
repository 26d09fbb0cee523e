"""Files that no loader reads, and would quote with their marks: how to give them instead."""

import re

from index.sources import code

# What nothing else begins as.
_BY_START = {
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
    re.compile(rb"(?i)<sami\b"): "subtitles of SAMI; save them as SRT or WebVTT",
    re.compile(rb"%!PS"): "PostScript; save it as PDF",
    re.compile(rb"(?:[.']\\\"[^\n]*\n)*\.(?:TH|Dd)[ \t]"): (
        "a manual page (roff); give what `man` shows of it, or HTML"
    ),
    re.compile(rb"(?:#[^\n]*\n\s*)*msgid \""): (
        "translations (gettext); give the texts themselves"
    ),
    re.compile(rb"BEGIN:VCALENDAR"): "a calendar (iCalendar); save it as a table or as text",
    re.compile(rb"BEGIN:VCARD"): "addresses (vCard); save them as a table or as text",
}
# Minutes, seconds and their hundredths; or any time below tags that say what is sung. An hour,
# "[10:15:33]", is that of a chat, a log or a transcript, which are texts.
_LYRICS = re.compile(
    rb"(?:\[(?:ti|ar|al|au|by|la|length|lr|offset|re|tool|ve):[^\]\n]*\]\s*)+\[\d+:\d\d[.:\]]"
    rb"|\[\d+:\d\d\.\d\d+\]"
)
# What nothing but the name tells that no loader reads: it would be quoted with its marks.
_BY_SUFFIX = {
    ".latex": "LaTeX", ".pod": "POD", ".tex": "TeX", ".texi": "Texinfo", ".texinfo": "Texinfo",
    ".adoc": "AsciiDoc", ".asciidoc": "AsciiDoc", ".creole": "Creole", ".mediawiki": "wiki text",
    ".org": "Org", ".rest": "reStructuredText", ".rst": "reStructuredText",
    ".textile": "Textile", ".typ": "Typst", ".wiki": "wiki text",
}  # fmt: skip


# Of these a reader would be quoted the fields.
_OF_BOOKS = {".bib": "BibTeX", ".enw": "EndNote", ".nbib": "PubMed", ".ris": "RIS"}


def why_refused(begins: bytes, suffix: str) -> str | None:
    """What a file is, by its first letters or its name, and what to do; None of any other."""
    for start, why in _BY_START.items():
        if start.match(begins):
            return why
    if suffix not in code.SUFFIXES and _LYRICS.match(begins):
        return "lyrics with their times (LRC); save them as text without them"
    if suffix == ".ipynb":
        return "a notebook; save it as HTML or Markdown"
    if suffix in _OF_BOOKS:
        return f"a list of references ({_OF_BOOKS[suffix]}); save it as a table or as text"
    if suffix in _BY_SUFFIX:
        return f"{_BY_SUFFIX[suffix]}, which nothing here reads; save it as HTML or Markdown"
    return None
