"""Columns are read one after the other, rows of tables line by line."""

from tests.index.sources.pdf.made import Text, lines, parts, texts

LEFT = (
    "The pier was opened in the spring of the year and",
    "it has been rebuilt twice since then, by two pilots",
    "who lived in the old house beside the harbour with",
    "their families and a dog called Bosun.",
)
RIGHT = (
    "Boats may land only on the north side of the pier",
    "when the lamp is lit, and must leave before noon on",
    "the following day unless the harbour master says",
    "otherwise in writing to their owners.",
)


def test_two_columns_drawn_row_by_row_are_read_column_by_column() -> None:
    """A heading above both is read first."""
    rows = [Text(50, 740, "News of the harbour", 18)]
    for place, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        rows += [Text(50, 700 - 14 * place, left, 10), Text(320, 700 - 14 * place, right, 10)]
    assert texts(rows) == ["News of the harbour", " ".join(LEFT), " ".join(RIGHT)]


def test_three_columns_drawn_row_by_row_are_no_table() -> None:
    """Lines of a text go on in small letters; cells begin anew."""
    columns = (
        (
            "The ferry to the islands",
            "runs again since May, and",
            "its captain says that it",
            "is quiet now.",
        ),
        (
            "The market moves into the",
            "old rope walk, where every",
            "trader may choose a stall",
            "on Friday.",
        ),
        (
            "A seal lies on the slip,",
            "and children are asked not",
            "to feed it, since it will",
            "not go away.",
        ),
    )
    page = [
        Text(50 + 170 * at, 700 - 12 * place, line, 9)
        for place, row in enumerate(zip(*columns, strict=True))
        for at, line in enumerate(row)
    ]
    assert texts(page) == [" ".join(column) for column in columns]


def test_a_table_below_columns_is_none_of_them() -> None:
    """A heading that is short, and cells, reach across no gap between columns."""
    page = [
        *lines(*LEFT[:3], size=10, step=12),
        *lines(LEFT[3], *RIGHT, x=320, size=10, step=12),
        Text(50, 630, "Table of fees", 14),
    ]
    page += [
        Text(x, 610 - 16 * place, text, 10)
        for place, row in enumerate((("Vessel", "Fee"), ("Motor boat", "95"), ("Ferry", "310")))
        for x, text in zip((52, 322), row, strict=True)
    ]
    assert texts(page) == [
        " ".join(LEFT),
        " ".join(RIGHT),
        "Table of fees",
        "Vessel | Fee",
        "Motor boat | 95",
        "Ferry | 310",
    ]


def test_paragraphs_of_columns_that_begin_beside_each_other_are_no_rows() -> None:
    """Where one column is drawn wholly before the next, it is read before it."""
    heights = [700 - 12 * place - 6 * (place // 4) for place in range(12)]
    columns = [
        [f"{name} {LEFT[place % 4].lower()}"[:32].strip() + "." * (place % 4 == 3)
         for place in range(12)]
        for name in ("one", "two", "three")
    ]  # fmt: skip
    page = [
        Text(50 + 180 * at, y, line, 10)
        for at, column in enumerate(columns)
        for y, line in zip(heights, column, strict=True)
    ]
    said = [" ".join(column[at : at + 4]) for column in columns for at in (0, 4, 8)]
    assert texts(page) == said


def test_the_few_last_lines_of_columns_are_no_rows() -> None:
    """A sentence that goes on from one to the next is whole."""
    left = (
        "In heavy weather the gates",
        "stay closed, and the owner",
        "pays a fee that rests on",
    )
    right = ("the weight of the boat and", "on the season.")
    page = [*lines(*left, size=10, step=12), *lines(*right, x=230, size=10, step=12)]
    assert texts(page) == [" ".join((*left, *right))]


def test_a_box_in_the_margin_is_read_by_itself() -> None:
    """Not line by line with the text beside it."""
    page = lines(*LEFT, *RIGHT, x=200, size=10)
    box = lines("Opening hours", "Monday", "Tuesday", "Friday", x=50, y=686, size=10, step=15)
    found = texts([*page, *box])
    assert " ".join(LEFT) in " ".join(found)
    assert "Opening hours Monday Tuesday Friday" in found


def test_rows_of_a_table_keep_their_cells_apart() -> None:
    """Empty cells keep their place, and a first row of names is the header."""
    page = [
        Text(x, y, text, 10)
        for y, row in (
            (700, ("Pier", "Weekday", "Saturday", "Sunday")),
            (685, ("North pier", "08:10", "08:10", "09:40")),
            (670, ("South pier", "07:30", "", "10:00")),
        )
        for x, text in zip((50, 150, 250, 350), row, strict=True)
        if text
    ]
    assert parts(page) == (
        ("Pier | Weekday | Saturday | Sunday", "row", 1),
        ("North pier | 08:10 | 08:10 | 09:40", "row", 2),
        ("South pier | 07:30 |  | 10:00", "row", 2),
    )


def test_steps_whose_numbers_have_no_full_stop_are_items() -> None:
    """Though they stand in two columns; a table whose first column is of numbers stays one."""
    steps = ("Open the valve", "Press the green button", "Wait for the bell")
    page = [*lines(*LEFT, y=760), *lines("1", "2", "3"), *lines(*steps, x=75)]
    assert parts(page)[1:] == tuple(
        (f"{number} {step}", "item", 1) for number, step in enumerate(steps, 1)
    )
    counted = [*lines(*LEFT, y=760), *lines("1", "2", "4"), *lines(*steps, x=75)]
    assert {part.kind for part in parts(counted)[1:]} == {"row"}
    names = ("Maren", "Ida", "Bosun")
    places = [*lines(*LEFT, y=760), *lines("1", "2", "3"), *lines(*names, x=75)]
    assert {part.kind for part in parts(places)[1:]} == {"row"}


def test_a_large_first_letter_begins_its_line() -> None:
    """Though it hangs down beside the second."""
    hanging = [Text(50, 686, "T", 34), *lines("he pier was opened", "in the spring by", x=72)]
    assert texts([*hanging, *lines("two pilots.", y=672)]) == [
        "The pier was opened in the spring by two pilots."
    ]


def test_small_letters_in_the_margin_are_read_by_themselves() -> None:
    """Not line by line with the text beside them."""
    page = [*lines(*LEFT, *RIGHT, x=120), *lines("see also", "page 12", x=50, size=8, step=10)]
    found = texts(page)
    assert " ".join(LEFT) in found[0]
    assert found[-1] == "see also page 12"
