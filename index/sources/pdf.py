"""PDF files: the text of their pages, its printed lines made paragraphs again."""

import io
import re
from collections import Counter
from statistics import quantiles

from pypdf import PdfReader

from index.sources.lines import parts_of_lines
from index.sources.loader import Extracted, File, Unreadable

PAGES = 5_000
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})
_ENDS = re.compile(r"[.!?…:。！？؟।][\"'”’»)\]]*$")
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*$", re.IGNORECASE)


def read(file: File) -> list[Extracted]:
    """Text of every page, title and date; raises Unreadable, and what pypdf does."""
    reader = PdfReader(io.BytesIO(file.data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("encrypted with a password; save it without one")
    if len(reader.pages) > PAGES:
        raise Unreadable(f"more than {PAGES} pages; split it")
    text = rejoined([page.extract_text() for page in reader.pages])
    if not text.strip():
        raise Unreadable("no text in it, only pictures of text; run OCR on it first")
    about = reader.metadata
    made = about.creation_date if about else None
    title = about.title if about else None
    parts = tuple(parts_of_lines(text.translate(LIGATURES)))
    return [Extracted(parts, title, made.date().isoformat() if made else None)]


def rejoined(pages: list[str]) -> str:
    """Paragraphs, parted by blank lines; page numbers and running heads go.

    A paragraph ends with a line that is clearly shorter than the others or at a blank line. A
    word cut by a hyphen at the end of a line is put together again.
    """
    split = [[line.strip() for line in page.splitlines()] for page in pages]
    repeated = _running(split)
    lines = [
        line
        for page in split
        for line in page
        if line not in repeated and not _PAGE_NUMBER.match(line)
    ]
    lengths = [len(line) for line in lines if line]
    full = quantiles(lengths, n=10)[-1] if len(lengths) > 3 else 80
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line or (paragraphs[-1] and _breaks(paragraphs[-1][-1], line, full)):
            paragraphs.append([])
        if line:
            paragraphs[-1].append(line)
    return "\n\n".join(_one_line(paragraph) for paragraph in paragraphs if paragraph)


def _breaks(last: str, line: str, full: float) -> bool:
    """Whether a paragraph ends between these two lines."""
    short = len(last) < 0.6 * full
    return short and bool(_ENDS.search(last) or line[:1].isupper())


def _one_line(lines: list[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        hyphen = text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower()
        text = text[:-1] + line if hyphen or text.endswith("\u00ad") else f"{text} {line}"
    return text


def _running(pages: list[list[str]]) -> set[str]:
    """Lines that open or close most pages."""
    edges = Counter(line for page in pages for line in {*page[:1], *page[-1:]} if line)
    return {line for line, count in edges.items() if len(pages) > 3 and count > len(pages) / 2}
