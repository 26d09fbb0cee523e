"""Office files: every word once, in order, as the blocks they are."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from index.sources.audit import figures
from index.sources.loader import File
from index.sources.offices import opendocument
from index.text import HEADER
from tests.in_words import in_words
from tests.index.sources.office.made_office import blocks, ods_file, odt_file


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
    assert blocks(document) == [
        ("Fees", "heading", 2),
        ("A berth  costs 22 crowns.", "paragraph", 0),
        ("In 2024.", "note", 0),
        ("water", "item", 1),
        ("by day", "item", 2),
        ("Pier | Fee", "row", 1),
        ("North | 22", "row", 2),
        ("The end.", "paragraph", 0),
    ]
    assert in_words(document.left_out) == ("text that tracked changes deleted",)


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
    assert [text for text, _, _ in blocks(document)] == [
        "Berths", "It holds 40 boats.", "In a box.", "In that.", "On a shape.",
        "It weighs 10³ tons, not  nine.", "港(みなと)へ", "North | 8 | 9", "| 10 | 11", "deep",
    ]  # fmt: skip
    assert in_words(document.left_out) == ("text that is struck out",)


LINE = "<style:text-properties style:text-line-through-{}/>"
STYLES = "".join(
    f'<style:style style:name="{name}">{LINE.format(line)}</style:style>'
    for name, line in (
        ("gone", 'style="solid"'), ("crossed", 'type="single"'), ("kept", 'type="none"'),
    )
)  # fmt: skip


def test_what_is_struck_out_is_left_out_wherever_its_style_is() -> None:
    """Of a paragraph, but for a part of it that says otherwise, or a style in others' stead."""
    span = '<text:span text:style-name="{}">{}</text:span>'
    body = (
        f"<text:p>The fee is {span.format('crossed', '30 ')}40 euros.</text:p>"
        f'<text:p text:style-name="gone">No<text:s/>{span.format("kept", "Dogs stay out.")} dogs'
        f"{span.format('', ' at all')}.</text:p>"
        '<text:h text:style-name="gone">Old rules</text:h>'
    )
    data = odt_file(body, styles=STYLES)
    (document,) = from_bytes("a.odt", data)
    assert document.text == "The fee is 40 euros.\n\nDogs stay out."
    assert in_words(document.left_out) == ("text that is struck out",)
    told = figures(document.text, *opendocument(File("a.odt", data)))
    assert told.endswith("recall 1.000\tprecision 1.000\torder 1.000\tglued 0 ")


def test_cells_of_a_sheet_that_are_struck_out_are_left_out_and_said() -> None:
    """By their own style, that of their row or of their column; the table goes on below."""
    plain = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    named = ' table:style-name="{}"'
    row = "<table:table-row{}>{}</table:table-row>"
    usual = ' table:default-cell-style-name="gone"'
    column = "<table:table-column{}/>"
    columns = column.format(' table:number-columns-repeated="2"') + column.format(usual)
    rows = (
        row.format("", "".join(plain.format(named.format("kept"), one) for one in ("Pier", "Fee")))
        + row.format("", plain.format("", "North") + plain.format(named.format("gone"), "30"))
        + row.format(usual, plain.format("", "East") + plain.format("", "31"))
        + row.format(
            "", plain.format("", "South") + plain.format("", "40") + plain.format("", "x")
        )
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    sheet = f"<table:table>{columns}{rows}</table:table>"
    data = odt_file(sheet, kind, styles=STYLES, holds="office:spreadsheet")
    (document,) = from_bytes("a.ods", data)
    assert blocks(document) == [
        ("Pier | Fee", "row", 1), ("North", "row", 2), ("South | 40", "row", 2),
    ]  # fmt: skip
    assert in_words(document.left_out) == ("text that is struck out",)


def test_opendocument_sheets_and_slides() -> None:
    """They are read too."""
    cell = "<table:table-cell><text:p>Fee</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}</table:table-row>"
    sheet = "application/vnd.oasis.opendocument.spreadsheet"
    (document,) = from_bytes("a.ods", odt_file(f"<table:table>{row}</table:table>", sheet))
    assert blocks(document) == [("Fee", "row", 0)]


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
    assert in_words(document.left_out) == (
        "a hidden section",
        "hidden rows",
        "the hidden sheet “Old”",
    )


def test_hidden_columns_of_a_sheet_are_left_out_and_said() -> None:
    """Not those that a group folds up; the others keep their places."""
    column, hidden = "<table:table-column{}/>", ' table:visibility="collapse"'
    group = f"<table:table-column-group>{column.format(hidden)}</table:table-column-group>"
    columns = column.format("") + column.format(hidden + ' table:number-columns-repeated="2"')
    sheet = ods_file(columns + group, "Pier|Costs|Debts|Fee", "North|900|70|22")
    (document,) = from_bytes("a.ods", sheet)
    assert blocks(document) == [("Pier | Fee", "row", 1), ("North | 22", "row", 2)]
    assert in_words(document.left_out) == ("hidden columns",)
    (document,) = from_bytes("a.ods", ods_file(columns, "Pier", "North"))
    assert in_words(document.left_out) == ()


def test_what_lies_over_a_sheet_is_read_after_its_rows() -> None:
    """As of sheets of the other kind."""
    box = "<draw:frame><draw:text-box><text:p>Since May.</text:p></draw:text-box></draw:frame>"
    (document,) = from_bytes("a.ods", ods_file(f"<table:shapes>{box}</table:shapes>", "Pier|Fee"))
    assert blocks(document) == [("Pier | Fee", "row", HEADER), ("Since May.", "paragraph", 0)]


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
            f"{item.format('7. Lamps', '')}{item.format('J. Berg', '')}"
            f"{item.format('<text:number>9.</text:number>C. difficile', '')}</text:list>"
            f'<text:list text:style-name="B">{item.format("fish", "")}</text:list>',
            styles=styles,
        ),
    )
    assert [text for text, _, _ in blocks(document)] == [
        "1. Stores", "1.a) oil", "1.b) rope", "Only in May", "2. Fees", "Besides", "3. Boats",
        "1. Nets", "2. 7. Lamps", "3. J. Berg", "4. C. difficile", "fish",
    ]  # fmt: skip


def test_an_id_that_may_not_be_one_hides_no_text() -> None:
    """What is not sound XML is refused all the same."""
    file = odt_file('<text:p xml:id="pier#1">The pier</text:p>')
    assert from_bytes("a.odt", file)[0].text == "The pier"
    with pytest.raises(SourceError, match="damaged ODT"):
        from_bytes("a.odt", odt_file("<text:p>The pier"))


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
