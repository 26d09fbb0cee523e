"""Values of sheets as their readers see them."""

import datetime
import io

import openpyxl
import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS

from index.sources import from_bytes

DAY = datetime.datetime(2024, 3, 5)
NOON = datetime.datetime(2024, 3, 5, 14, 7, 9)
ACCOUNT = r'_-* #,##0.00\ "€"_-;\-* #,##0.00\ "€"_-;_-* "-"??\ "€"_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "number_format", "seen"),
    [
        (0.256, "0.0%", "25.6%"),
        (1480, "#,##0", "1,480"),
        (1480, '#,##0.00 "€"', "1,480.00 €"),
        (-1480.5, "#,##0.00 [$€-407];[Red]-#,##0.00 [$€-407]", "-1,480.50 €"),
        (-3, "0;(0)", "(3)"),
        (0, '0;-0;"none"', "none"),
        (1234567, '#,##0.0,,"M"', "1.2M"),
        (1480.125, ACCOUNT, "1,480.13 €"),
        (0, ACCOUNT, "- €"),
        (7, "000", "007"),
        (5551234, r"000\-0000", "555-1234"),
        (1.5, "# ?/?", "1.5"),
        (0.1 + 0.2, "General", "0.3"),
        (9.0, "General", "9"),
        (1.005, "0.00", "1.01"),
        (44000, 'General" crowns"', "44000 crowns"),
        (12, "#,##0.00 CHF", "12.00 CHF"),
        (0.5, "[>1]0.0;0.00", "0.5"),
        (1234, "@", "1234"),
        (1234, '"No. "@', "No. 1234"),
        (12.5, "GENERAL", "12.5"),
        (0, "0;-0;;@", ""),
        (5, ";;;", ""),
        (-3.5, "0.0;@", "-3.5"),
        (0, '0.0;-0.0;"-"@', "0.0"),
        (-5, '0;"a;b"', "a;b"),
        (DAY, "dd.mm.yyyy;@", "05.03.2024"),
        ("one_x000D_two _x005F_x000D_", "General", "one two _x000D_"),
        (DAY, "dd.mm.yyyy", "05.03.2024"),
        (DAY, "mm-dd-yy", "2024-03-05"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "2024-03-05"),
        (DAY, "[$-407]d. mmmm yyyy", "5. März 2024"),
        (DAY, 'yyyy"年"m"月"d"日"', "2024年3月5日"),
        (DAY, r"mmm\-yy", "Mar-24"),
        (DAY, "yyyy-mm-dd h:mm:ss", "2024-03-05"),
        (NOON, "yyyy-mm-dd hh:mm", "2024-03-05 14:07"),
        (NOON, "h:mm AM/PM", "2:07 PM"),
        (datetime.time(8, 10), "h:mm:ss", "08:10"),
        (datetime.timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
        (datetime.timedelta(minutes=5, seconds=3), "mm:ss", "05:03"),
        (7, BUILTIN_FORMATS[44], "$7.00"),
        (-1234.5, BUILTIN_FORMATS[44], "$(1,234.50)"),
        (0, BUILTIN_FORMATS[44], "$-"),
        (datetime.time(0, 28, 48), BUILTIN_FORMATS[47], "28:48.0"),
        (datetime.time(0), "d-mmm-yy", "00:00"),
        (datetime.time(12), "d mmm h:mm", "12:00"),
        (7, '0.00" of "@', "7"),
    ],
)
def test_a_value_is_shown_in_its_format(value: object, number_format: str, seen: str) -> None:
    """Days, times, lengths of time, money, shares; what every system shows otherwise plainly."""
    book = openpyxl.Workbook()
    book.active.append(["Fees of", value])
    book.active["B1"].number_format = number_format
    stream = io.BytesIO()
    book.save(stream)
    (document,) = from_bytes("a.xlsx", stream.getvalue())
    assert document.text == f"Fees of | {seen}".rstrip(" |")
