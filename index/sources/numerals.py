"""Numbers of list items and headings, as programs write them before the text."""

import re

# How a text begins that has a number of its own, or an initial.
OWN = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]+)[.):]\s")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Roman numbers end before 4,000.
_MOST_ROMAN = 3_999


def numeral(count: int, kind: str) -> str:
    """The number in a kind of HTML's and OpenDocument's: `1`, `a`, `A`, `i`, `I`."""
    if kind in {"i", "I"} and 0 < count <= _MOST_ROMAN:
        found = _roman(count)
    elif kind in {"a", "A"} and count > 0:
        found = _letters(count)
    else:
        return str(count)
    return found.upper() if kind.isupper() else found


def repeats(text: str, number: str) -> bool:
    """Whether a text begins with that number itself, in whatever signs: 3) and 3."""
    own = re.escape(number.strip(" ().:"))
    return bool(own) and re.match(rf"\(?{own}[.):]\s", text) is not None


def _letters(count: int) -> str:
    """A to z, then aa: as letters follow each other in spreadsheets."""
    found = ""
    while count:
        count, rest = divmod(count - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def _roman(count: int) -> str:
    found = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        found += letters * times
    return found
