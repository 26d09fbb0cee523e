"""Office files: every word once, in order, as the blocks they are."""

import copy
import datetime
import io
import re
import zipfile

import openpyxl
import pptx
import pytest
from lxml import etree
from openpyxl.comments import Comment
from pptx.oxml.ns import qn

from index.errors import SourceError
from index.sources import from_bytes
from index.text import BELOW_HEADER, HEADER, Document
from index.text.blocks import GOES_ON
from tests.index.sources.office.made_office import odt_file, pptx_file, xlsx_file


def _blocks(document: Document) -> list[tuple[str, str, int]]:
    return [(b.span.of(document.text), b.kind, b.level) for b in document.blocks]


def test_opendocument() -> None:
    """Headings, lists in lists, tables with headers, notes; what was deleted is left out."""
    (document,) = from_bytes(
        "a.odt",
        odt_file(
            "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
            '<text:h text:outline-level="2">Fees</text:h>'
            '<text:p>A berth<text:s text:c="2"/>costs <text:span>22</text:span> crowns'
            "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>In 2024.</text:p></text:note-body></text:note>.</text:p>"
            "<text:list><text:list-item><text:p>water</text:p><text:list><text:list-item>"
            "<text:p>by day</text:p></text:list-item></text:list></text:list-item></text:list>"
            "<table:table><table:table-header-rows><table:table-row>"
            "<table:table-cell><text:p>Pier</text:p></table:table-cell>"
            "<table:table-cell><text:p>Fee</text:p></table:table-cell></table:table-row>"
            "</table:table-header-rows><table:table-row>"
            "<table:table-cell><text:p>North</text:p></table:table-cell>"
            "<table:table-cell><text:p>22</text:p></table:table-cell></table:table-row>"
            "</table:table><text:section><text:p>The end.</text:p></text:section>"
        ),
    )
    assert _blocks(document) == [
        ("Fees", "heading", 2),
        ("A berth  costs 22 crowns.", "paragraph", 0),
        ("In 2024.", "note", 0),
        ("water", "item", 1),
        ("by day", "item", 2),
        ("Pier | Fee", "row", 1),
        ("North | 22", "row", 2),
        ("The end.", "paragraph", 0),
    ]
    assert document.left_out == ("text that tracked changes deleted",)


def test_opendocument_loses_and_glues_nothing() -> None:
    """Tables in tables, covered cells, boxes in boxes, raised digits, how characters are read."""
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    inner = f"<table:table><table:table-row>{cell.format('deep')}</table:table-row></table:table>"
    (document,) = from_bytes(
        "a.odt",
        odt_file(
            '<text:p text:style-name="Title">Berths</text:p>'
            f"<text:p>It holds {box.format('In a box.' + box.format('In that.'))}40 boats."
            "<draw:custom-shape><text:p>On a shape.</text:p></draw:custom-shape></text:p>"
            "<text:p>It weighs 10<text:span text:style-name='up'>3</text:span> tons, "
            "not <text:span text:style-name='out'>12</text:span> nine.</text:p>"
            "<text:p><text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>みなと"
            "</text:ruby-text></text:ruby>へ</text:p>"
            f"<table:table><table:table-row>{cell.format('North')}{cell.format('8')}"
            f"{cell.format('9')}</table:table-row><table:table-row><table:covered-table-cell/>"
            f"{cell.format('10')}{cell.format('11')}</table:table-row></table:table>"
            f"<table:table><table:table-row><table:table-cell>{inner}</table:table-cell>"
            "</table:table-row></table:table>",
            styles="<style:style style:name='up'><style:text-properties "
            "style:text-position='super 58%'/></style:style><style:style style:name='out'>"
            "<style:text-properties style:text-line-through-style='solid'/></style:style>"
            "<style:style style:name='Title'/>",
        ),
    )
    assert document.title == "Berths"
    assert [text for text, _, _ in _blocks(document)] == [
        "Berths", "It holds 40 boats.", "In a box.", "In that.", "On a shape.",
        "It weighs 10³ tons, not  nine.", "港(みなと)へ", "North | 8 | 9", "| 10 | 11", "deep",
    ]  # fmt: skip
    assert document.left_out == ("text that is struck out",)


def test_opendocument_sheets_and_slides() -> None:
    """They are read too."""
    cell = "<table:table-cell><text:p>Fee</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}</table:table-row>"
    sheet = "application/vnd.oasis.opendocument.spreadsheet"
    (document,) = from_bytes("a.ods", odt_file(f"<table:table>{row}</table:table>", sheet))
    assert _blocks(document) == [("Fee", "row", 0)]


