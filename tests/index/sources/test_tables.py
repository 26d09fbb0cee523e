"""Tables of pages: cells apart, columns named, and layouts seen through."""

from index.sources.markup import fragment
from index.text import BELOW_HEADER, HEADER, Document, Part, composed, leads
from index.text.blocks import GOES_ON, OPENS


def test_cells_stand_apart() -> None:
    """Also in a row that stands outside any table."""
    row = "<tr><td>Monday</td><td>10</td><td>17</td></tr>"
    assert fragment(row)[0] == (Part("Monday | 10 | 17", "row"),)
    assert fragment(f"<table>{row}</table>")[0] == (Part("Monday | 10 | 17", "row"),)


def test_the_columns_are_named() -> None:
    """By the head, or a first row of nothing but `th`; empty cells keep their place."""
    parts, _ = fragment(
        "<table><caption>Ferries</caption>"
        "<tr><th>Pier</th><th>Weekday</th><th>Sunday</th></tr>"
        "<tr><th>North pier</th><td></td><td>09:40</td></tr>"
        "<tr><td>South pier</td><td>08:10</td><td></td></tr></table>"
    )
    assert parts == (
        Part("Ferries"),
        Part("Pier | Weekday | Sunday", "row", 1),
        Part("North pier | | 09:40", "row", 2),
        Part("South pier | 08:10", "row", 2),
    )


def test_a_title_over_the_table_names_no_columns() -> None:
    """One cell as wide as all of them."""
    parts, _ = fragment(
        "<table><tr><th colspan=2>The pier</th></tr><tr><th>Built</th><td>1934</td></tr></table>"
    )
    assert parts == (Part("The pier", "row"), Part("Built | 1934", "row", GOES_ON))


def test_what_stands_in_a_cell_stays_in_it() -> None:
    """Lines, lists and paragraphs of one cell are one cell."""
    parts, _ = fragment(
        "<table><tr><td>Open</td><td>Monday<br>Tuesday<ul><li>not May</li></ul></td></tr></table>"
    )
    assert parts == (Part("Open | Monday Tuesday not May", "row"),)


def test_tables_that_lay_out_a_page_are_no_tables() -> None:
    """What their cells hold is read as if it stood by itself; tables in them are tables."""
    parts, _ = fragment(
        "<table><tr><td><h2>The pier</h2>It burnt.</td><td>"
        "<table><tr><td>1934</td><td>built</td></tr></table></td></tr></table>"
    )
    assert parts == (
        Part("The pier", "heading", 2),
        Part("It burnt."),
        Part("1934 | built", "row"),
    )


def test_text_between_the_cells_is_not_lost() -> None:
    """Where a page forgets the cell."""
    texts = [part.text for part in fragment("<table>Prices<tr><td>A<td>B</table>")[0]]
    assert texts == ["Prices", "A", "B"]


def test_a_cell_without_a_row_is_not_lost() -> None:
    """Where a page forgets the row."""
    parts, _ = fragment(
        "<table><tr><td>Monday</td><td>10</td></tr><td>No training</td><td>in summer.</td></table>"
    )
    assert " ".join(part.text for part in parts).split() == (
        ["Monday", "10", "No", "training", "in", "summer."]
    )


def test_a_cell_may_reach_down() -> None:
    """What stands beside it stays under its own column, however wide those before it are."""
    parts, _ = fragment(
        "<table><tr><th>Pier</th><th>Day</th><th>Time</th></tr>"
        "<tr><td rowspan=3>North</td><td>Monday</td><td>08:10</td></tr>"
        "<tr><td>Tuesday</td><td rowspan=2>09:40</td></tr><tr><td>Friday</td></tr></table>"
        "<table><tr><td rowspan=2 colspan=2>A</td><td>b</td></tr><tr><td>c</td></tr></table>"
    )
    assert [part.text for part in parts] == [
        "Pier | Day | Time", "North | Monday | 08:10", "| Tuesday | 09:40", "| Friday",
        "A | | b", "| | c",
    ]  # fmt: skip
    assert [part.level for part in parts] == [
        HEADER, BELOW_HEADER, BELOW_HEADER | GOES_ON | OPENS, BELOW_HEADER | GOES_ON, 0, GOES_ON,
    ]  # fmt: skip


