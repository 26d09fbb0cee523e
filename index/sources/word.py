"""Word files (DOCX): paragraphs, headings and table rows in order."""

import io

import docx
from docx.table import Table

from index.sources.sandbox import Extracted, archive


def read(data: bytes) -> Extracted:
    """Text, title, date and language; raises Unreadable, and what python-docx does."""
    archive(data)  # which checks its size
    document = docx.Document(io.BytesIO(data))
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
