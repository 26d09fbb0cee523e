"""The numbers that Word writes before paragraphs."""

import pytest

from index.text import LeftOut, Missing
from tests.index.sources.word.made import cell, lines, p, row, table, told


def _numbered(*levels: str, overrides: str = "") -> str:
    """A part of lists: one, and a second of the same that may begin anew."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{level}</w:lvl>'
        for at, level in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
    )


def _item(text: str, level: int = 0, number: int = 1) -> str:
    inner = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, properties=inner)


def _level(kind: str, text: str) -> str:
    return f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'


def test_clauses_carry_their_numbers() -> None:
    """As Word counts them, level by level; signs before items are no text."""
    told_of = _numbered(_level("decimal", "§ %1."), _level("lowerLetter", "%1%2)"))
    body = [_item("Fees"), _item("by day", 1), _item("by night", 1), _item("Berths")]
    body += [_item("for boats", 1), _item("Apart", number=9), _item("Again", number=2)]
    assert lines("".join(body), numbering=told_of) == [
        "§ 1. Fees", "1a) by day", "1b) by night", "§ 2. Berths", "2a) for boats", "Apart",
        "§ 3. Again",
    ]  # fmt: skip
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    restarted = _numbered(_level("upperRoman", "%1."), overrides=anew)
    body = [_item("one"), _item("five", number=2), _item("six", number=2)]
    assert lines("".join(body), numbering=restarted) == ["I. one", "V. five", "VI. six"]
    signs = _numbered(_level("bullet", "•"))
    assert lines(_item("water"), numbering=signs) == ["water"]


def _counted(told_of: str, *levels: int) -> list[str]:
    """The numbers of items so deep in the list."""
    body = "".join(_item("x", level) for level in levels)
    return [line.removesuffix("x").strip() for line in lines(body, numbering=told_of)]


@pytest.mark.parametrize(
    ("restart", "numbers"),
    [
        ("", ["I", "§ 1", "§ 2", "II", "§ 1", "(a)", "III", "(a)"]),
        ('<w:lvlRestart w:val="0"/>', ["I", "§ 1", "§ 2", "II", "§ 3", "(a)", "III", "(a)"]),
        ('<w:lvlRestart w:val="7"/>', ["I", "§ 1", "§ 2", "II", "§ 1", "(a)", "III", "(a)"]),
    ],
)
def test_a_level_begins_anew_only_where_its_list_says_so(restart: str, numbers: list[str]) -> None:
    """Numbers of sections may run on through chapters, which have the items below them anew."""
    section = _level("decimal", "§ %2") + restart
    told_of = _numbered(_level("upperRoman", "%1"), section, _level("lowerLetter", "(%3)"))
    assert _counted(told_of, 0, 1, 1, 0, 1, 2, 0, 2) == numbers


def test_a_level_may_begin_anew_after_one_far_above_it() -> None:
    """And go on after that between them."""
    item = _level("lowerLetter", "(%3)") + '<w:lvlRestart w:val="1"/>'
    told_of = _numbered(_level("upperRoman", "%1"), _level("decimal", "§ %2"), item)
    numbers = ["I", "§ 1", "(a)", "§ 2", "(b)", "II", "§ 1", "(a)"]
    assert _counted(told_of, 0, 1, 2, 1, 2, 0, 1, 2) == numbers


@pytest.mark.parametrize(
    ("level", "number"),
    [
        (_level("lowerLetter", "(%1)"), "(bb)"),
        (_level("decimalZero", "R%1"), "R28"),
        (_level("chineseCountingThousand", "第%1条"), "第二十八条"),
        (_level("russianLower", "%1)"), "ю)"),
        (_level("none", "Whereas"), "Whereas"),
        (_level("none", "%1"), ""),
        (_level("bullet", "o"), ""),
        (_level("decimal", "•"), ""),
        (_level("ordinalText", "%1") + "<w:isLgl/>", "28"),
        ('<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
         'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
         '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/>', "028."),
    ],
)  # fmt: skip
def test_numbers_are_of_the_kind_that_their_level_says(level: str, number: str) -> None:
    """Letters after z are doubled; words that stand for a number are text."""
    begun = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="28"/></w:lvlOverride>'
    body = _item("Fee", number=2)
    assert lines(body, numbering=_numbered(level, overrides=begun)) == [f"{number} Fee".strip()]


def test_a_number_that_cannot_be_written_is_told() -> None:
    """Also one of which only a part cannot."""
    told_of = _numbered(_level("ordinalText", "%1 Article"), _level("decimal", "%1.%2"))
    found = told(_item("Fees") + _item("by day", 1), numbering=told_of)
    assert [part.text for part in found.parts] == ["Fees", "by day"]
    assert found.left_out == (LeftOut(Missing.NUMBERS, "ordinalText"),)


def test_a_list_may_have_the_levels_of_a_style() -> None:
    """Which another list of the file states."""
    listed = '<w:num w:numId="{0}"><w:abstractNumId w:val="{0}"/></w:num>'
    told_of = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Clauses"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Clauses"/><w:lvl w:ilvl="0">'
        f"{_level('decimal', '%1.')}</w:lvl></w:abstractNum>{listed.format(1)}{listed.format(2)}"
    )
    body = _item("Fees") + _item("Berths") + _item("Apart", number=2)
    assert lines(body, numbering=told_of) == ["1. Fees", "2. Berths", "3. Apart"]
    unstated = told_of.replace("w:styleLink", "w:numStyleLink")
    assert lines(_item("Fees"), numbering=unstated) == ["Fees"]


def test_an_item_without_words_is_counted() -> None:
    """Such as a picture; in a cell its number is all that stands there."""
    told_of = _numbered(_level("decimal", "%1."))
    picture = "<w:r><w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing></w:r>"
    drawn = _item("").replace("</w:p>", f"{picture}</w:p>")
    hidden = _item("").replace("<w:pPr>", "<w:pPr><w:rPr><w:vanish/></w:rPr>")
    body = _item("Fees") + drawn + hidden + _item("Berths")
    assert lines(body, numbering=told_of) == ["1. Fees", "3. Berths"]
    rows = (row(cell(_item("")), name, "5") for name in ("Oil", "Tar"))
    assert lines(table(*rows), numbering=told_of) == ["1. | Oil | 5", "2. | Tar | 5"]
