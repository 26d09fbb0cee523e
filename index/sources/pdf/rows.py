"""Rows of a table: which names the columns, and rows that are steps of a list."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.text import BELOW_HEADER, HEADER, reached

# What a counted row says: words, not a number or a name.
_SAYS = re.compile(r"[^\W\d_]{2}.* [^\W_]")


@dataclass(slots=True)
class Row:
    """The lines of each of its cells; `bold` says that all are.

    `above` says that a cell reaches into it from above, `below` that one of its own reaches
    further down. `level` is that of a block, `counted` says that it is a step of a list.
    """

    cells: list[list[str]]
    bold: bool
    above: bool = False
    below: bool = False
    level: int = 0
    counted: bool = False

    @property
    def texts(self) -> list[str]:
        """What its cells say."""
        return [" ".join(lines) for lines in self.cells]


@dataclass(slots=True)
class Table:
    """Rows that follow each other; empty cells keep their place."""

    rows: list[Row]


def table_of(rows: Sequence[Row]) -> Table:
    """The table of the rows, told which of them names the columns."""
    counted = _counts_up([row.texts for row in rows])
    named = not counted and len(rows) > 1 and _names_columns(rows)
    for place, row in enumerate(rows):
        row.counted = counted
        level = 0 if not named else HEADER if place == 0 else BELOW_HEADER
        row.level = reached(level, above=row.above, below=row.below)
    return Table([*rows])


def _counts_up(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row is only a number, one more than that above it, and what it is of.

    So steps are set whose numbers have no full stop.
    """
    if len(rows) < 2 or any(len(row) != 2 or not row[0].isdecimal() for row in rows):
        return False
    numbers = [int(row[0]) for row in rows]
    said = sum(bool(_SAYS.search(row[1])) for row in rows)
    return numbers == [*range(numbers[0], numbers[0] + len(rows))] and said == len(rows)


def _names_columns(rows: Sequence[Row]) -> bool:
    """Whether the first row is of names: it alone bold, or without digits over columns of them."""
    first, others = rows[0].texts, [row.texts for row in rows[1:]]
    if not all(first[1:]) or _has_digit("".join(first)):
        return False
    if rows[0].bold and not any(row.bold for row in rows[1:]):
        return True
    return len(first) > 2 and any(
        _are_numbers(row[column] for row in others) for column in range(1, len(first))
    )


def _are_numbers(texts: Iterable[str]) -> bool:
    """Whether there are any, and all have digits."""
    said = [text for text in texts if text]
    return bool(said) and all(map(_has_digit, said))


def _has_digit(text: str) -> bool:
    return any(one.isdigit() for one in text)
