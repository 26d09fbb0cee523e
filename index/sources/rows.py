"""Rows of cells become blocks: the first row names the columns if it looks like names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.text import BELOW_HEADER, HEADER, Part, reached

_NUMBER = re.compile(r"[\d\s.,:/%€$£+-]*\d[\d\s.,:/%€$£+-]*")


class Row(NamedTuple):
    """The cells; whether one of a row above reaches into it, and one of its own further down."""

    cells: Sequence[str]
    above: bool = False
    below: bool = False


def joined(cells: Sequence[str]) -> str:
    """The cells that have text, and the empty ones before the last of them, parted by " | "."""
    last = max((at for at, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return " | ".join(cells[:last]).rstrip()


def parts_of_rows(rows: Iterable[Row]) -> Iterator[Part]:
    """A block for each row with something in it, cells parted by " | "."""
    level = 0
    for cells, above, below in rows:
        words = [" ".join(cell.split()) for cell in cells]
        said = [cell for cell in words if cell]
        row = joined(words)
        if not said:
            level = 0  # another table may begin below
        elif not level and len(said) > 1 and not any(map(_NUMBER.fullmatch, said)):
            level = BELOW_HEADER
            yield Part(row, "row", HEADER)
        else:
            yield Part(row, "row", reached(level, above=above, below=below))
