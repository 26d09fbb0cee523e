"""`python -m index.sources.extract pdf|docx|epub`: a file on stdin, a JSON object on stdout.

Run by `index.sources.sandbox`; what it raises or prints otherwise, and any crash, is caught there.
"""

import io
import json
import resource
import sys
import zipfile
from dataclasses import asdict
from typing import Any

from index.sources.sandbox import Extracted

MEMORY = 2_000_000_000
UNPACKED = 100_000_000
PAGES = 5_000
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})


class Unreadable(Exception):
    """Why the file cannot become text."""


def pdf(data: bytes) -> Extracted:
    """Text of every page, with lines joined into paragraphs again."""
    from pypdf import PdfReader

    from index.sources.lines import rejoined

    reader = PdfReader(io.BytesIO(data))
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
    return Extracted(text.translate(LIGATURES), title, made.date().isoformat() if made else None)


def docx(data: bytes) -> Extracted:
    """Paragraphs, headings and table rows in order."""
    import docx as word
    from docx.table import Table

    _check_size(data)
    document = word.Document(io.BytesIO(data))
    blocks: list[str] = []
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            rows = ([cell.text.strip() for cell in row.cells] for row in item.rows)
            blocks.extend(" | ".join(dict.fromkeys(filter(None, row))) for row in rows)
        else:
            blocks.append(item.text)
    about = document.core_properties
    date = about.created.date().isoformat() if about.created else None
    language = (about.language or "").split("-")[0].lower() or None
    return Extracted("\n\n".join(filter(None, blocks)), about.title or None, date, language)


def epub(data: bytes) -> Extracted:
    """The chapters in reading order."""
    from index.sources.epub import read

    _check_size(data)
    return read(zipfile.ZipFile(io.BytesIO(data)))


def _check_size(data: bytes) -> None:
    members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("encrypted; save it without a password")
    if sum(member.file_size for member in members) > UNPACKED:
        raise Unreadable(f"unpacks to more than {UNPACKED // 1_000_000} MB")


def main() -> None:
    """Read, extract, print."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    kinds = {"pdf": pdf, "docx": docx, "epub": epub}
    answer: dict[str, Any]
    try:
        answer = asdict(kinds[sys.argv[1]](sys.stdin.buffer.read()))
    except Unreadable as error:
        answer = {"why": str(error)}
    except Exception as error:
        # Whatever a library raises on a broken file, the reader gets one line.
        why = str(error).strip().splitlines() or [type(error).__name__]
        answer = {"why": f"a damaged {sys.argv[1].upper()} file: {why[0][:200]}"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
