"""Office files: every word once, in order, as the blocks they are."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from index.text.documents import Document
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


def test_tables_of_plain_text() -> None:
    """Whatever parts the cells, also with line ends in them."""
    for data in (b'Pier;Fee\nNorth;"22\ncrowns"\n', b"Pier\tFee\nNorth\t22 crowns\n"):
        (document,) = from_bytes("a.csv", data)
        assert _blocks(document) == [("Pier | Fee", "row", 1), ("North | 22 crowns", "row", 2)]


def test_rich_text() -> None:
    """Paragraphs and letters beyond ASCII; no control word."""
    rtf = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0\b The harbour\b0\par "
        rb"A berth costs 22 \u8364? a night, caf\'e9 included.\par}"
    )
    (document,) = from_bytes("a.rtf", rtf)
    assert document.text == "The harbour\n\nA berth costs 22 € a night, café included."


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.odt", b"hello", "not a ODT file"),
        (
            "a.ods",
            odt_file("", "application/vnd.oasis.opendocument.spreadsheet"),
            "without a text",
        ),
        ("a.pptx", b"PK\x03\x04rubbish", "damaged"),
        ("a.json", b'{"a": 1}', "no chat exported by Telegram"),
    ],
)
def test_what_is_not_read_is_refused_by_name(name: str, data: bytes, why: str) -> None:
    """Never its raw markup."""
    with pytest.raises(SourceError, match=why) as told:
        from_bytes(name, data)
    assert str(told.value).startswith(name)
