"""The audit: what of a file's words is stored."""

import os
from pathlib import Path

import pytest

from index.errors import SourceError
from index.foreign import line
from index.sources import paper
from index.sources.audit import audit, figures, order, share
from index.sources.loader import File
from index.sources.sandbox import Sandbox
from index.sources.saying import says
from tests.index.sources.made import PAGE, docx_file, epub_file, pdf_file
from tests.index.sources.office.made_office import odt_file, pptx_file, xlsx_file
from tests.index.sources.pdf.made import Text, lines, pdf

RICH = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Serif;}}{\info{\title Piers}}Die Pr\'fcfung"
    rb" {\strike fails}{\v unseen}der \u8222?Mole\ldblquote  beginnt.{\footnote In May.}\par}"
)
STRUCK_ODT = odt_file(
    '<text:p>The pier <text:span text:style-name="T1">was sold</text:span> burnt.</text:p>'
    '<text:section text:display="none"><text:p>Draft</text:p></text:section>',
    styles='<style:style style:name="T1"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>',
)


def test_shares_of_words() -> None:
    """Each word as often as it occurs; nothing is missing of nothing."""
    assert share(["a", "a", "b", "c"], ["a", "b"]) == 0.5
    assert share([], ["a"]) == 1.0


def test_order() -> None:
    """The longest run in the order of the other text, of words that are there once."""
    assert order(["a", "b", "c", "d"], ["a", "b", "c", "d"]) == 1.0
    assert order(["c", "a", "b", "d", "x", "x"], ["a", "b", "c", "d", "x"]) == 0.75
    assert order([], []) == 1.0


def test_words_that_were_glued() -> None:
    """What is one word here and two there; all figures of a text in one line."""
    assert figures(
        "The north pier oldmill", "the north pier old mill", "The north pier old mill"
    ) == ("words 5\trecall 0.600\tprecision 0.750\torder 1.000\tglued 1 oldmill")


def test_what_only_looks_glued() -> None:
    """A raised digit, which is a sign of its own; digits that others could be put together to."""
    assert figures("x² and x³", "x 2 and x 3", "x 2 and x 3").endswith("glued 0 ")
    told = "oil 12 4 flour 6 8"
    assert figures("fee 68 | oil 12 4", told, told).endswith("glued 0 ")
    assert figures("oil 124 flour 6 8", told, told).endswith("glued 1 124")
    assert figures("oil 12 4 flour 68", told, told).endswith("glued 1 68")


@pytest.mark.slow
def test_a_file_is_read_twice(tmp_path: Path) -> None:
    """Books, pages, feeds, texts, office files, PDF: by the loader and by other means."""
    item = "<item><description>The pier &lt;b&gt;burnt.</description></item>"
    feed = f"<rss><channel>{item}</channel></rss>"
    files = {"a.epub": epub_file(), "b.html": PAGE.encode(), "c.xml": feed.encode()}
    files |= {"e.docx": docx_file(), "f.pptx": pptx_file(), "g.xlsx": xlsx_file()}
    files |= {"h.odt": STRUCK_ODT, "i.pdf": pdf_file(["Burnt."])}
    files |= {"j.txt": b"The pier\r\nburnt.\r\nBoats\r\nsank.\r\n"}
    files |= {"k.csv": b"Pier;Fee\r\nNorth;22\r\n", "l.rtf": RICH}
    with Sandbox() as sandbox:
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)
            told = audit(tmp_path / name, sandbox)
            assert "\trecall 1.000\tprecision 1.000\torder 1.000\tglued 0" in told
        (tmp_path / "d.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nThe pier burnt.")
        assert audit(tmp_path / "d.srt", sandbox).endswith("subtitles: no second reading")


def test_what_is_named_is_told_in_one_line_and_only_files_are_opened(tmp_path: Path) -> None:
    """Neither a name nor what has no end does anything."""
    (tmp_path / "a\n\x1b.txt").write_text("The pier burnt.")
    os.mkfifo(tmp_path / "pipe")
    with Sandbox() as sandbox:
        told = audit(tmp_path / "a\n\x1b.txt", sandbox)
        assert told.startswith(f"{tmp_path}/a\\n\\x1b.txt\twords 3\trecall 1.000")
        assert line(told.replace("\t", " ")) == told.replace("\t", " ")
        with pytest.raises(SourceError, match="no regular file"):
            audit(tmp_path / "pipe", sandbox)


@pytest.mark.parametrize(
    ("date", "written", "said"),
    [
        ("2024-03-05", "Published on 5 March 2024.", True),
        ("2024-03-05", "den 05.03.2024", True),
        ("2024-03-05", "2024\u5e743\u67085\u65e5", True),
        ("2024-03-05", "20240305T101500", True),
        ("2024-03", "March 2024", True),
        ("2024-03-05", "March 2024, 15 boats", False),
        ("2024-03-05", "On the 5th day of the year 20241", False),
        ("2024-03-05", "Copyright 1998-2015", False),
    ],
)
def test_a_date_that_the_file_says(date: str, written: str, said: bool) -> None:
    """In whatever order its year and day stand; anywhere else it was invented."""
    assert says(date, File("a.txt", written.encode())) is said


def test_dates_of_files_are_looked_for_in_their_properties() -> None:
    """Of office files and of PDF."""
    dated = pdf(lines("The lamp."), about={"CreationDate": "D:20240305101500Z"})
    assert says("2024-03-05", File("a.pdf", dated))
    assert not says("2024-03-06", File("a.pdf", dated))
    assert not says("1999-01-01", File("a.docx", docx_file()))


def test_heads_and_numbers_of_pages_need_not_be_stored_on_each() -> None:
    """What comes again at the edges of pages is none of the words to be found."""
    words = ["one", "two", "three", "four", "five", "six", "seven"]
    pages = [lines("The harbour", *(f"{word} {at} {one}" for one in words), str(at))
             for at, word in enumerate(words, start=1)]  # fmt: skip
    must, may = paper.pdf(File("a.pdf", pdf(*pages)))
    assert "harbour" not in must
    assert "four 4 two" in must
    assert "\n7" not in must
    assert "harbour" in may


def test_accents_that_are_drawn_apart_count_neither_for_nor_against(tmp_path: Path) -> None:
    """PDFium leaves them beside letters, or words away."""
    accent = [Text(50, 700, "uber das Meer", 10), Text(51.1, 700, "\xa8", 10)]
    (tmp_path / "a.pdf").write_bytes(pdf([*accent, *lines("The lamp is lit.", y=680)]))
    with Sandbox() as sandbox:
        told = audit(tmp_path / "a.pdf", sandbox)
    assert "recall 1.000\tprecision 1.000\torder 1.000\tglued 0" in told


def test_an_accent_at_the_end_of_a_line_does_not_hide_that_it_cuts_a_word() -> None:
    """As PDFium leaves one of another word there."""
    cut = [Text(50, 700, "Of all Abteilungs- \xa8"), Text(50, 686, "farben the blue")]
    must, may = paper.pdf(File("a.pdf", pdf(cut)))
    assert "Abteilungsfarben" in may
    assert "Abteilungs" not in must
