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
