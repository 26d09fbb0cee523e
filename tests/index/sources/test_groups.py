"""Rows below the name of their group take it along, whatever kind of file they are of."""

import pytest

from index.sources import from_bytes
from index.sources.groups import grouped
from index.text import BELOW_HEADER, HEADER, Part, leads
from index.text.blocks import GOES_ON, OPENS

BELOW = BELOW_HEADER | GOES_ON
HEAD = ("Service | Short | Long", HEADER)
WOMEN, MEN = ("Women", BELOW_HEADER), ("Men", BELOW_HEADER)
CUT = ("Cut | 42 | 51", BELOW_HEADER)


def _levels(*rows: tuple[str, int]) -> list[int]:
    return [part.level for part in grouped(Part(text, "row", level) for text, level in rows)]


def test_a_row_of_one_cell_names_the_group_of_those_below() -> None:
    """As far as the next."""
    assert _levels(HEAD, WOMEN, CUT, CUT, MEN, CUT) == [
        HEADER, BELOW_HEADER, BELOW, BELOW, BELOW_HEADER, BELOW,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, CUT, WOMEN, CUT, MEN, CUT],  # rows of which no more is known
        [HEAD, WOMEN, CUT, CUT],
        [HEAD, WOMEN, MEN],
        [HEAD, WOMEN, HEAD, CUT],
        [("Women", 0), ("Cut | 42", 0), ("Dry | 51", 0)],
        [HEAD, WOMEN, ("Cut | 42", BELOW), MEN, ("Cut | 28", BELOW), CUT],  # it is stated already
        [HEAD, ("| Women", BELOW_HEADER), CUT, ("| Men", BELOW_HEADER), CUT],
    ],
)
def test_other_rows_stay_as_they_are(rows: list[tuple[str, int]]) -> None:
    """Groups begin right below the names of the columns."""
    assert _levels(*rows) == [level for _, level in rows]


def test_a_group_ends_with_its_table() -> None:
    """And whatever is between two tables is of neither."""
    parts = [*[Part(text, "row", level) for text, level in (HEAD, WOMEN, CUT)], Part("Closed.")]
    found = [*grouped([*parts, *parts[:3]])]
    assert [part.level for part in found] == [*_levels(HEAD, WOMEN, CUT), 0, HEADER, 2, 2]


def test_cells_may_reach_down_in_a_group() -> None:
    """Then the group, and the row that they are of, both go along."""
    rows = [HEAD, WOMEN, CUT, ("| 43 | 52", BELOW), ("Dry | 9 | 9", BELOW_HEADER), MEN, CUT]
    assert _levels(*rows)[2:5] == [BELOW | OPENS, BELOW, BELOW]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "Service,Short,Long\nWomen,,\nCut,42,51\nMen,,\nCut,28,35\n"),
        (
            "a.md",
            "| Service | Short | Long |\n|---|---|---|\n| Women | | |\n| Cut | 42 | 51 |\n"
            "| Men | | |\n| Cut | 28 | 35 |\n",
        ),
        (
            "a.html",
            "<table><tr><th>Service<th>Short<th>Long<tr><td>Women<td><td><tr><td>Cut<td>42<td>51"
            "<tr><td>Men<td><td><tr><td>Cut<td>28<td>35</table><p>By Nadine.",
        ),
        (
            "a.html",
            "<table><tr><th>Service<th>Short<th>Long<tr><td colspan=3><b>Women</b><tr><td>Cut<td>9"
            "<td>51<tr><td colspan=3>Men<tr><td>Cut<td>28<td>35</table><p>By Nadine.",
        ),
    ],
)
def test_a_price_is_quoted_with_whom_it_is_for(name: str, data: str) -> None:
    """Or that of men would be shown for women's."""
    (document,) = from_bytes(name, data.encode())
    block = next(one for one in document.blocks if "28" in one.span.of(document.text))
    found = [one.of(document.text) for one in leads(document, block.span)]
    assert found == ["Service | Short | Long", "Men"]
