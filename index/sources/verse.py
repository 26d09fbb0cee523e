"""Lines that a writer broke: whether they are kept apart, as in a poem or an address."""

from collections.abc import Sequence

from index.text import introduces

# Lines longer than this, in code points, are prose; of shorter ones so many begin anew.
LONGEST_LINE = 70
_BEGIN_ANEW = 0.8


def is_verse(lines: Sequence[str]) -> bool:
    """Whether three lines or more stand for themselves: short, and nearly all begin anew.

    A line that begins with a small letter goes on with the one before it; one that introduces the
    others may be long.
    """
    longest = max((len(line) for line in lines if not introduces(line)), default=0)
    if len(lines) < 3 or longest > LONGEST_LINE:
        return False
    return sum(not line[:1].islower() for line in lines) >= _BEGIN_ANEW * len(lines)
