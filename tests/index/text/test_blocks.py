"""Blocks: what a quote of a row or an item takes along so that it can be understood."""

import pytest

from index.text import BELOW_HEADER, HEADER, Part, composed, leads, reached
from index.text.blocks import GOES_ON, OPENS

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
    Part("The fee covers:"),
    Part("water", "item", 1),
    Part("hot", "item", 2),
    Part("light", "item", 1),
]


def _taken_along(parts: list[Part], place: int) -> list[str]:
    text, blocks = composed(parts)
    return [one.of(text) for one in leads(blocks, blocks[place].span)]


@pytest.mark.parametrize(
    ("place", "rows"),
    [(3, (1, 2)), (4, (1, 2, 3)), (5, (1, 2, 3, 4)), (6, (1, 2)), (2, ()), (0, ())],
)
def test_a_row_takes_along_what_names_it(place: int, rows: tuple[int, ...]) -> None:
    """All rows that name its columns, and those whose cells reach down into it."""
    assert _taken_along(TABLE, place) == [TABLE[row].text for row in rows]


@pytest.mark.parametrize(("place", "above"), [(1, 0), (2, 1), (3, 0)])
def test_an_item_takes_along_what_it_stands_under(place: int, above: int) -> None:
    """The line that introduces its list, or the item that it is one of."""
    assert _taken_along(LIST, place) == [LIST[above].text]


def test_a_row_without_names_of_columns_goes_on_all_the_same() -> None:
    """As far as its own table; what the quote holds is not said twice."""
    parts = [Part("A | 1", "row"), Part("| 2", "row", GOES_ON), Part("A text."), TABLE[5]]
    assert _taken_along(parts, 1) == ["A | 1"]
    assert _taken_along(parts, 3) == []


def test_names_of_columns_belong_to_nothing_above() -> None:
    """Though a cell reaches down within them."""
    assert reached(HEADER, above=True, below=True) == HEADER
    assert reached(BELOW_HEADER, above=False, below=True) == BELOW_HEADER
    assert reached(BELOW_HEADER, above=True, below=True) == GOING_ON | OPENS
