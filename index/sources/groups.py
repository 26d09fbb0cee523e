"""Rows of a table below the name of their group: "Men", and in the next rows what men pay."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from index.text import BELOW_HEADER, HEADER, Part, reached

# A row of one cell names a group where so many of its table do, and the first of them does: else
# what stands in the other cells may only be unknown.
_FEWEST = 2


def grouped(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts; rows below one that names their group go on from it, up to the next such one.

    It has text in its first column only, above a row with more, in a table that names its columns.
    """
    for below, run in groupby(parts, key=_is_below_header):
        rows = [*run]
        yield from _in_groups(rows) if below else rows


def _is_below_header(part: Part) -> bool:
    return part.kind == "row" and part.level not in {0, HEADER}


def _in_groups(rows: Sequence[Part]) -> Iterator[Part]:
    following = [*rows[1:], Part("")]
    names = [_names_group(row, below) for row, below in zip(rows, following, strict=True)]
    groups = names[0] and sum(names) >= _FEWEST
    for row, below, name in zip(rows, following, names, strict=True):
        if not groups or name or row.level != BELOW_HEADER:
            yield row
            continue
        opens = _is_below_header(below) and below.level != BELOW_HEADER
        yield row._replace(level=reached(row.level, above=True, below=opens))


def _names_group(row: Part, below: Part) -> bool:
    alone = not row.text.startswith("|") and " | " not in row.text
    return alone and row.level == below.level == BELOW_HEADER and " | " in below.text
