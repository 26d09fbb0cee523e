"""How deep signs are set in others that are read the other way (levels of UAX 9), by their places.

What stands on a page does not tell all: in a Hebrew line "40 USD" and "USD 40" look the same. A
number right of a Latin word is taken for a part of its name (Windows 10) if the word is longer
than units are, else it is read first.
"""

import re
from collections.abc import Sequence

# By kinds of signs, as they stand from left to right ("|" is wide room): phrases and numbers in a
# line that is read to the left. Among Arabic letters a hyphen parts numbers, and a sign of per
# cent is none of them.
_PHRASE = r"(?:N[N,+%]*)?L(?:[^R|]*L)?(?:[,+%]?N)*(?:(?<=LLLL)ON(?:[,+]?N)*)?"
_AMONG_HEBREW = re.compile(rf"{_PHRASE}|%*N(?:[,+]?N)*%*")
_AMONG_ARABIC = re.compile(rf"{_PHRASE}|N(?:,?N)*")
# The same of one that is read to the right, and the numbers in it.
_LEFTWARD, _NUMBER = re.compile(r"R(?:[^L|]*R)?"), re.compile(r"N(?:[,+]?N)*")


def levels(kinds: str, *, leftward: bool, arabic: bool) -> list[int]:
    """Of each sign of a line, from left to right: odd levels are read to the left.

    `leftward` is the page, `arabic` the line; the line is read as most of its
    letters are, or as the page if it begins or ends so.
    """
    strong = re.sub("[^LR]", "", kinds)
    right, left = strong.count("R"), strong.count("L")
    if right > left or (leftward and (right == left or "R" in {strong[0], strong[-1]})):
        look = _AMONG_ARABIC if arabic else _AMONG_HEBREW
        return [1 + deeper for deeper in _within(look, kinds)]
    numbers = _within(_NUMBER, kinds)
    return [
        one and one + number
        for one, number in zip(_within(_LEFTWARD, kinds), numbers, strict=True)
    ]


def order(depths: Sequence[int]) -> list[int]:
    """The places in the order of reading: rule L2 of UAX 9, which is its own inverse."""
    found = [*range(len(depths))]
    for level in range(max(depths, default=0), 0, -1):
        start = 0
        for end in range(len(found) + 1):
            if end == len(found) or depths[found[end]] < level:
                found[start:end] = found[start:end][::-1]
                start = end + 1
    return found


def _within(look: "re.Pattern[str]", kinds: str) -> list[int]:
    found = [0] * len(kinds)
    for run in look.finditer(kinds):
        found[run.start() : run.end()] = [1] * len(run[0])
    return found
