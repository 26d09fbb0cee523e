"""Cells of a sheet that reach over several rows (ECMA-376 part 1, 18.3.1.55).

What reads sheets row by row does not tell of them.
"""

import re

_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']\$?[A-Z]+\$?(\d{1,7}):\$?[A-Z]+\$?(\d{1,7})"
)


def merged(data: bytes) -> dict[int, int]:
    """By row of a sheet, from 1, the last that a cell of it reaches down to."""
    found: dict[int, int] = {}
    for first, last in (tuple(map(int, ends)) for ends in _MERGED.findall(data)):
        if last > first:
            found[first] = max(last, found.get(first, 0))
    return found
