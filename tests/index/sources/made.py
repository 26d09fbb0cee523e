"""Files of every kind, made by hand."""

import io
import zipfile

import docx

from index.sources import from_bytes
from index.text.documents import Document

PAGE = """<!doctype html><html lang="fr"><head><title>Le fleuve | Journal</title>
<meta property="article:published_time" content="2024-05-06T10:00:00Z"></head><body>
<nav><a href="/">Accueil</a> <a href="/c">Contact</a></nav><article><h1>Le fleuve</h1>
<p>Le premier paragraphe parle du <b>fleuve</b> et de son histoire, avec beaucoup de mots.</p>
<h2>Les ponts</h2><p>Le deuxième paragraphe parle des ponts, &amp; de ceux qui les ont bâtis.</p>
</article><footer>Acceptez nos cookies. Mentions légales</footer></body></html>"""


def docx_file() -> bytes:
    """A report with a heading, a paragraph and a table."""
    document = docx.Document()
    document.core_properties.title = "Rapport"
    document.add_heading("Un", 1)
    document.add_paragraph("M. Dupont est venu hier.")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Prix", "12 €"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def epub_file(chapter: str = "<h1>One</h1><p>It was a <b>dark</b> night.</p>") -> bytes:
    """A book of one chapter."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="O/b.opf"/></rootfiles></container>',
        )
        book.writestr(
            "O/b.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Nights</dc:title>'
            "<dc:language>en-GB</dc:language><dc:date>2020-01-02</dc:date></metadata><manifest>"
            '<item id="c" href="ch%201.xhtml"/></manifest><spine><itemref idref="c"/></spine>'
            "</package>",
        )
        book.writestr("O/ch 1.xhtml", f"<html><body>{chapter}</body></html>")
    return stream.getvalue()


def pdf_file(lines: list[str], password: str | None = None) -> bytes:
    """A one-page PDF with a line of text each, written by hand."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    content = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\n" % table
    out += b"startxref\n%d\n%%%%EOF" % (out.index(b"xref\n0 5"))
    if password is None:
        return out
    from pypdf import PdfReader, PdfWriter

    writer, stream = PdfWriter(clone_from=PdfReader(io.BytesIO(out))), io.BytesIO()
    writer.encrypt(password, algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


def only(name: str, data: bytes) -> Document:
    """The one document that the bytes are."""
    (document,) = from_bytes(name, data)
    return document
