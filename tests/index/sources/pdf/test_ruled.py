"""Ruled tables: what stands in a box is read by itself, boxes beside each other are a row."""

import time
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest

from index.text import BELOW_HEADER, HEADER, reached
from tests.index.sources.pdf.made import Rule, Text, grid, lines, parts, texts

LEFTS = (50, 160, 320, 480)
ROWS = (
    ("Service", "Who may ask", "Fee"),
    (
        "Passport for adults/who live abroad",
        "Citizens;/parents for children/of theirs",
        "37",
    ),
    ("Licence", "Drivers", "20 euro, or 10 euro/for members of the/club and for pen-/sioners"),
    ("Certificate", "Everybody", "free"),
)
SAID = [
    "Service | Who may ask | Fee",
    "Passport for adults who live abroad | Citizens; parents for children of theirs | 37",
    "Licence | Drivers | 20 euro, or 10 euro for members of the club and for pensioners",
    "Certificate | Everybody | free",
]


def table(
    rows: Iterable[Sequence[str]], above: float = 0.0, lefts: Sequence[float] = LEFTS
) -> tuple[list[Text], list[float]]:
    """The words of the rows, a line's end as a stroke, and the heights of the rules between.

    Cells with fewer lines than others stand so far down: 0 at the top, 1 at the bottom.
    """
    found: list[Text] = []
    tops = [700.0]
    for row in rows:
        most = max(cell.count("/") for cell in row)
        for left, cell in zip(lefts, row, strict=False):
            down = 13 * above * (most - cell.count("/"))
            found += lines(*cell.split("/"), x=left + 5, y=tops[-1] - 14 - down, step=13)
        tops.append(tops[-1] - 20 - 13 * most)
    return found, tops


@pytest.mark.parametrize("above", [0.0, 0.5, 1.0])
def test_words_belong_to_the_box_that_holds_them(above: float) -> None:
    """Whether cells are set at the top of their boxes, in the middle or at the bottom."""
    words, tops = table(ROWS, above)
    assert texts([*grid(LEFTS, tops), *words]) == SAID
    assert texts([*words, *grid(LEFTS, tops)]) == SAID


def test_a_table_may_be_open_at_its_sides() -> None:
    """Rules end together where the boxes would."""
    words, tops = table(ROWS, 0.5)
    rules = grid(LEFTS, tops)
    upright, level = rules[1:3], rules[4:]
    assert texts([*upright, *level, *words]) == SAID
    assert texts([*upright, *level[1:-1], *words]) == SAID


def test_rules_may_be_edges_of_boxes_or_dots() -> None:
    """Each box by itself, as some programs draw cells."""
    words, tops = table(ROWS, 0.5)
    boxes = [
        rule
        for left, right in pairwise(LEFTS)
        for top, bottom in pairwise(tops)
        for rule in grid((left + 0.5, right - 0.5), (top - 0.5, bottom + 0.5))
    ]
    assert texts([*boxes, *words]) == SAID
    dots = [
        Rule(x, y, x + 1, y)
        for y in tops
        for x in range(LEFTS[0], LEFTS[-1], 3)
    ] + grid(LEFTS, tops)[:4]  # fmt: skip
    assert texts([*dots, *words]) == SAID


def test_lines_without_rules_between_are_rows() -> None:
    """Where a table is ruled only around and between its columns."""
    words, tops = table([("Vessel", "Fee"), ("Sailing boat/Motor boat/Ferry", "120/95/310")])
    lefts = (50, 160, 320)
    assert texts([*grid(lefts, tops), *words]) == [
        "Vessel | Fee", "Sailing boat | 120", "Motor boat | 95", "Ferry | 310"
    ]  # fmt: skip


def test_a_cell_that_goes_on_among_such_rows_is_one() -> None:
    """Wherever it stands, and cells of a row may be empty."""
    rows = [("Medicine", "Noon", "Note"), ("Insulin/Aspirin/Unacid", "1/0/1", "")]
    words, tops = table(rows)
    words += [Text(325, tops[1] - 27, "at eight and"), Text(325, tops[1] - 40, "see the leaf")]
    words += lines("at noon", x=325, y=tops[1] - 53)
    tops[-1] -= 13
    words += lines("Oxalis", x=55, y=tops[1] - 66) + lines("1", x=165, y=tops[1] - 66)
    tops[-1] -= 13
    found = texts([*grid((50, 160, 320, 480), tops), *words])
    assert found[0] == "Medicine | Noon | Note"
    assert found[-1] == "Oxalis | 1"
    assert not any("Insulin Aspirin" in row for row in found)