def test_what_is_hidden_in_opendocument_files_is_left_out_and_said() -> None:
    """Sections, sheets, rows; not the rows that a filter hides for now."""
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row{how}>{cell.format(text)}</table:table-row>"
        for text, how in (
            ("seen", ""),
            ("unseen", ' table:visibility="collapse"'),
            ("filtered", ' table:visibility="filter"'),
        )
    )
    body = (
        '<text:section text:display="none"><text:p>Unseen.</text:p></text:section>'
        f"<table:table>{rows}</table:table>"
        f'<table:table table:name="Old" table:style-name="ta">{rows}</table:table>'
    )
    unshown = '<style:table-properties table:display="false"/>'
    style = f'<style:style style:name="ta">{unshown}</style:style>'
    (document,) = from_bytes("a.odt", odt_file(body, styles=style))
    assert document.text.split() == ["seen", "filtered"]
    assert document.left_out == ("a hidden section", "hidden rows", "the hidden sheet “Old”")


def _ods_file(columns: str, *rows: str) -> bytes:
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


def test_hidden_columns_of_a_sheet_are_left_out_and_said() -> None:
    """Not those that a group folds up; the others keep their places."""
    column, hidden = "<table:table-column{}/>", ' table:visibility="collapse"'
    group = f"<table:table-column-group>{column.format(hidden)}</table:table-column-group>"
    columns = column.format("") + column.format(hidden + ' table:number-columns-repeated="2"')
    sheet = _ods_file(columns + group, "Pier|Costs|Debts|Fee", "North|900|70|22")
    (document,) = from_bytes("a.ods", sheet)
    assert _blocks(document) == [("Pier | Fee", "row", 1), ("North | 22", "row", 2)]
    assert document.left_out == ("hidden columns",)
    (document,) = from_bytes("a.ods", _ods_file(columns, "Pier", "North"))
    assert document.left_out == ()


def test_what_lies_over_a_sheet_is_read_after_its_rows() -> None:
    """As of sheets of the other kind."""
    box = "<draw:frame><draw:text-box><text:p>Since May.</text:p></draw:text-box></draw:frame>"
    (document,) = from_bytes("a.ods", _ods_file(f"<table:shapes>{box}</table:shapes>", "Pier|Fee"))
    assert _blocks(document) == [("Pier | Fee", "row", HEADER), ("Since May.", "paragraph", 0)]


def test_rows_say_which_cells_reach_down_into_them() -> None:
    """Of sheets of both kinds, slides and texts, for what they quote takes those along."""
    expected = [
        ("Pier | Day | Opens", "row", HEADER),
        ("North | Monday | 8", "row", BELOW_HEADER),
        ("| Friday | 9", "row", BELOW_HEADER | GOES_ON),
        ("South | Sunday | 10", "row", BELOW_HEADER),
    ]
    rows = ["Pier|Day|Opens", "North^|Monday|8", "|Friday|9", "South|Sunday|10"]
    (document,) = from_bytes("a.ods", _ods_file("", *rows))
    assert _blocks(document) == expected
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([cell.strip("^") for cell in row.split("|")])
    book.active.merge_cells("A2:A3")
    stream = io.BytesIO()
    book.save(stream)
    (document,) = from_bytes("a.xlsx", stream.getvalue())
    assert _blocks(document) == expected
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    table = slide.shapes.add_table(4, 3, 0, 0, 9, 9).table
    for place, text in enumerate("|".join(rows).split("|")):
        table.cell(place // 3, place % 3).text = text.strip("^")
    table.cell(1, 0).merge(table.cell(2, 0))
    stream = io.BytesIO()
    deck.save(stream)
    (document,) = from_bytes("a.pptx", stream.getvalue())
    assert _blocks(document) == expected


def test_a_hidden_slide_is_left_out_and_said() -> None:
    """As a hidden sheet is."""
    deck = pptx.Presentation(io.BytesIO(pptx_file()))
    deck.slides[1].element.set("show", "0")
    stream = io.BytesIO()
    deck.save(stream)
    (document,) = from_bytes("a.pptx", stream.getvalue())
    assert "Fees" not in document.text
    assert document.left_out == ("1 hidden slide",)


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
    assert _blocks(document) == [
        ("Only on a lead.", "paragraph", 0),
        ("Pier |  | Fee", "row", 1),
        ("North |  | 22²", "row", 2),
    ]


def test_sheets_as_they_are_seen() -> None:
    """Per cent, times and whole numbers; what is hidden or was never computed is told."""
    book = openpyxl.Workbook()
    book.active.append(["Share", "Time", "Sum", "Open"])
    book.active.append([0.25, datetime.time(8, 10), 0.1 + 0.2, True])
    book.active["A2"].number_format = "0%"
    book.active["E2"] = "=1+1"
    book.active["A1"].comment = Comment("Of whom?", "Jo")
    book.create_sheet("Old").sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    (document,) = from_bytes("a.xlsx", stream.getvalue())
    assert _blocks(document)[-1] == ("25% | 08:10 | 0.3 | TRUE", "row", 2)
    assert document.left_out == (
        "the hidden sheet “Old”",
        "1 formulas without their values; open and save it once",
        "comments",
    )


def test_opendocument_lists_have_their_numbers() -> None:
    """Those of deeper lists with them where the style says so; a list may go on another."""
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
        'style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>'
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/>'
        "</text:list-style>"
    )
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('oil', '')}{item.format('rope', '')}</text:list>"
    (document,) = from_bytes(
        "a.odt",
        odt_file(
            f'<text:list text:style-name="L">{item.format("Stores", inner)}'
            f"<text:list-header><text:p>Only in May</text:p></text:list-header>"
            f"{item.format('Fees', '')}</text:list><text:p>Besides</text:p>"
            f'<text:list text:style-name="L" text:continue-numbering="true">'
            f"{item.format('Boats', '')}</text:list>"
            f'<text:list text:style-name="L">{item.format("Nets", "")}'
            f"{item.format('7. Lamps', '')}</text:list>"
            f'<text:list text:style-name="B">{item.format("fish", "")}</text:list>',
            styles=styles,
        ),
    )
    assert [text for text, _, _ in _blocks(document)] == [
        "1. Stores", "1.a) oil", "1.b) rope", "Only in May", "2. Fees", "Besides", "3. Boats",
        "1. Nets", "7. Lamps", "fish",
    ]  # fmt: skip


