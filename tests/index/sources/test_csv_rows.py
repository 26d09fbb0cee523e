"""Tables of plain text: every cell as it was written."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources.csv_rows import read
from index.sources.loader import File

HEADER = ["id", "name", "note"]
CELLS = st.text("ab1 ,;|'\"\n", max_size=8)


def _rows(data: str, name: str = "a.csv") -> list[str]:
    (found,) = read(File(name, data.encode()))
    return [part.text for part in found.parts]


def _written(rows: list[list[str]], delimiter: str) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6), st.sampled_from(",;\t|"))
def test_what_was_written_is_read_cell_by_cell(
    rows: list[tuple[str, str, str]], delimiter: str
) -> None:
    """Quotation marks, what parts cells and lines' ends stand in cells, too."""
    kept = [[" ".join(cell.split()) for cell in row] for row in rows]
    for row in kept:
        while row and not row[-1]:
            row.pop()
    assert _rows(_written([HEADER, *map(list, rows)], delimiter)) == [
        "id | name | note",
        *(" | ".join(row) for row in kept if row),
    ]


def test_what_is_quoted_far_below_is_read_as_at_the_head() -> None:
    """A guess from the first rows knows of no quotation marks."""
    rows = [[str(n), "Bo", "The boat is in the harbour."] for n in range(1_000)]
    rows.append(["1000", "Ann", 'She said "hello" to him, twice'])
    assert _rows(_written([HEADER, *rows], ","))[-1] == (
        '1000 | Ann | She said "hello" to him, twice'
    )


@pytest.mark.parametrize(
    ("data", "last"),
    [
        ("id;text\n1;it's, 'quoted', and more\n", "1 | it's, 'quoted', and more"),
        ("pier;fee\nNorth;1,50\nSouth;2,75\n", "South | 2,75"),
        ('a, "b, c"\nd, e\n', "d | e"),
        ("sep=;\na,b;c\n", "a,b | c"),
        ("name\nAnn\n", "Ann"),
        ("text\nIt is open.\nIt is old; it leaks.\n", "It is old; it leaks."),
    ],
)
def test_what_parts_the_cells(data: str, last: str) -> None:
    """That which cuts the rows alike, whatever else stands in them; or what is said above."""
    assert _rows(data)[-1] == last