def test_a_cell_reaches_to_the_end_of_its_group_at_most() -> None:
    """As `rowspan=0` says, whatever a larger number says."""
    parts, _ = fragment(
        "<table><tbody><tr><td rowspan=0>North</td><td>Monday</td></tr><tr><td>Sunday</td></tr>"
        "</tbody><tbody><tr><td rowspan=9>South</td><td>Friday</td></tr></tbody>"
        "<tbody><tr><td>East</td><td>never</td></tr></tbody></table>"
    )
    assert [part.text for part in parts] == [
        "North | Monday", "| Sunday", "South | Friday", "East | never",
    ]  # fmt: skip


def test_what_stands_beside_a_wide_cell_stays_under_its_column() -> None:
    """Or Monday's boat would leave on Sunday."""
    parts, _ = fragment(
        "<table><tr><th>Pier</th><th>Saturday</th><th>Sunday</th><th>Monday</th></tr>"
        "<tr><td>North</td><td colspan=2>closed</td><td>09:40</td></tr></table>"
    )
    assert parts[1].text == "North | closed | | 09:40"


def test_rows_belong_to_what_stands_over_them() -> None:
    """To the next of its kind; the foot belongs to all of them."""
    parts, _ = fragment(
        "<table><tr><th>Day</th><th>Opens</th></tr><tr><th colspan=2>Summer</th></tr>"
        "<tr><td>Monday</td><td>8</td></tr><tr><th colspan=2>Winter</th></tr>"
        "<tr><td>Monday</td><td>9</td></tr><tfoot><tr><td>Sunday</td><td>never</td></tr></table>"
    )
    text, blocks = composed(parts)
    table = Document("boats.html", "", text, blocks=blocks)
    quoted = [
        [one.of(text) for one in (*leads(table, block.span), block.span)] for block in blocks
    ]
    assert quoted[2] == ["Day | Opens", "Summer", "Monday | 8"]
    assert quoted[4] == ["Day | Opens", "Winter", "Monday | 9"]
    assert quoted[5] == ["Day | Opens", "Sunday | never"]


def test_a_cell_over_all_columns_says_what_those_below_belong_to() -> None:
    """Not one below which nothing stands, nor one in a table that names no columns."""
    wide, rows = "<tr><td colspan=2>{}</td></tr>", "<tr><td>Monday</td><td>8</td></tr>"
    head = "<tr><th>Day</th><th>Opens</th></tr>"
    parts, _ = fragment(
        f"<table>{head}{rows}{wide.format('Winter')}{rows}{wide.format('By day')}</table>"
    )
    assert [part.level for part in parts] == [
        HEADER, BELOW_HEADER, BELOW_HEADER, BELOW_HEADER | GOES_ON, BELOW_HEADER | GOES_ON,
    ]  # fmt: skip
    parts, _ = fragment(f"<table>{wide.format('Winter')}{rows}</table>")
    assert [part.level for part in parts] == [0, 0]


def test_a_table_without_text_has_no_rows() -> None:
    """Whatever it has of cells."""
    assert fragment("<table><tr><td></td><td></td></tr></table><p>Closed.</p>")[0] == (
        Part("Closed."),
    )


def test_head_and_foot_stand_where_the_page_shows_them() -> None:
    """Wherever they are written: a foot before the body was how HTML 4 had it."""
    rows = ["<tr><td>May</td><td>10</td></tr>", "<tr><th>Month</th><th>Fee</th></tr>"]
    foot = "<tfoot><tr><td>Sum</td><td>10</td></tr></tfoot>"
    for written in (
        f"{foot}<tbody>{rows[0]}</tbody><thead>{rows[1]}</thead>",
        f"<thead>{rows[1]}</thead>{foot}<tbody>{rows[0]}</tbody>",
    ):
        assert fragment(f"<table>{written}</table>")[0] == (
            Part("Month | Fee", "row", HEADER),
            Part("May | 10", "row", BELOW_HEADER),
            Part("Sum | 10", "row", BELOW_HEADER),
        )
