"""What is read of all that could be: the most promising first, others while they may win.

Reading is nine tenths of what an answer costs, and most of what could be read cannot win: its
worth before it is read is too far behind what has been read already.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Rounds:
    """How many are read at first, and how many then at a time; when no more are.

    Reading adds `most` to a worth, as far as anybody counts on it: what would be behind the best
    even so is left. When the first have all added less than `hopeless`, all others are left.

    Those of a round are read at the same time: one that would be left, had those before it been
    read alone, counts as left.
    """

    first: int
    most: float
    hopeless: float = -inf
    then: int = 1


def worth_read(
    promises: Sequence[float], gains: Callable[[list[int]], Sequence[float]], rounds: Rounds
) -> Mapping[int, float]:
    """What each that counts is worth, by its place in `promises`, the worth before it is read.

    `gains` reads those in some places: what that adds to the worth of each.
    """
    left = sorted(range(len(promises)), key=lambda place: -promises[place])
    first, left = left[: rounds.first], left[rounds.first :]
    gained = gains(first)
    found = {place: promises[place] + gain for place, gain in zip(first, gained, strict=True)}
    if max(gained, default=-inf) < rounds.hopeless:
        return found
    while left := [place for place in left if _may_win(promises[place], found, rounds)]:
        now, left = left[: rounds.then], left[rounds.then :]
        for place, gain in zip(now, gains(now), strict=True):
            if _may_win(promises[place], found, rounds):
                found[place] = promises[place] + gain
    return found


def _may_win(promise: float, found: Mapping[int, float], rounds: Rounds) -> bool:
    return promise + rounds.most > max(found.values())
