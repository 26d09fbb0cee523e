"""Numbers that OpenDocument programs write before items."""

import pytest

from index.sources import from_bytes
from index.text import Document, LeftOut, Missing
from tests.index.sources.office.made_office import odt_file


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ('style:num-format="A"', "AB. "),
        ('style:num-format="A" style:num-letter-sync="true"', "BB. "),
        ('style:num-format="a" style:num-letter-sync="false"', "ab. "),
        ('style:num-format="i" style:num-letter-sync="true"', "xxviii. "),
        ('style:num-format="001, 002, 003, ..."', "028. "),
        ('style:num-format="一, 二, 三, ..."', "二十八. "),
        ('style:num-format=""', ""),
        ("", ""),
    ],
)
def test_numbers_are_of_the_kind_that_their_style_says(kind: str, number: str) -> None:
    """Letters after z are doubled where it says so."""
    assert _read(kind).text == f"{number}Fees"


def test_a_number_that_cannot_be_written_is_told() -> None:
    """By the first of its kind, as the file names it."""
    document = _read('style:num-format="1st, 2nd, 3rd, ..."')
    assert document.text == "Fees"
    assert document.left_out == (LeftOut(Missing.NUMBERS, "1st, 2nd, 3rd, ..."),)


def _read(kind: str) -> Document:
    """A file of the 28th item of a list."""
    level = f'<text:list-level-style-number text:level="1" {kind} style:num-suffix="."/>'
    item = '<text:list-item text:start-value="28"><text:p>Fees</text:p></text:list-item>'
    body = f'<text:list text:style-name="L">{item}</text:list>'
    styles = f'<text:list-style style:name="L">{level}</text:list-style>'
    (document,) = from_bytes("a.odt", odt_file(body, styles=styles))
    return document
