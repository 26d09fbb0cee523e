"""Tables of Word files: every value in its row and place, merged cells once."""

from index.text import BELOW_HEADER, HEADER
from index.text.blocks import GOES_ON
from tests.index.sources.word.made import cell, lines, p, row, run, table, told


def test_equal_neighbours_are_two_values() -> None:
    """And a first row without digits over rows of them names the columns."""
    found = told(
        table(
            row("Pier", "Weekday", "Saturday", "Sunday"),
            row("North pier", "08:10", "08:10", "09:40"),
        )
    ).parts
    assert found == (
        ("Pier | Weekday | Saturday | Sunday", "row", 1),
        ("North pier | 08:10 | 08:10 | 09:40", "row", 2),
    )


def test_merged_cells_are_read_once_and_empty_ones_keep_their_place() -> None:
    """Across and down; what stands under which column is told by counting."""
    assert lines(
        table(
            row(cell("Fees", properties='<w:gridSpan w:val="2"/>'), "Notes"),
            row(cell("Boats", properties='<w:vMerge w:val="restart"/>'), "9", "small"),
            row(cell("Boats", properties="<w:vMerge/>"), "12", "large"),
            row("Cars", "", "none"),
        )
    ) == ["Fees | | Notes", "Boats | 9 | small", "| 12 | large", "Cars | | none"]


def test_rows_say_which_cells_reach_down_into_them() -> None:
    """What is quoted of them takes these along."""
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = told(
        table(
            row("Pier", "Day", properties="<w:tblHeader/>"),
            row(cell("North", properties=down), "Monday"),
            row(cell("", properties=on), "Friday"),
            row("South", "Sunday"),
        )
    ).parts
    assert [part.level for part in found] == [HEADER, BELOW_HEADER, BELOW_HEADER | GOES_ON, 2]


def test_rows_that_say_so_are_headers() -> None:
    """Also where their cells have digits; else a first row that alone is bold."""
    stated = "<w:tblHeader/>"
    bold = cell(p(run("Month", "<w:b/>"))), cell(p(run("Fee", "<w:b/>")))
    found = told(
        table(row("Year", "2023", properties=stated), row("Fee", "9"))
        + p("Then:")
        + table(row(*bold), row("May", "nine"))
    ).parts
    assert [part.level for part in found] == [1, 2, 0, 1, 2]


def test_rows_that_name_groups_are_no_values_of_a_column() -> None:
    """The first row names the columns all the same."""
    wide = '<w:gridSpan w:val="3"/>'
    found = told(
        table(
            row("Service", "Short", "Long"),
            row(cell("Women", properties=wide)),
            row("Cut", "42", "51"),
            row(cell("Men", properties=wide)),
            row("Cut", "28", "35"),
        )
    ).parts
    assert [part.level for part in found] == [HEADER, *[BELOW_HEADER] * 4]


def test_headings_in_a_table_are_cells() -> None:
    """A style does not make a row a heading."""
    found = told(table(row(cell(p("Pier", style="Heading1")), "Fee"), row("North", "9"))).parts
    assert found[0].text == "Pier | Fee"
    assert found[0].kind == "row"


def test_a_table_in_a_table_keeps_its_rows() -> None:
    """In its place among the blocks of the cells around it."""
    inner = table(row("oil", "9"), row("rope", "12"))
    assert lines(table(row(cell("Stores:", inner, p()), "North pier"))) == [
        "Stores:",
        "oil | 9",
        "rope | 12",
        "North pier",
    ]


def test_a_table_of_one_column_is_a_frame() -> None:
    """Its paragraphs are paragraphs."""
    found = told(table(row(cell("The lamp is lit.", "It turns."), cell("")))).parts
    assert found == (("The lamp is lit.", "paragraph", 0), ("It turns.", "paragraph", 0))


def test_rows_in_content_controls_and_deleted_rows() -> None:
    """The first are rows like others, the second are gone."""
    wrapped = f"<w:sdt><w:sdtContent>{row('South pier', '7')}</w:sdtContent></w:sdt>"
    gone = row("West pier", "3", properties="<w:del/>")
    assert lines(table(row("North pier", "9"), wrapped, gone)) == [
        "North pier | 9",
        "South pier | 7",
    ]


def test_a_note_in_a_cell_follows_its_row() -> None:
    """It is not part of the row."""
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    found = told(
        table(row("North pier", cell(p("9", mark))), row("South pier", "7")),
        footnotes=f'<w:footnote w:id="1">{p("In winter 5.")}</w:footnote>',
    ).parts
    assert [part.text for part in found] == ["North pier | 9", "In winter 5.", "South pier | 7"]
