"""Word files: what stands in them in order, and what they say they are."""

import io
import zipfile

import docx
import pytest

from index.sources.kinds import kind_of
from index.sources.loader import File, Unreadable
from index.sources.word import read
from tests.in_words import in_words
from tests.index.sources.made import docx_file, only
from tests.index.sources.word.made import lines, p, run, told, word_file

STYLES = (
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Abschnitt"/>'
    '<w:basedOn w:val="Basis"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Basis"><w:name w:val="Basis"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="LB2"><w:name w:val="List Bullet 2"/>'
    '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
)
CORE = (
    '<c:coreProperties xmlns:c="c" xmlns:dc="d" xmlns:t="t"><dc:title>Properties</dc:title>'
    "<t:created>{}</t:created></c:coreProperties>"
)


@pytest.mark.slow
def test_a_report_becomes_its_paragraphs() -> None:
    """Headings and rows of tables among them, in order."""
    report = only("r.docx", docx_file())
    assert (report.title, report.text) == (
        "Rapport",
        "Un\n\nM. Dupont est venu hier.\n\nPrix | 12 €",
    )


def test_headings_and_items_are_told_by_their_styles() -> None:
    """By name in any language, by outline level, by what a style is based on."""
    numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    found = told(
        p("Of the harbour", style="berschrift2")
        + p("Of the piers", style="Eigen")
        + p("Of the lamps", style="Titre1")
        + p("oil", properties=numbered)
        + p("rope", style="LB2")
        + p("It stands.", properties='<w:outlineLvl w:val="9"/>'),
        styles=STYLES,
    ).parts
    assert [(part.kind, part.level) for part in found] == [
        ("heading", 2),
        ("heading", 3),
        ("heading", 1),
        ("item", 2),
        ("item", 2),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize("text", ["When does it open?", "几点开门？", "Πότε ανοίγει;"])
def test_a_heading_that_asks_is_a_question(text: str) -> None:
    """But for the highest, which is the text's title."""
    found = told(p("Why?", style="Titre1") + p(text, style="berschrift2"), styles=STYLES).parts
    assert [(part.text, part.kind) for part in found] == [("Why?", "heading"), (text, "question")]


def test_the_title_is_what_has_its_style() -> None:
    """Whatever the properties say, which are the template's often enough."""
    body = p("Preface") + p("Rules of the harbour", style="T")
    found = told(body, styles=STYLES, core=CORE.format("2024-05-06T10:00:00Z"))
    assert (found.title, found.date) == ("Rules of the harbour", "2024-05-06T10:00:00Z")
    assert told(p("Preface"), core=CORE.format("")).title == "Properties"


def test_the_date_of_a_template_is_not_the_documents() -> None:
    """A document that a program began from python-docx's own template has none."""
    document, stream = docx.Document(), io.BytesIO()
    document.add_paragraph("The pier was rebuilt.")
    document.save(stream)
    (found,) = read(File("a.docx", stream.getvalue()))
    assert found.date is None


def test_headers_and_footers_are_read_once() -> None:
    """At the end, as notes; numbers of pages are no text."""
    number = '<w:fldSimple w:instr=" PAGE ">' + run("3") + "</w:fldSimple>"
    found = told(
        p("It stands."),
        header=p("Harbour office"),
        footer=p("Page ", number) + p("Harbour office") + p("Draft, not for print ", number),
    ).parts
    assert [(part.text.strip(), part.kind) for part in found] == [
        ("It stands.", "paragraph"),
        ("Harbour office", "note"),
        ("Draft, not for print", "note"),
    ]


def test_the_strict_kind_is_read() -> None:
    """Its names are others, its text and its headings are not."""
    body = p("Of the harbour", style="berschrift2") + p("It stands.")
    plain = io.BytesIO(word_file(body, styles=STYLES))
    strict = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for kind in (b"wordprocessingml", b"officeDocument"):
                usual = b"http://schemas.openxmlformats.org/%b/2006/" % kind
                data = data.replace(usual, b"http://purl.oclc.org/ooxml/%b/" % kind)
            new.writestr(name, data)
    assert b"purl" in strict.getvalue()
    (found,) = read(File("a.docx", strict.getvalue()))
    told_of = [(part.text, part.kind) for part in found.parts]
    assert told_of == [("Of the harbour", "heading"), ("It stands.", "paragraph")]


def test_a_damaged_part_costs_only_itself() -> None:
    """It is named, and the rest is read."""
    found = told(p("It stands."), footnotes="<w:footnote>")
    assert ([part.text for part in found.parts], in_words(found.left_out)) == (
        ["It stands."],
        ("a damaged part of the file, footnotes.xml",),
    )


def test_a_file_without_text_is_refused() -> None:
    """In one line that says why."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("word/styles.xml", "<a/>")
    with pytest.raises(Unreadable, match="without its text"):
        read(File("a.docx", stream.getvalue()))


def test_lines_of_code_stay_together() -> None:
    """A paragraph each, they are one block."""
    assert lines(p("if lamp:", style="Code") + p("    turn()", style="Code")) == [
        "if lamp:\n    turn()"
    ]


def test_the_part_with_the_text_may_have_any_name() -> None:
    """The file itself says which it is."""
    plain, renamed = io.BytesIO(word_file(p("It stands."))), io.BytesIO()
    declared = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(renamed, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"word/document.xml", b"word/trial.xml")
            new.writestr(name.replace("document", "trial"), data)
        new.writestr("[Content_Types].xml", f'<Override ContentType="{declared}"/>')
    file = File("a.docx", renamed.getvalue())
    assert kind_of(file) == "docx"
    assert next(iter(read(file))).parts[0].text == "It stands."
