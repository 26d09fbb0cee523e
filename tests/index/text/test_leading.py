"""What a quote of a row or an item takes along so that it can be understood."""

import pytest

from index.text import BELOW_HEADER, HEADER, Document, Part, Span, composed, leads, named_by
from index.text.blocks import GOES_ON, OPENS
from index.text.introduced import LONGEST_LEAD

GOING_ON = BELOW_HEADER | GOES_ON
TABLE = [
    Part("Before all tables."),
    Part("| Summer | | Winter", "row", HEADER),
    Part("Pier | Day | Hour", "row", HEADER),
    Part("North | Monday | 08:10", "row", BELOW_HEADER),
    Part("| Tuesday | 09:40", "row", GOING_ON | OPENS),
    Part("| Friday", "row", GOING_ON),
    Part("South | Sunday | 10:00", "row", BELOW_HEADER),
]
LIST = [
    Part("Not allowed are:"),
    Part("In the tents:", "item", 1),
    Part("candles", "item", 2),
    Part("of wax", "item", 3),
    Part("heaters", "item", 2),
    Part("dogs", "item", 1),
]


def _taken_along(parts: list[Part], place: int) -> list[str]:
    document = _document(parts)
    return _leads(document, document.blocks[place].span)


def _taken_along_by(parts: list[Part], words: str) -> list[str]:
    document = _document(parts)
    start = document.text.rindex(words)
    return _leads(document, Span(start, start + len(words)))


def _document(parts: list[Part]) -> Document:
    text, blocks = composed(parts)
    return Document("d", "D", text, blocks=blocks)


def _leads(document: Document, span: Span) -> list[str]:
    return [one.of(document.text) for one in leads(document, span)]


@pytest.mark.parametrize(
    ("place", "rows"),
    [(3, (1, 2)), (4, (1, 2, 3)), (5, (1, 2, 3, 4)), (6, (1, 2)), (2, ()), (0, ())],
)
def test_a_row_takes_along_what_names_it(place: int, rows: tuple[int, ...]) -> None:
    """All rows that name its columns, and those whose cells reach down into it."""
    assert _taken_along(TABLE, place) == [TABLE[row].text for row in rows]


@pytest.mark.parametrize(
    ("place", "above"), [(1, (0,)), (2, (0, 1)), (3, (0, 1, 2)), (4, (0, 1)), (5, (0,)), (0, ())]
)
def test_an_item_takes_along_all_that_it_stands_under(place: int, above: tuple[int, ...]) -> None:
    """The items that it is one of, and the line that introduces them all and may deny them."""
    assert _taken_along(LIST, place) == [LIST[one].text for one in above]


def test_what_stands_between_two_lists_introduces_the_second_only() -> None:
    """And below a heading nothing of what is above it."""
    second = [*LIST, Part("Allowed are:"), Part("bells", "item", 1), Part("whistles", "item", 2)]
    assert _taken_along(second, 8) == ["Allowed are:", "bells"]
    assert _taken_along([LIST[0], Part("Rules", "heading", 2), LIST[1], LIST[2]], 3) == [
        "In the tents:"
    ]


def test_of_a_long_paragraph_above_a_list_its_end_goes_along() -> None:
    """Whole sentences, as many as have room, at least the last; a short one goes along whole."""
    short, item = "These rules hold. Forbidden are:", Part("dogs", "item", 1)
    assert _taken_along([Part(short), item], 1) == [short]
    long = f"{'The members met again. ' * 50}{short}"
    (end,) = _taken_along([Part(long), item], 1)
    assert long.endswith(f". {end}")
    assert end.startswith("The members met again.")
    assert LONGEST_LEAD - len("The members met again. ") < len(end) <= LONGEST_LEAD
    last = f"Forbidden are, {'as everybody knows, ' * 20}these:"
    assert _taken_along([Part(f"{'We met. ' * 50}{last}"), item], 1) == [last]


def test_what_a_row_is_of_is_named_by_its_group() -> None:
    """Or by the row whose cells reach down; not by the names of its columns."""
    document = _document(TABLE)
    found = [named_by(document, block.span) for block in document.blocks]
    north = TABLE[3].text
    assert [one and one.of(document.text) for one in found] == [None] * 4 + [north, north, None]


def test_what_a_line_is_of_is_named_above_it() -> None:
    """In its card; no introduction names anything."""
    document = _document(
        [Part("Tax Office\nPhone: 15\nHead: Peter\nBring:\nForm", "verse"), *LIST]
    )
    for words, name in (("Phone: 15", "Tax Office"), ("Form", None), ("dogs", None)):
        start = document.text.index(words)
        found = named_by(document, Span(start, start + len(words)))
        assert (found and found.of(document.text)) == name


