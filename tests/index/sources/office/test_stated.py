"""Values that sheets of OpenDocument state, and do not write out."""

import pytest

from index.sources import from_bytes
from tests.in_words import in_words
from tests.index.sources.office.made_office import blocks, odt_file

ODS = "application/vnd.oasis.opendocument.spreadsheet"
VALUES = [
    ('office:value-type="float" office:value="120.50"', "120.5"),
    ('office:value-type="float" office:value="1E3"', "1000"),
    ('office:value-type="percentage" office:value="0.07"', "7%"),
    ('office:value-type="currency" office:value="9" office:currency="EUR"', "9 EUR"),
    ('office:value-type="currency" office:value="9"', "9"),
    ('office:value-type="date" office:date-value="2024-03-05"', "2024-03-05"),
    ('office:value-type="date" office:date-value="2024-03-05T14:07:00"', "2024-03-05 14:07"),
    ('office:value-type="time" office:time-value="PT08H10M00S"', "8:10"),
    ('office:value-type="time" office:time-value="-PT26H5M3.5S"', "-26:05:03.5"),
    ('office:value-type="boolean" office:boolean-value="true"', "TRUE"),
    ('office:value-type="string" office:string-value="Sailing boat"', "Sailing boat"),
    ('office:value-type="float" office:value="many"', "many"),
    ('office:value-type="time" office:time-value="P1M"', "P1M"),
    ('office:value-type="float"', ""),
]


@pytest.mark.parametrize(("stated", "seen"), VALUES)
def test_a_cell_that_only_states_its_value_is_read(stated: str, seen: str) -> None:
    """As plainly as it can be said; where there are words, they are the cell's."""
    words = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>"
    remark = "<office:annotation><text:p>Whose?</text:p></office:annotation>"
    row = words.format(stated, "Fee") + f"<table:table-cell {stated}>{remark}</table:table-cell>"
    sheet = f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    (document,) = from_bytes("a.ods", odt_file(sheet, ODS, holds="office:spreadsheet"))
    assert document.text == f"Fee | {seen}".rstrip(" |")
    assert in_words(document.left_out) == ("comments",)


def test_a_stated_value_is_hidden_or_struck_out_as_words_are() -> None:
    """A formula without a value is told."""
    cell = '<table:table-cell{} office:value-type="float" office:value="{}"/>'
    gone = cell.format(' table:style-name="gone"', 7)
    rows = "".join(
        f"<table:table-row{look}>{cells}</table:table-row>"
        for look, cells in (
            ("", cell.format("", 1) + gone),
            (' table:visibility="collapse"', cell.format("", 2)),
            ("", gone),
            ("", cell.format(' table:number-columns-repeated="2"', 4)),
            ("", '<table:table-cell table:formula="of:=1+1"/>'),
        )
    )
    line = '<style:text-properties style:text-line-through-style="solid"/>'
    data = odt_file(
        f"<table:table>{rows}</table:table>",
        ODS,
        styles=f'<style:style style:name="gone">{line}</style:style>',
        holds="office:spreadsheet",
    )
    (document,) = from_bytes("a.ods", data)
    assert [text for text, _, _ in blocks(document)] == ["1", "4 | 4"]
    assert in_words(document.left_out) == (
        "1 formulas without their values; open and save it once",
        "hidden rows",
        "text that is struck out",
    )