def test_a_table_that_is_ruled_in_part_is_read_by_its_gaps() -> None:
    """Columns that no rules part are columns still."""
    rows = [("Pier", "Monday", "Sunday"), ("North", "08:10", "09:40"), ("South", "07:30", "10:00")]
    words, tops = table(rows)
    found = texts([*grid((50, 160, 480), tops), *words])
    assert found == [" | ".join(row) for row in rows]


def test_a_list_beside_a_sentence_is_one_row() -> None:
    """Though each line of the one begins anew, and all lines stand beside each other."""
    rows = [
        ("Service", "Bring", "Remark"),
        ("Passport", "photo/old one/letter", "it is issued within/two weeks, and sent/by post"),
    ]  # fmt: skip
    words, tops = table(rows)
    assert texts([*grid((50, 160, 320, 432), tops), *words]) == [
        "Service | Bring | Remark",
        "Passport | photo old one letter | it is issued within two weeks, and sent by post",
    ]  # fmt: skip


def test_a_cell_may_reach_over_several_rows() -> None:
    """Those it reaches into go on from the one it begins in; empty boxes keep their place."""
    page: list[Text | Rule] = [
        *grid((160, 260, 360), (700, 680, 660, 640)),
        *grid((50, 160), (700, 680, 640)),
        Text(55, 686, "Pier", 10, "F2"), Text(165, 686, "Day", 10, "F2"),
        Text(265, 686, "Until", 10, "F2"),
        Text(55, 656, "North", 10), Text(165, 666, "Monday", 10), Text(265, 666, "noon", 10),
        Text(265, 646, "ten", 10),
    ]  # fmt: skip
    assert parts(page) == (
        ("Pier | Day | Until", "row", HEADER),
        ("North | Monday | noon", "row", BELOW_HEADER),
        (" |  | ten", "row", reached(BELOW_HEADER, above=True, below=False)),
    )


def test_a_single_row_is_a_table() -> None:
    """Whatever its cells are two of."""
    words, tops = table([("North pier/and slip", "open from/noon until/ten")], 0.5)
    assert texts([*grid((50, 160, 320), tops), *words]) == [
        "North pier and slip | open from noon until ten"
    ]


def test_a_page_that_rules_divide_into_columns_is_no_table() -> None:
    """What stands between the rules is long."""
    words = "the pier was opened in the long spring of the year"
    left = [f"{words} {place}" for place in range(1, 30)]
    right = [f"{words} {place}" for place in range(51, 80)]
    page: list[Text | Rule] = [
        *grid((50, 310, 570), (720, 280)),
        *lines(*left, x=60, size=10),
        *lines(*right, x=320, size=10),
    ]
    found = " ".join(texts(page))
    assert "|" not in found
    assert found.index("year 29") < found.index("year 51")


def test_underlined_words_and_bars_of_fractions_are_no_table() -> None:
    """Nor a frame around a text."""
    said = ("The lamp is lit from dusk to dawn.", "The pier is open to boats.")
    under = [Rule(50, 697, 220, 697), Rule(50, 683, 190, 683)]
    frame = grid((40, 300), (720, 670))
    assert texts([*under, *frame, *lines(*said)]) == [" ".join(said)]


def test_frames_around_words_of_a_sentence_are_no_table() -> None:
    """Though those of two lines touch, and one ends where a word of the other begins."""
    said = ("Keep the lamp lit and the", "pier clear of boats and nets.")
    frames = [*grid((117, 157), (711, 697)), *grid((99, 130), (697, 683))]
    assert texts([*frames, *lines(*said)]) == [" ".join(said)]


def test_a_page_with_many_drawings_is_read_in_time() -> None:
    """A map or a chart of ten thousand lines."""
    drawn = [Rule(50 + n % 500, 100 + n % 390, 60 + n % 500, 100 + n % 390) for n in range(9_000)]
    drawn += [Rule(50 + n % 480, 90, 50 + n % 480, 600) for n in range(1_000)]
    begun = time.process_time()
    found = texts([*drawn, *lines("The lamp is lit from dusk to dawn.")])
    assert found == ["The lamp is lit from dusk to dawn."]
    assert time.process_time() - begun < 1.5
