"""Fonts that say which letters they draw in a way that PDFium passes over."""

import re

import pytest

from index.sources.files import from_bytes
from index.sources.pdf.glyphs import letters_of
from tests.in_words import in_words
from tests.index.sources.pdf.made import HELVETICA, JAPANESE, Text, lines, pdf, told, with_field

CODES = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Lamp/Encoding/Identity-H/ToUnicode%b/DescendantFonts"
    b"[<</Type/Font/Subtype/CIDFontType2/BaseFont/Lamp/DW 600"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
)
RANGE = b"begincmap 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap"
STREAM = b"70 0 obj<</Length %d>>stream\n%b\nendstream endobj\n" % (len(RANGE), RANGE)


def changed(file: bytes, old: bytes, new: bytes, more: bytes = b"") -> bytes:
    """A file without its table of contents, which PDFium then finds out by itself."""
    body = file[: file.rindex(b"\nxref\n") + 1].replace(old, new)
    return body + more + b"trailer<</Root 1 0 R/Info 3 0 R>>"


def test_glyphs_drawn_on_the_page_are_read_by_their_names() -> None:
    """As matplotlib's are; a name that says nothing is no letter."""
    secret = pdf([Text(50, 600, "abc cab", font="F4")], about={"CreationDate": "D:20210504"})
    named = secret.replace(b"/g3", b"/fi").replace(b"/g7", b"/ae").replace(b"/g9", b"/oe")
    found = told(named)
    assert [part.text for part in found.parts] == ["fiæœ œfiæ"]
    assert (in_words(found.left_out), found.date) == ((), "2021-05-04")


@pytest.mark.parametrize("stated", [b"/Identity-H", b" 70 0 R"])
def test_a_map_that_says_that_codes_are_letters_is_believed(stated: bytes) -> None:
    """TCPDF names it, mPDF writes one range for all letters there are."""
    words = "Nr 5319 – 24 zł „A”"
    file = changed(pdf([Text(50, 700, words, font="F5")]), JAPANESE, CODES % stated, STREAM)
    found = told(file)
    assert ([part.text for part in found.parts], in_words(found.left_out)) == ([words], ())


def test_a_form_keeps_the_fonts_that_its_pages_share() -> None:
    """They may be stated once for all pages."""
    page = [Text(50, 700, "港の料金は", font="F5"), *lines("Paid by the owner.", y=660)]
    file = with_field(pdf(page), "740 euros")
    fonts = re.search(rb"/Resources<</Font<</F1 5 0 R.*?>>>>", file)
    assert fonts
    shared = file.replace(fonts[0], b"", 1).replace(b"/Type/Pages", b"/Type/Pages" + fonts[0])
    assert [part.text for part in told(shared).parts] == [
        "港の料金は 740 euros Paid by the owner.",
    ]


def test_a_file_may_stand_behind_what_a_server_said_of_it() -> None:
    """Readers of PDF look for its beginning; a text about PDF is a text."""
    said = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"
    assert from_bytes("a.pdf", said + pdf(lines("The lamp is lit.")))[0].text == "The lamp is lit."
    about = b"A file begins so:\n%PDF-1.7\nand the rest is binary."
    assert from_bytes("a.txt", about)[0].text.startswith("A file begins so:")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("a", "a"), ("eacute", "é"), ("f_f_i", "ffi"), ("a.sc", "a"), ("uni0416", "Ж"),
        ("u1F6A2", "\U0001f6a2"), ("afii10049", "Я"), ("afii10097", "я"), ("Scaron", "Š"),
        ("dotlessi", "ı"), ("equal", "="), ("quotesingle", "'"), ("g3", None), ("a49", None),
        ("C41", None), (".notdef", None), ("uniD800", None), ("cid1", None),
    ],
)  # fmt: skip
def test_names_of_glyphs(name: str, letters: str | None) -> None:
    """By Adobe's rules."""
    assert letters_of(name) == letters


def test_a_name_may_be_put_together() -> None:
    """As those of ligatures are in fonts of today."""
    named = b"<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[64/f_i]>>"
    font = HELVETICA.replace(b"/WinAnsiEncoding", named)
    page = pdf(lines("The @rst lamp is lit at the o@ce of the harbour."))
    found = told(changed(page, HELVETICA, font))
    assert found.parts[0].text == "The first lamp is lit at the ofice of the harbour."


def test_codes_of_the_far_east_without_a_map_are_letters() -> None:
    """A font in EUC that says no more of its letters: that set has its own map."""
    words = "港の料金"
    coded, plain = (words.encode(code).hex().encode() for code in ("euc-jp", "utf-16-be"))
    page = [Text(50, 700, words, font="F5"), *lines("Paid by the owner.", y=660)]
    named = b"/Encoding/UniJIS-UCS2-H"
    whole = pdf(page).replace(plain, coded)
    found = told(whole.replace(named, b"/Encoding/EUC-H".ljust(len(named))))
    assert [part.text for part in found.parts] == [words, "Paid by the owner."]
    assert in_words(found.left_out) == ()
