"""Tables without rules: a line that begins where a cell above begins goes on with that cell."""

from tests.index.sources.pdf.made import Text, lines, texts

ABOVE = (
    "These fees were decided in May by the council of the town",
    "and hold for everybody who asks the office for a paper.",
)


def test_a_cell_of_three_lines_is_one() -> None:
    """Whichever cell of the row it is, and the next row begins anew."""
    page = [
        *lines(*ABOVE),
        Text(50, 650, "Licence"), Text(150, 650, "Drivers"), Text(250, 650, "ten euro for the"),
        Text(250, 637, "members of the club and"), Text(250, 624, "for pensioners"),
        Text(50, 605, "Passport for"), Text(150, 605, "Citizens of age;"), Text(250, 605, "free"),
        Text(50, 592, "adults who"), Text(150, 592, "parents for"),
        Text(50, 579, "live abroad"),
        Text(50, 560, "Certificate"), Text(150, 560, "Everybody"), Text(250, 560, "free"),
    ]  # fmt: skip
    assert texts(page)[1:] == [
        "Licence | Drivers | ten euro for the members of the club and for pensioners",
        "Passport for adults who live abroad | Citizens of age; parents for | free",
        "Certificate | Everybody | free",
    ]


def test_what_follows_a_table_is_none_of_it() -> None:
    """A line that begins at the edge of the page and runs below several cells."""
    page = [
        *lines(*ABOVE),
        Text(50, 650, "Licence"), Text(150, 650, "Drivers"),
        Text(50, 636, "Passport"), Text(150, 636, "Citizens"),
        Text(50, 623, "are what most people ask the office of the town for."),
    ]  # fmt: skip
    assert texts(page)[1:] == [
        "Licence | Drivers",
        "Passport | Citizens",
        "are what most people ask the office of the town for.",
    ]


def test_a_word_cut_at_the_end_of_a_line_of_a_cell_is_put_together() -> None:
    """As in any paragraph."""
    page = [
        *lines(*ABOVE),
        Text(50, 650, "Licence"), Text(150, 650, "members of the associ-"),
        Text(150, 637, "ation of drivers"),
        Text(50, 618, "Passport"), Text(150, 618, "each citizen of the town"),
    ]  # fmt: skip
    assert texts(page)[1:] == [
        "Licence | members of the association of drivers",
        "Passport | each citizen of the town",
    ]
