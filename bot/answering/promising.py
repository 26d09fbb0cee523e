"""What is read of all that could be: the most promising first, others while they may win.

Reading is nine tenths of what an answer costs, and most of what could be read cannot win: its
worth before it is read is too far behind what has been read already.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Turns:
    """How many are read at first, and how many then at a time; when no more are.

    Reading adds `most` to a worth, as far as anybody counts on it: what would be behind the best
    even so is left. When the first have all added less than `hopeless`, all others are left.
    """

    first: int
    most: float
    hopeless: float = -inf
    then: int = 1


def worth_read(
    promises: Sequence[float], gains: Callable[[list[int]], Sequence[float]], turns: Turns
) -> Mapping[int, float]:
    """What each that is read is worth, by its place in `promises`, the worth before it is read.

    `gains` reads those in some places: what that adds to the worth of each.
    """
    left = sorted(range(len(promises)), key=lambda place: -promises[place])
    found: dict[int, float] = {}
    number = turns.first
    while left:
        now, left = left[:number], left[number:]
        gained = dict(zip(now, gains(now), strict=True))
        found |= {place: promises[place] + gain for place, gain in gained.items()}
        if len(found) == len(gained) and max(gained.values()) < turns.hopeless:
            break
        number, best = turns.then, max(found.values())
        left = [place for place in left if promises[place] + turns.most > best]
    return found
