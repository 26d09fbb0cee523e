"""Sheets and tables of plain text: every cell once, in its row."""

import datetime
import io
import zipfile

import openpyxl
import pptx
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from index.sources import from_bytes
from index.sources.audit import figures
from index.sources.loader import File
from index.sources.offices import sheets
from index.text import BELOW_HEADER, HEADER
from index.text.blocks import GOES_ON
from tests.in_words import in_words
from tests.index.sources.office.made_office import blocks, ods_file, odt_file, rewritten, xlsx_file


def test_rows_say_which_cells_reach_down_into_them() -> None:
    """Of sheets of both kinds, slides and texts, for what they quote takes those along."""
    expected = [
        ("Pier | Day | Opens", "row", HEADER),
        ("North | Monday | 8", "row", BELOW_HEADER),
        ("| Friday | 9", "row", BELOW_HEADER | GOES_ON),
        ("South | Sunday | 10", "row", BELOW_HEADER),
    ]
    rows = ["Pier|Day|Opens", "North^|Monday|8", "|Friday|9", "South|Sunday|10"]
    (document,) = from_bytes("a.ods", ods_file("", *rows))
    assert blocks(document) == expected
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([cell.strip("^") for cell in row.split("|")])
    book.active.merge_cells("A2:A3")
    stream = io.BytesIO()
    book.save(stream)
    (document,) = from_bytes("a.xlsx", stream.getvalue())
    assert blocks(document) == expected
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    table = slide.shapes.add_table(4, 3, 0, 0, 9, 9).table
    for place, text in enumerate("|".join(rows).split("|")):
        table.cell(place // 3, place % 3).text = text.strip("^")
    table.cell(1, 0).merge(table.cell(2, 0))
    stream = io.BytesIO()
    deck.save(stream)
    (document,) = from_bytes("a.pptx", stream.getvalue())
    assert blocks(document) == expected


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
    assert blocks(document)[-1] == ("25% | 08:10 | 0.3 | TRUE", "row", 2)
    assert in_words(document.left_out) == (
        "the hidden sheet “Old”",
        "1 formulas without their values; open and save it once",
        "comments",
    )


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
    assert in_words(document.left_out) == (
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
    assert in_words(document.left_out) == ()
    begun = '<table:table-row table:visibility="collapse"><table:table-cell><text:p>Ida</text:p>'
    folded = f"{begun}</table:table-cell></table:table-row>"
    group = f'<table:table-row-group table:display="false">{folded}</table:table-row-group>'
    (document,) = from_bytes("a.odt", odt_file(f"<table:table>{group}</table:table>"))
    assert (document.text, in_words(document.left_out)) == ("Ida", ())


def test_sheets() -> None:
    """A heading for each sheet, the names of the columns, empty cells in their place."""
    (document,) = from_bytes("a.xlsx", xlsx_file())
    assert blocks(document) == [
        ("Ferries", "heading", 1),
        ("Pier | Day | Time", "row", 1),
        ("North | Monday | 08:10", "row", 2),
        ("South |  | 9", "row", 2),
        ("Notes", "heading", 1),
        ("Closed on 24 December", "row", 0),
    ]


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
    (document,) = from_bytes("a.xlsx", rewritten(stream.getvalue(), part, old, new))
    assert document.text == "Pier | Opened\nNorth | 1934-05-09\nSouth | 12.5"


def _struck_book() -> bytes:
    """A table with a price that was crossed out, a row, and a day in a style of its own."""
    gone, font = Font(strike=True), InlineFont()
    fee = CellRichText(
        "The fee is ",
        TextBlock(InlineFont(strike=True), "30 "),
        TextBlock(font, "40 euros for 9 m"),
        TextBlock(InlineFont(vertAlign="superscript"), "2"),
    )
    book = openpyxl.Workbook()
    for row in (("Pier", "Says"), ("North", fee), ("East", "Closed"), ("South", 12), ("West", 0)):
        book.active.append(row)
    for cell in ("A3", "B3", "B5"):
        book.active[cell].font = gone
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _shared(book: bytes) -> bytes:
    """The book, its text of several looks in the list that its sheets share."""
    with zipfile.ZipFile(io.BytesIO(book)) as held:
        runs = held.read("xl/worksheets/sheet1.xml").split(b"<is><r>")[1].split(b"</is>")[0]
    cell = b't="s"><v>0</v>'
    book = rewritten(book, "xl/worksheets/", b't="inlineStr"><is><r>.*?</is>', cell)
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
    stream = io.BytesIO(rewritten(book, "[Content_Types]", b"</Types>", part))
    with zipfile.ZipFile(stream, "a") as made:
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        listed = f'<sst xmlns="{main}"><si><r>{runs.decode()}</si></sst>'
        made.writestr("xl/sharedStrings.xml", listed)
    return stream.getvalue()


@pytest.mark.parametrize("border", [b"<border>", b'<border unheardOf="1"><harbour/>'])
@pytest.mark.parametrize("shared", [False, True])
def test_what_is_struck_out_in_a_sheet_is_left_out_and_said(border: bytes, shared: bool) -> None:
    """Runs of a cell, cells, whole rows, below which the table goes on; raised digits stay so."""
    data = rewritten(_struck_book(), "xl/styles.xml", b"<border>", border)
    data = _shared(data) if shared else data
    (document,) = from_bytes("a.xlsx", data)
    assert blocks(document) == [
        ("Pier | Says", "row", HEADER),
        ("North | The fee is 40 euros for 9 m²", "row", BELOW_HEADER),
        ("South | 12", "row", BELOW_HEADER),
        ("West", "row", BELOW_HEADER),
    ]
    assert in_words(document.left_out) == ("text that is struck out",)
    told = figures(document.text, *sheets(File("a.xlsx", data)))
    assert told.endswith("recall 1.000\tprecision 1.000\torder 1.000\tglued 0 ")


def test_what_stands_far_below_is_read() -> None:
    """However many rows are empty above it."""
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B70000"] = "Fee", "Paid at the pier"
    stream = io.BytesIO()
    book.save(stream)
    assert from_bytes("a.xlsx", stream.getvalue())[0].text == "Fee\n| Paid at the pier"


def test_tables_of_plain_text() -> None:
    """Whatever parts the cells, also with line ends in them."""
    for data in (b'Pier;Fee\nNorth;"22\ncrowns"\n', b"Pier\tFee\nNorth\t22 crowns\n"):
        (document,) = from_bytes("a.csv", data)
        assert blocks(document) == [("Pier | Fee", "row", 1), ("North | 22 crowns", "row", 2)]
    (document,) = from_bytes("a.csv", b"sep=;\r\nPier;Fee\r\nNorth;9,50\r\n")
    assert blocks(document) == [("Pier | Fee", "row", 1), ("North | 9,50", "row", 2)]
