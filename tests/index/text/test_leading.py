"""What a quote of a row or an item takes along so that it can be understood."""

import pytest

from index.text import BELOW_HEADER, HEADER, Document, Part, composed, leads
from index.text.blocks import GOES_ON, OPENS
from index.text.leading import LONGEST_LEAD

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
    text, blocks = composed(parts)
    document = Document("d", "D", text, blocks=blocks)
    return [one.of(text) for one in leads(document, blocks[place].span)]


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


def test_a_row_without_names_of_columns_goes_on_all_the_same() -> None:
    """As far as its own table; what the quote holds is not said twice."""
    parts = [Part("A | 1", "row"), Part("| 2", "row", GOES_ON), Part("A text."), TABLE[5]]
    assert _taken_along(parts, 1) == ["A | 1"]
    assert _taken_along(parts, 3) == []
