"""Office files about an invented harbour, made as their programs make them."""

import io
import re
import zipfile

import openpyxl
import pptx
from pptx.util import Inches

from index.text import Document

_ODT = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">
<office:automatic-styles>{styles}</office:automatic-styles><office:body><{holds}>{body}</{holds}></office:body></office:document-content>"""


def odt_file(
    body: str,
    mimetype: str = "application/vnd.oasis.opendocument.text",
    styles: str = "",
    holds: str = "office:text",
) -> bytes:
    """An OpenDocument file, a text if nothing else is said, with this body."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("mimetype", mimetype)
        file.writestr("content.xml", _ODT.format(body=body, styles=styles, holds=holds))
    return stream.getvalue()


def pptx_file() -> bytes:
    """A title with a text in levels, a table, and notes."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "The harbour"
    frame = slide.placeholders[1].text_frame
    frame.text = "Open all year"
    line = frame.add_paragraph()
    line.text, line.level = "but not at Christmas", 1
    slide.notes_slide.notes_text_frame.text = "Tell them about the ice."
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = "Fees"
    shape = second.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1))
    for place, text in enumerate(("Pier", "Fee", "North", "22")):
        shape.table.cell(place // 2, place % 2).text = text
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def xlsx_file() -> bytes:
    """Two sheets, one with a header."""
    book = openpyxl.Workbook()
    book.active.title = "Ferries"
    for row in (["Pier", "Day", "Time"], ["North", "Monday", "08:10"], ["South", None, 9.0]):
        book.active.append(row)
    book.create_sheet("Notes").append(["Closed on 24 December"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def blocks(document: Document) -> list[tuple[str, str, int]]:
    """What each block says, its kind and its level."""
    return [(b.span.of(document.text), b.kind, b.level) for b in document.blocks]


def rewritten(file: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The archive with other bytes in the parts whose names begin so."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as held, zipfile.ZipFile(stream, "w") as made:
        for name in held.namelist():
            data = held.read(name)
            made.writestr(name, re.sub(old, new, data) if name.startswith(part) else data)
    return stream.getvalue()


def ods_file(columns: str, *rows: str) -> bytes:
    """A sheet, the cells of its rows parted by "|"; one that reaches down as many rows as "^"."""
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    body = ""
    for row in rows:
        body += "<table:table-row>"
        for text in row.split("|"):
            down = f' table:number-rows-spanned="{1 + text.count("^")}"'
            body += cell.format(down, text.strip("^")) if text else "<table:covered-table-cell/>"
        body += "</table:table-row>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return odt_file(
        f"<table:table>{columns}{body}</table:table>", kind, holds="office:spreadsheet"
    )