def test_a_row_without_names_of_columns_goes_on_all_the_same() -> None:
    """As far as its own table; what the quote holds is not said twice."""
    parts = [Part("A | 1", "row"), Part("| 2", "row", GOES_ON), Part("A text."), TABLE[5]]
    assert _taken_along(parts, 1) == ["A | 1"]
    assert _taken_along(parts, 3) == []


@pytest.mark.parametrize(
    ("item", "words", "above"),
    [
        ("Open fire. Gas may be lit. It is safe.", "Gas may be lit.", ["Open fire."]),
        ("Open fire. Gas may be lit. It is safe.", "It is safe.", ["Open fire."]),
        ("Open fire. Gas may be lit.", "Open fire. Gas may be lit.", []),
        ("1. Open fire. Gas may be lit.", "Gas may be lit.", ["1. Open fire."]),
        ("Open fire.", "Open fire.", []),
    ],
)
def test_a_later_sentence_of_an_item_takes_along_how_the_item_begins(
    item: str, words: str, above: list[str]
) -> None:
    """Or what is allowed beside it would stand right below "Forbidden are:"."""
    parts = [Part("Forbidden are:"), Part(item, "item", 1)]
    assert _taken_along_by(parts, words) == ["Forbidden are:", *above]


def test_under_no_introduction_a_sentence_of_an_item_stands_by_itself() -> None:
    """As one of a paragraph does."""
    assert _taken_along_by([Part("Pools. They are clean.", "item", 1)], "They are clean.") == []


def test_an_item_goes_on_below_the_one_that_it_belongs_to() -> None:
    """Of a long one how it begins goes along, and all that may introduce what is below."""
    long = f"Open fire. {'It is dangerous in dry weather. ' * 12}"
    parts = [
        Part("Forbidden are:"), Part(long, "item", 1),
        Part("Gas may be lit. It is safe.", "item", 2),
    ]  # fmt: skip
    assert _taken_along(parts, 2) == ["Forbidden are:", "Open fire."]
    assert _taken_along_by(parts, "It is safe.") == [
        "Forbidden are:", "Open fire.", "Gas may be lit.",
    ]  # fmt: skip
    parts[1] = Part(f"{long}In tents these are never safe:", "item", 1)
    assert _taken_along(parts, 2)[1].endswith("In tents these are never safe:")


def test_a_paragraph_that_ends_otherwise_introduces_by_its_last_sentence() -> None:
    """It may deny what stands below, or may be of something else, so that one is enough."""
    parts = [Part("We met. The following is forbidden."), Part("Fire. Gas is safe.", "item", 1)]
    assert _taken_along(parts, 1) == ["The following is forbidden."]
    assert _taken_along_by(parts, "Gas is safe.") == []
    assert _taken_along([Part("You must not bring"), Part("dogs", "item", 1)], 1) == [
        "You must not bring"
    ]


def test_a_line_that_says_who_was_there_introduces_nothing() -> None:
    """It says something of its own: what stands before its colon."""
    parts = [Part("Present: Ann, Bo. Apologies: Cy."), Part("1. The roof leaks.", "item", 1)]
    assert _taken_along(parts, 1) == []


@pytest.mark.parametrize(
    ("number", "above"), [("2.", "Forbidden are:"), ("1.", "Gas is allowed.")]
)
def test_a_list_goes_on_below_a_remark_if_its_numbers_do(number: str, above: str) -> None:
    """Else it is another one, and stands under what is right above it."""
    parts = [
        Part("Forbidden are:"), Part("1. fire", "item", 1), Part("by night", "item", 2),
        Part("Gas is allowed."), Part(f"{number} dogs", "item", 1), Part("3. cats", "item", 1),
    ]  # fmt: skip
    assert _taken_along(parts, 4) == [above]
    assert _taken_along(parts, 5) == [above]
    parts[3] = Part("Also forbidden are:")
    assert _taken_along(parts, 4) == ["Also forbidden are:"]


def test_items_below_lines_stand_under_the_last_of_them() -> None:
    """If that introduces them."""
    for last, above in (("Forbidden are:", ["Forbidden are:"]), ("Open all day", [])):
        parts = [Part(f"The park\nHill Road\n{last}", "verse"), Part("dogs", "item", 1)]
        assert _taken_along(parts, 1) == above
