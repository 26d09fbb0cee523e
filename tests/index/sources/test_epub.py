"""EPUB books: chapters, and what the book says of itself."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from index.errors import SourceError
from index.sources.epub import read
from index.sources.loader import Extracted, File, Unreadable
from index.text import Part
from tests.in_words import in_words
from tests.index.sources.made import epub_file, only

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="O/b.opf"/></rootfiles></container>'
)
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'


def book(
    chapters: Mapping[str, str | None], about: str = "", more: Mapping[str, str] | None = None
) -> bytes:
    """A book whose spine names the chapters; those that are None it does not hold."""
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{about}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("META-INF/container.xml", CONTAINER)
        file.writestr("O/b.opf", package)
        for name, body in chapters.items():
            if body is not None:
                file.writestr(f"O/{name}.xhtml", PAGE.format(body))
        for name, body in (more or {}).items():
            file.writestr(name, body)
    return stream.getvalue()


def read_one(data: bytes) -> Extracted:
    """What the loader makes of a book."""
    (found,) = read(File("b.epub", data))
    return found


@pytest.mark.slow
def test_a_book_becomes_its_chapters() -> None:
    """Title, date and language are those of the package document."""
    found = only("b.epub", epub_file())
    assert (found.title, found.date, found.language) == ("Nights", "2020-01-02", "en")
    assert found.text == "One\n\nIt was a dark night."


def test_chapters_are_read_to_the_last_word() -> None:
    """Of spans alone, of text beside paragraphs; a head without an end swallows nothing."""
    found = read_one(
        book({"one": "<span>The pier</span> <span>burnt.</span>", "two": "It<p>rained.</p>on"})
    )
    assert [part.text for part in found.parts] == ["The pier burnt.", "It", "rained.", "on"]


def test_entities_are_letters() -> None:
    """Also where the book, as most do, names no place that says which."""
    assert read_one(book({"one": "Caf&eacute;&nbsp;&amp; quay"})).parts == (
        Part("Café\xa0& quay"),
    )


def test_a_missing_chapter_is_lost_alone() -> None:
    """And told; so is one whose bytes are damaged."""
    found = read_one(book({"one": "<p>First.</p>", "two": None, "three": "<p>Third.</p>"}))
    assert [part.text for part in found.parts] == ["First.", "Third."]
    assert in_words(found.left_out) == ("O/two.xhtml, which the file does not hold",)
    data = book({"one": "<p>First.</p>", "two": "<p>Spoilt here.</p>"})
    damaged = read_one(data.replace(b"Spoilt", b"SpoiLT"))
    assert [part.text for part in damaged.parts] == ["First."]
    assert in_words(damaged.left_out)[0].startswith("O/two.xhtml, which is damaged: Bad CRC-32")


def test_a_book_s_sheets_say_what_is_struck_out() -> None:
    """Of the chapters that link to them; one that is missing or broken costs nothing."""
    fee = (
        '<link rel="stylesheet" href="../s/a%20b.css"/><link rel="stylesheet" '
        'href="none.css"/><p>It is <i class="c9">30</i> 40.</p>'
    )
    plain = '<p>It is <i class="c9">30</i> or 40.</p>'
    sheet = "\x07.c9 { text-decoration: line-through }"
    found = read_one(book({"one": fee, "two": plain}, more={"s/a b.css": sheet}))
    assert [part.text for part in found.parts] == ["It is 40.", "It is 30 or 40."]
    assert in_words(found.left_out) == ("text that is struck out",)


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        (
            '<dc:date opf:event="creation">2001-01-01</dc:date>'
            '<dc:date opf:event="publication">2010-05-06</dc:date>',
            "2010-05-06",
        ),
        ('<dc:date opf:event="modification">2001-01-01</dc:date>', None),
        (
            '<dc:date opf:event="conversion">2021-01-01</dc:date><dc:date>2010-05-06</dc:date>',
            "2010-05-06",
        ),
        ("", None),
    ],
)
def test_the_day_it_was_published(dates: str, day: str | None) -> None:
    """Not the one its file was made or changed on."""
    assert read_one(book({"one": "<p>First.</p>"}, dates)).date == day


def test_encrypted_chapters_are_told() -> None:
    """Scrambled fonts keep nobody from reading."""
    rights = (
        '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/><CipherData>'
        '<CipherReference URI="O/one.xhtml"/></CipherData></EncryptedData></encryption>'
    )
    locked = {"META-INF/encryption.xml": rights.format("http://www.w3.org/2001/04/xmlenc#aes256")}
    with pytest.raises(Unreadable, match="DRM"):
        read_one(book({"one": "<p>First.</p>"}, more=locked))
    fonts = {"META-INF/encryption.xml": rights.format("http://www.idpf.org/2008/embedding")}
    assert read_one(book({"one": "<p>First.</p>"}, more=fonts)).parts == (Part("First."),)


def test_what_is_outside_the_reading_order_is_told() -> None:
    """A chapter no reader comes to, and one that is only listed; not the table of contents."""
    data = book({"one": "<p>First.</p>", "two": "<p>Second.</p>", "nav": "<nav>One</nav>"})
    for old, new in (
        (b'<itemref idref="two"/><itemref idref="nav"/>', b'<itemref idref="gone"/>' + b" " * 26),
        (b'href="nav.xhtml"', b'href="nav.xhtml" properties="nav"'),
    ):
        data = _changed(data, old, new)
    found = read_one(data)
    assert [part.text for part in found.parts] == ["First."]
    assert in_words(found.left_out) == (
        "a chapter “gone”, which the book lists only",
        "O/two.xhtml, which is outside the reading order",
    )


def test_small_faults_of_a_book_are_mended() -> None:
    """A sign its writer forgot to escape; letters of another case in the name of a file."""
    data = book({"one": "<p>First.</p>"}, "<dc:title>Sea & shore</dc:title>")
    found = read_one(_changed(data, b'href="one.xhtml"', b'href="One.xhtml"'))
    assert (found.parts, found.title) == ((Part("First."),), "Sea & shore")


def _changed(data: bytes, old: bytes, new: bytes) -> bytes:
    """The book with other words in its package document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            body = before.read(name)
            assert name != "O/b.opf" or old in body
            after.writestr(name, body.replace(old, new) if name == "O/b.opf" else body)
    return stream.getvalue()


def test_no_book_at_all() -> None:
    """One line that says what is missing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("META-INF/container.xml", CONTAINER)
    with pytest.raises(SourceError, match="without a package document"):
        only("b.epub", stream.getvalue())
