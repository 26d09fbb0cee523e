"""Every kind of source becomes documents; what cannot be read is told, the rest goes in."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import SourceError
from index.sources import from_bytes, from_text, load
from index.sources.pdf import rejoined
from index.sources.plain import decode
from index.text.documents import Document

PAGE = """<!doctype html><html lang="fr"><head><title>Le fleuve | Journal</title>
<meta property="article:published_time" content="2024-05-06T10:00:00Z"></head><body>
<nav><a href="/">Accueil</a> <a href="/c">Contact</a></nav><article><h1>Le fleuve</h1>
<p>Le premier paragraphe parle du <b>fleuve</b> et de son histoire, avec beaucoup de mots.</p>
<h2>Les ponts</h2><p>Le deuxième paragraphe parle des ponts, &amp; de ceux qui les ont bâtis.</p>
</article><footer>Acceptez nos cookies. Mentions légales</footer></body></html>"""


def _docx() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Rapport"
    document.add_heading("Un", 1)
    document.add_paragraph("M. Dupont est venu hier.")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Prix", "12 €"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _epub(chapter: str = "<h1>One</h1><p>It was a <b>dark</b> night.</p>") -> bytes:
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


def _pdf(lines: list[str], password: str | None = None) -> bytes:
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


def _one(name: str, data: bytes) -> Document:
    (document,) = from_bytes(name, data)
    return document


def test_text_with_a_leading_date_or_front_matter() -> None:
    """The mark is metadata and leaves the text; the text is normalised."""
    document = from_text(" date 2025-10-02 En 2025,\tl’Alaska…\r\n")
    assert (document.date, document.text) == ("2025-10-02", "En 2025, l’Alaska…")
    front = (
        "---\ntitle: 'A title'\ndate: 2024-01-02T10:00\nurl: https://e.org/x\n---\n# B\n\nText."
    )
    found = from_text(front, doc_id="notes.md")
    assert (found.title, found.date, found.url) == ("A title", "2024-01-02", "https://e.org/x")
    assert found.text == "# B\n\nText."
    assert from_text("# Heading here\n\nText.", doc_id="a.md").title == "Heading here"
    assert from_text("Text.", doc_id="my_notes-2.txt").title == "my notes 2"


def test_page_keeps_the_article_only() -> None:
    """Title, date and language are found; menu, banner and footer are gone."""
    document = _one("fleuve.html", PAGE.encode())
    assert (document.title, document.date, document.language) == ("Le fleuve", "2024-05-06", "fr")
    assert "fleuve et de son histoire, avec beaucoup de mots.\n\nLes ponts\n\n" in document.text
    assert "ponts, & de ceux" in document.text
    for boilerplate in ("Accueil", "cookies", "légales"):
        assert boilerplate not in document.text


@pytest.mark.slow
def test_office_book_and_pdf() -> None:
    """Paragraphs, headings and rows, titles and languages of the formats people have."""
    report = _one("r.docx", _docx())
    assert (report.title, report.text) == (
        "Rapport",
        "Un\n\nM. Dupont est venu hier.\n\nPrix | 12 €",
    )
    book = _one("b.epub", _epub())
    assert (book.title, book.date, book.language) == ("Nights", "2020-01-02", "en")
    assert book.text == "One\n\nIt was a dark night."
    lines = ["A first long line of the paragraph that is wra-", "pped and goes on to the end."]
    assert _one("p.pdf", _pdf(lines)).text == (
        "A first long line of the paragraph that is wrapped and goes on to the end."
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("secret.pdf", _pdf(["x"], password="p"), "encrypted"),
        ("scan.pdf", _pdf([]), "OCR"),
        ("broken.pdf", b"%PDF-1.4 nothing", "damaged PDF"),
        ("fake.pdf", b"hello, I am text", "not a PDF"),
        ("zip.docx", b"PK\x03\x04garbage", "damaged"),
        ("other.zip", _epub()[:0] + b"", "empty"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "pre-2007"),
        ("program", bytes(range(256)) * 9, "not a text"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("dots.txt", b"... !!! ---", "no text"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, why: str) -> None:
    """One line: which file, and what is wrong with it."""
    with pytest.raises(SourceError, match=why) as told:
        from_bytes(name, data)
    assert str(told.value).startswith(name)
    assert "\n" not in str(told.value)


@pytest.mark.slow
def test_a_zip_bomb_is_refused() -> None:
    """A small file that unpacks to a huge one is not unpacked."""
    bomb = _epub("<p>" + " " * 100_000_001 + "</p>")
    assert len(bomb) < 1_000_000
    with pytest.raises(SourceError, match="unpacks to more"):
        from_bytes("bomb.epub", bomb)


def test_names_lie() -> None:
    """Content decides: a page called .txt is a page, a PDF called .txt a PDF."""
    assert "cookies" not in _one("page.txt", PAGE.encode()).text
    with pytest.raises(SourceError, match="damaged PDF"):
        from_bytes("pdf.txt", b"%PDF-1.7 x")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Élève français à l'été dernier, déjà vu", "latin-1"),
        ("Привет, как дела? Это русский текст.", "cp1251"),
        ("Zażółć gęślą jaźń, proszę pana", "cp1250"),
        ("これは日本語のテキストです。", "shift_jis"),
        ("Καλημέρα κόσμε, τι κάνεις", "cp1253"),
        ("这是中文文本，内容很短。", "gb18030"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
        ("İstanbul'da güneşli bir gün, çok güzel ışık", "cp1254"),
        ("plain ünïcode 🇨🇭", "utf-8-sig"),
        ("plain ünïcode 🇨🇭", "utf-16"),
    ],
)
def test_encodings_are_detected(text: str, encoding: str) -> None:
    """Files from everywhere, of many years."""
    assert decode("x.txt", text.encode(encoding)) == text


def test_bad_lines_do_not_stop_good_ones(tmp_path: Path) -> None:
    """Each bad line is named by file and number; ids and fields of the good ones are kept."""
    rows = [
        json.dumps({"text": "One.", "doc_id": "x", "date": "2020-01-01", "language": "en"}),
        "{bad",
        "",
        json.dumps({"title": "no text"}),
        json.dumps({"text": "Zwei.", "url": "https://e.org/2", "title": "T"}),
        json.dumps({"text": "Again.", "doc_id": "x"}),
    ]
    path = tmp_path / "d.jsonl"
    path.write_text("\n".join(rows))
    found = list(load([str(path)]))
    documents = [one for one in found if isinstance(one, Document)]
    told = [str(one) for one in found if isinstance(one, SourceError)]
    assert [(d.doc_id, d.text) for d in documents] == [("x", "One."), ("d.jsonl:5", "Zwei.")]
    assert (documents[0].date, documents[1].url) == ("2020-01-01", "https://e.org/2")
    assert len(told) == 3
    assert any(line.startswith("d.jsonl:2: ") for line in told)
    assert any(line.startswith("d.jsonl:4: ") for line in told)
    assert any("second document" in line for line in told)


def test_folders_are_read_to_the_bottom(tmp_path: Path) -> None:
    """Names are relative to the folder; hidden files are passed over; failures are told."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Text a.")
    (tmp_path / "b.md").write_text("Text b.")
    (tmp_path / ".hidden").write_text("no")
    (tmp_path / "empty.txt").write_text("")
    found = list(load([str(tmp_path), str(tmp_path / "missing.txt")]))
    ids = [one.doc_id for one in found if isinstance(one, Document)]
    told = [str(one) for one in found if isinstance(one, SourceError)]
    assert ids == ["b.md", "sub/a.txt"]
    assert told == [
        f"{tmp_path / 'empty.txt'}: empty",
        f"{tmp_path / 'missing.txt'}: No such file or directory",
    ]


@settings(max_examples=40)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".html", ".jsonl", ""]))
def test_any_bytes_are_read_or_told(data: bytes, suffix: str) -> None:
    """Nothing but SourceError, whatever comes; what is read is text to the end."""
    try:
        found = from_bytes(f"x{suffix}", data)
    except SourceError:
        return
    for document in found:
        assert document.text == document.text.strip()
        document.text.encode()


def test_printed_lines_become_paragraphs() -> None:
    """Wrapped lines join, hyphens go, page numbers and running heads go."""
    body = ["The first line of text is as long as the others are and it", "ends here. Then more."]
    pages = [["Running head", *body, str(number)] for number in range(1, 6)]
    text = rejoined(["\n".join(page) for page in pages])
    assert "Running head" not in text
    assert text.split("\n\n")[0] == (
        "The first line of text is as long as the others are and it ends here. Then more."
    )
