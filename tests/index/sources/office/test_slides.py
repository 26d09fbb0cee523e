"""Slides: every word once, in order, as the blocks they are."""

import copy
import io
import zipfile

import pptx
from lxml import etree
from pptx.oxml.ns import qn

from index.sources import from_bytes
from tests.in_words import in_words
from tests.index.sources.office.made_office import blocks, pptx_file, rewritten


def test_a_hidden_slide_is_left_out_and_said() -> None:
    """As a hidden sheet is."""
    deck = pptx.Presentation(io.BytesIO(pptx_file()))
    deck.slides[1].element.set("show", "0")
    stream = io.BytesIO()
    deck.save(stream)
    (document,) = from_bytes("a.pptx", stream.getvalue())
    assert "Fees" not in document.text
    assert in_words(document.left_out) == ("1 hidden slide",)


def test_slides_of_newer_programs() -> None:
    """Shapes in a choice of two ways are read once; merged cells keep the others' columns."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    shape = slide.shapes.add_textbox(0, 0, 9, 9)
    shape.text_frame.text = "Only on a lead."
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    wrapped = etree.fromstring(f"<mc:AlternateContent {names}><mc:Choice/><mc:Fallback/>"
                               "</mc:AlternateContent>")  # fmt: skip
    slide.shapes._spTree.append(wrapped)
    wrapped[0].append(copy.deepcopy(shape._element))
    wrapped[1].append(shape._element)
    table = slide.shapes.add_table(2, 3, 0, 0, 9, 9).table
    for place, text in enumerate(("Pier", "", "Fee", "North", "", "22")):
        table.cell(place // 3, place % 3).text = text
    run = table.cell(1, 2).text_frame.paragraphs[0].add_run()
    run.text = "2"
    run._r.get_or_add_rPr().set("baseline", "30000")
    stream = io.BytesIO()
    deck.save(stream)
    (document,) = from_bytes("a.pptx", stream.getvalue())
    assert blocks(document) == [
        ("Only on a lead.", "paragraph", 0),
        ("Pier |  | Fee", "row", 1),
        ("North |  | 22²", "row", 2),
    ]


def test_items_of_slides_have_their_numbers() -> None:
    """They count on over deeper ones."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    frame = slide.placeholders[1].text_frame
    inner = "alphaLcParenR"
    for text, level, scheme in (
        ("Cast off", 0, "arabicPeriod"), ("bow", 1, inner), ("stern", 1, inner),
        ("J. Berg sails", 0, "arabicPeriod"), ("Sing", 0, None), ("Eat", 0, "romanUcPeriod"),
    ):  # fmt: skip
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
        if scheme:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(properties.makeelement(qn("a:buAutoNum"), {"type": scheme}))
    stream = io.BytesIO()
    deck.save(stream)
    (document,) = from_bytes("a.pptx", stream.getvalue())
    assert document.text.split("\n") == [
        "1. Cast off", "a) bow", "b) stern", "2. J. Berg sails", "Sing", "I. Eat"
    ]  # fmt: skip


def test_slides() -> None:
    """Title first, then the text in its levels, the table, the speaker's notes."""
    (document,) = from_bytes("a.pptx", pptx_file())
    assert blocks(document) == [
        ("The harbour", "heading", 1),
        ("Open all year", "item", 1),
        ("but not at Christmas", "item", 2),
        ("Tell them about the ice.", "note", 0),
        ("Fees", "heading", 1),
        ("Pier | Fee", "row", 1),
        ("North | 22", "row", 2),
    ]


def test_comments_on_slides_are_named() -> None:
    """Nobody who is shown the slides sees them."""
    stream = io.BytesIO(pptx_file())
    with zipfile.ZipFile(stream, "a") as file:
        file.writestr("ppt/comments/comment1.xml", "<cmLst/>")
    (document,) = from_bytes("a.pptx", stream.getvalue())
    assert in_words(document.left_out) == ("comments",)


def test_slides_of_the_strict_kind() -> None:
    """Their names are others, what they say is not."""
    strict = rewritten(
        pptx_file(),
        "",
        rb"http://schemas.openxmlformats.org/(drawing|presentation|office)(\w+)/2006/(main|relationships)",
        rb"http://purl.oclc.org/ooxml/\1\2/\3",
    )
    assert from_bytes("a.pptx", strict)[0].text == from_bytes("a.pptx", pptx_file())[0].text


def test_a_formula_on_a_slide_is_written_on_one_line() -> None:
    """As in a text of Word: its fractions and powers are no other numbers."""
    deck = pptx.Presentation()
    frame = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(0, 0, 9, 9).text_frame
    frame.text = "The fee is "
    names = (
        'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    of = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    power = f"<m:sSup>{of.format('e', 'k')}{of.format('sup', '2')}</m:sSup>"
    fraction = f"<m:f><m:num>{power}</m:num>{of.format('den', '3')}</m:f>"
    written = f"<a14:m {names}><m:oMathPara><m:oMath>{fraction}</m:oMath></m:oMathPara></a14:m>"
    frame.paragraphs[0]._p.append(etree.fromstring(written))
    stream = io.BytesIO()
    deck.save(stream)
    (document,) = from_bytes("a.pptx", stream.getvalue())
    assert document.text == "The fee is k²/3"
