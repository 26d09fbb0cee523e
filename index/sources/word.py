"""Word files (DOCX): paragraphs, headings and table rows in order."""

import io

import docx
from docx.table import Table

from index.sources.loader import Extracted, File, archive
from index.text import Part


def read(file: File) -> list[Extracted]:
    """Text, title, date and language; raises Unreadable, and what python-docx does."""
    archive(file.data)  # which checks its size
    document = docx.Document(io.BytesIO(file.data))
    parts: list[Part] = []
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            rows = ([cell.text.strip() for cell in row.cells] for row in item.rows)
            lines = (" | ".join(dict.fromkeys(filter(None, row))) for row in rows)
            parts.extend(Part(line, "row") for line in lines)
        else:
            style = (item.style.name or "") if item.style else ""
            heading = style.startswith(("Heading", "Title"))
            parts.append(Part(item.text, "heading", 1) if heading else Part(item.text))
    about = document.core_properties
    date = about.created.date().isoformat() if about.created else None
    return [Extracted(tuple(parts), about.title or None, date, about.language)]