def test_items_of_slides_have_their_numbers() -> None:
    """They count on over deeper ones."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    frame = slide.placeholders[1].text_frame
    inner = "alphaLcParenR"
    for text, level, scheme in (
        ("Cast off", 0, "arabicPeriod"), ("bow", 1, inner), ("stern", 1, inner),
        ("Set sail", 0, "arabicPeriod"), ("Sing", 0, None), ("Eat", 0, "romanUcPeriod"),
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
        "1. Cast off", "a) bow", "b) stern", "2. Set sail", "Sing", "I. Eat"
    ]  # fmt: skip


def test_slides() -> None:
    """Title first, then the text in its levels, the table, the speaker's notes."""
    (document,) = from_bytes("a.pptx", pptx_file())
    assert _blocks(document) == [
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
    assert document.left_out == ("comments",)


def test_rows_and_columns_that_are_hidden_are_left_out_and_said() -> None:
    """What a filter hides stays: a reader only does not look for it now."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("Boat", "Secret", "Fee"),
        ("Maren", "x", "12"),
        ("Ida", "y", "18"),
        ("Bo", "", 9),
    ):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.column_dimensions["H"].hidden = True  # says nothing
    filtered = book.create_sheet("Filtered")
    for short in (("Boat", "Fee"), ("Maren", "12"), ("Ida", "18")):
        filtered.append(short)
    filtered.auto_filter.ref = "A1:B3"
    filtered.auto_filter.add_filter_column(1, ["12"])
    filtered.row_dimensions[3].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    (document,) = from_bytes("a.xlsx", stream.getvalue())
    assert document.text.splitlines() == [
        "Sheet", "", "Boat | Fee", "Maren | 12", "Bo | 9", "",
        "Filtered", "", "Boat | Fee", "Maren | 12", "Ida | 18",
    ]  # fmt: skip
    assert document.left_out == (
        "1 hidden row of the sheet “Sheet”",
        "1 hidden column of the sheet “Sheet”",
    )


def test_a_group_of_rows_or_columns_that_is_folded_up_stays() -> None:
    """One press unfolds it: nobody keeps it from the reader."""
    book = openpyxl.Workbook()
    for row in (("Boat", "Built", "Fee"), ("Maren", "1934", "12"), ("Ida", "1951", "18")):
        book.active.append(row)
    book.active.row_dimensions.group(2, 3, hidden=True)
    book.active.column_dimensions.group("B", "B", hidden=True)
    stream = io.BytesIO()
    book.save(stream)
    (document,) = from_bytes("a.xlsx", stream.getvalue())
    assert document.text.splitlines() == [
        "Boat | Built | Fee", "Maren | 1934 | 12", "Ida | 1951 | 18",
    ]  # fmt: skip
    assert document.left_out == ()
    begun = '<table:table-row table:visibility="collapse"><table:table-cell><text:p>Ida</text:p>'
    folded = f"{begun}</table:table-cell></table:table-row>"
    group = f'<table:table-row-group table:display="false">{folded}</table:table-row-group>'
    (document,) = from_bytes("a.odt", odt_file(f"<table:table>{group}</table:table>"))
    assert (document.text, document.left_out) == ("Ida", ())


def test_sheets() -> None:
    """A heading for each sheet, the names of the columns, empty cells in their place."""
    (document,) = from_bytes("a.xlsx", xlsx_file())
    assert _blocks(document) == [
        ("Ferries", "heading", 1),
        ("Pier | Day | Time", "row", 1),
        ("North | Monday | 08:10", "row", 2),
        ("South |  | 9", "row", 2),
        ("Notes", "heading", 1),
        ("Closed on 24 December", "row", 0),
    ]


def _rewritten(file: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The archive with other bytes in the parts whose names begin so."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as held, zipfile.ZipFile(stream, "w") as made:
        for name in held.namelist():
            data = held.read(name)
            made.writestr(name, re.sub(old, new, data) if name.startswith(part) else data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/", rb'<dimension ref="[^"]*"', b'<dimension ref="A1"'),
        ("xl/styles.xml", rb"<border>", b'<border unheardOf="1"><harbour/>'),
        (
            "",
            rb"http://schemas.openxmlformats.org/(\w+)/2006/(main|relationships)",
            rb"http://purl.oclc.org/ooxml/\1/\2",
        ),
    ],
)
def test_sheets_of_other_programs(part: str, old: bytes, new: bytes) -> None:
    """They may state how large they are, their styles and their names as they like."""
    book = openpyxl.Workbook()
    for row in (["Pier", "Opened"], ["North", datetime.date(1934, 5, 9)], ["South", 12.5]):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    (document,) = from_bytes("a.xlsx", _rewritten(stream.getvalue(), part, old, new))
    assert document.text == "Pier | Opened\nNorth | 1934-05-09\nSouth | 12.5"


def test_what_stands_far_below_is_read() -> None:
    """However many rows are empty above it."""
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B70000"] = "Fee", "Paid at the pier"
    stream = io.BytesIO()
    book.save(stream)
    assert from_bytes("a.xlsx", stream.getvalue())[0].text == "Fee\n| Paid at the pier"


def test_slides_of_the_strict_kind() -> None:
    """Their names are others, what they say is not."""
    strict = _rewritten(
        pptx_file(),
        "",
        rb"http://schemas.openxmlformats.org/(drawing|presentation|office)(\w+)/2006/(main|relationships)",
        rb"http://purl.oclc.org/ooxml/\1\2/\3",
    )
    assert from_bytes("a.pptx", strict)[0].text == from_bytes("a.pptx", pptx_file())[0].text


def test_an_id_that_may_not_be_one_hides_no_text() -> None:
    """What is not sound XML is refused all the same."""
    file = odt_file('<text:p xml:id="pier#1">The pier</text:p>')
    assert from_bytes("a.odt", file)[0].text == "The pier"
    with pytest.raises(SourceError, match="damaged ODT"):
        from_bytes("a.odt", odt_file("<text:p>The pier"))


def test_tables_of_plain_text() -> None:
    """Whatever parts the cells, also with line ends in them."""
    for data in (b'Pier;Fee\nNorth;"22\ncrowns"\n', b"Pier\tFee\nNorth\t22 crowns\n"):
        (document,) = from_bytes("a.csv", data)
        assert _blocks(document) == [("Pier | Fee", "row", 1), ("North | 22 crowns", "row", 2)]
    (document,) = from_bytes("a.csv", b"sep=;\r\nPier;Fee\r\nNorth;9,50\r\n")
    assert _blocks(document) == [("Pier | Fee", "row", 1), ("North | 9,50", "row", 2)]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.odt", b"hello", "not a ODT file"),
        (
            "a.odg",
            odt_file("", "application/vnd.oasis.opendocument.graphics"),
            "without a text",
        ),
        ("a.pptx", b"PK\x03\x04rubbish", "damaged"),
        ("a.odt", odt_file("")[:4] + odt_file("")[14:], "damaged"),
        ("a.json", b'{"a": 1}', "no chat exported by Telegram"),
    ],
)
def test_what_is_not_read_is_refused_by_name(name: str, data: bytes, why: str) -> None:
    """Never its raw markup."""
    with pytest.raises(SourceError, match=why) as told:
        from_bytes(name, data)
    assert str(told.value).startswith(name)
