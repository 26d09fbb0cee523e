"""Numbers in the kinds of office programs."""

import pytest

from index.sources.office.counted import counted


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("decimal", {0: "0", 12: "12"}),
        ("decimalZero", {1: "01", 10: "10", 100: "100"}),
        ("001, 002, 003, ...", {7: "007", 1234: "1234"}),
        ("lowerLetter", {0: None, 1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
        ("upperLetter", {28: "BB"}),
        ("upperRoman", {0: None, 4: "IV", 1990: "MCMXC"}),
        ("russianLower", {9: "и", 10: "к", 25: "щ", 26: "ы", 29: "я", 30: "аа"}),
        ("chineseCountingThousand", {
            0: None, 1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一百",
            101: "一百零一", 110: "一百一十", 1001: "一千零一", 1010: "一千零一十", 10_000: None,
        }),
        ("chineseCounting", {12: "十二", 100: None}),
        ("japaneseCounting", {10: "十", 21: "二十一", 101: "百一", 1110: "千百十"}),
        ("koreanCounting", {1: "일", 12: "십이", 100: None}),
        ("ideographDigital", {9: "九", 12: "一二", 10: None}),
        ("thaiNumbers", {10: "๑๐"}),
        ("thaiLetters", {1: "ก", 4: "ง", 41: "ฮ", 42: None}),
        ("hebrew2", {1: "א", 22: "ת", 23: None}),
        ("decimalEnclosedCircle", {20: "⑳", 21: None, 0: None}),
        ("ordinalText", {1: None}),
        ("bullet", {1: None}),
        ("α, β, γ, ...", {1: None}),
    ],
)  # fmt: skip
def test_a_number_is_written_in_its_kind(kind: str, written: dict[int, str | None]) -> None:
    """None where it is not known how."""
    assert {count: counted(count, kind) for count in written} == written
