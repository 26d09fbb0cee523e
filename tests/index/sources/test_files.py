"""Bytes are read as what they are, or refused with the reason."""

import io
import json
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import SourceError
from index.sources import from_bytes
from index.sources.files import from_file
from index.sources.loader import File
from index.sources.sandbox import Sandbox
from tests.index.sources.made import PAGE, epub_file, only, pdf_file


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("secret.pdf", pdf_file(["x"], password="p"), "encrypted"),
        ("scan.pdf", pdf_file([]), "OCR"),
        ("broken.pdf", b"%PDF-1.4 nothing", "damaged PDF"),
        ("fake.pdf", b"hello, I am text", "not a PDF"),
        ("zip.docx", b"PK\x03\x04garbage", "damaged"),
        ("other.zip", epub_file()[:0] + b"", "empty"),
        ("a.tex", b"% A comment\n\n\\documentclass[a4paper]{article}", "LaTeX; give the PDF"),
        ("a.txt", b"%!PS-Adobe-3.0\n(The pier) show", "PostScript; save it as PDF"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nSUMMARY:Ice\r\n", "iCalendar"),
        ("a.vcf", b"BEGIN:VCARD\nFN:Anna\n", "vCard"),
        ("a.rst", b"Pier\n====\n\n.. note:: See :ref:`fees`.", "reStructuredText.*Markdown"),
        ("a.ADOC", b"= Pier\n\nNOTE: Closed.", "AsciiDoc.*Markdown"),
        ("part.tex", b"\\section{Pier}\nThe pier \\emph{burnt}.", "TeX.*HTML"),
        ("a.texi", b"@node Pier\nThe @emph{pier}.", "Texinfo.*HTML"),
        ("a.bib", b"@book{lamp,\n  title = {The {L}amp}\n}", "BibTeX.*table"),
        ("a.ris", b"TY  - BOOK\nTI  - The lamp\n", "RIS.*table"),
        ("a.po", b'# German\n\nmsgid ""\nmsgstr ""\n', "gettext"),
        ("pier.1", b'.\\" A page\n.TH PIER 1\n.SH NAME\npier', "manual page.*HTML"),
        ("a.ipynb", b'{"cells": []}', "notebook"),
        ("a.sbv", b"0:00:01.000,0:00:03.500\r\nThe pier.\r\n", "SBV.*SRT"),
        ("a.sub", b"{10}{40}The pier.\n", "MicroDVD.*SRT"),
        ("a.lrc", b"[ti:Ice]\n[00:12.00]The pier\n", "LRC"),
        ("a.smi", b"<SAMI><BODY><SYNC Start=1000><P>The pier.", "SAMI.*SRT"),
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


def test_whatever_goes_wrong_is_told_of_the_file() -> None:
    """An archive may choose which error its reader raises."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("_rels/.rels", "x")
    sound = stream.getvalue()
    encrypted = sound.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    encrypted = encrypted.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )
    with pytest.raises(SourceError, match=r"^x: damaged: .*encrypted"):
        from_bytes("x", encrypted)
    number = b"0x" + b"f" * 9_000
    assert only("x", b"---\ntitle: %s\n---\nText." % number).title == "Text."


MAIL = "From a@b Tue Mar  5 10:00:00 2024\nSubject: %s\n\n%s\n\n"
POSTS = [{"id": at, "text": text} for at, text in ((1, "Open."), (2, "🔥"), (3, "Closed."))]
ITEM = "<item><title>%s</title></item>"


@pytest.mark.parametrize(
    ("name", "text", "read", "bad"),
    [
        ("a.json", json.dumps({"messages": POSTS}), ["Open.", "Closed."], "a.json#2"),
        (
            "a.mbox",
            MAIL % ("One", "Open.") + MAIL % ("🔥", "") + MAIL % ("Two", "Closed."),
            ["One\n\nOpen.", "Two\n\nClosed."],
            "a.mbox#2",
        ),
        (
            "a.xml",
            f"<rss version='2.0'><channel>{ITEM % 'Open'}{ITEM % '!!!'}{ITEM % 'Shut'}"
            "</channel></rss>",
            ["Open", "Shut"],
            "a.xml#!!!",
        ),
    ],
)
def test_one_that_says_nothing_costs_no_other(
    name: str, text: str, read: list[str], bad: str
) -> None:
    """It is told by its name; without anybody to be told, or without any other, it is raised."""
    failures: list[SourceError] = []
    assert [one.text for one in from_bytes(name, text.encode(), failures)] == read
    assert [str(one) for one in failures] == [f"{bad}: there is no text in it"]
    with pytest.raises(SourceError, match=f"^{bad}: there is no text in it"):
        from_bytes(name, text.encode())
    alone = json.dumps({"messages": POSTS[1:2]}).encode()
    with pytest.raises(SourceError, match=r"^a\.json#2: there is no text in it"):
        from_bytes("a.json", alone, [])


def test_names_lie() -> None:
    """Content decides: a page called .txt is a page, a PDF called .txt a PDF."""
    assert "cookies" not in only("page.txt", PAGE.encode()).text
    with pytest.raises(SourceError, match="damaged PDF"):
        from_bytes("pdf.txt", b"%PDF-1.7 x")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One for all that is tried."""
    with Sandbox() as made:
        yield made


@settings(max_examples=40, deadline=None)
@given(
    data=st.binary(max_size=300), suffix=st.sampled_from([".txt", ".md", ".html", ".jsonl", ""])
)
def test_any_bytes_are_read_or_told(data: bytes, suffix: str, sandbox: Sandbox) -> None:
    """Nothing but SourceError, whatever comes; what is read is text to the end."""
    try:
        found = from_file(File(f"x{suffix}", data), sandbox)
    except SourceError:
        return
    for document in found:
        assert document.text == document.text.strip()
        document.text.encode()
