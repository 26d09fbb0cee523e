"""Pasted words beside stored ones: where they are the same, and the nearest where they are not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

Forms = Sequence[str]

# A run of so many words that are the same is no chance.
SHORTEST_RUN = 4
# So many words at an end of a paste may stand in the place of stored ones; more were added.
FEW = 3
# The first word may stand so much further on, the last so much before.
TRIED = 40


class Stretch(NamedTuple):
    """Pasted words `[pasted, pasted_end)` beside stored ones; `same` if they are equal."""

    same: bool
    pasted: int
    pasted_end: int
    stored: int
    stored_end: int


class Run(NamedTuple):
    """Words that are the same, one after the other, in both."""

    pasted: int
    stored: int
    length: int


def occurrences(pasted: Forms, stored: Forms, start: int = 0) -> Iterator[int]:
    """Where in `stored`, from word `start` on, all of the pasted words stand."""
    hay = f" {' '.join(stored[start:])} "
    needle = f" {' '.join(pasted)} "
    place, words, counted = hay.find(needle), 0, 0
    while place >= 0:
        words += hay.count(" ", counted, place)
        counted = place
        yield start + words
        place = hay.find(needle, place + 1)


def aligned(pasted: Forms, stored: Forms) -> list[Stretch]:
    """The pasted words beside the nearest stretch of stored ones, in order; [] if none is near.

    By Levenshtein's distance in words, around where most pairs of neighbouring words agree.
    """
    offset = _offset(pasted, stored)
    if offset is None:
        return []
    slack = max(10, len(pasted) // 4)
    first = max(0, offset - slack)
    wide = _beside(pasted, stored, first, offset + len(pasted) + slack)
    bounds = _bounds(wide, len(stored))
    return _merged(_beside(pasted, stored, *_tight(pasted, stored, *bounds))) if bounds else []


def _beside(pasted: Forms, stored: Forms, start: int, end: int) -> list[Stretch]:
    """The pasted words beside those of a window, by Levenshtein's distance in words."""
    codes = Levenshtein.opcodes(pasted, stored[start:end])
    return [Stretch(one.tag == "equal", one.src_start, one.src_end, one.dest_start + start,
                    one.dest_end + start) for one in codes]  # fmt: skip


def edits(stretches: Sequence[Stretch]) -> int:
    """How many words are other, lost or added."""
    return sum(max(one.pasted_end - one.pasted, one.stored_end - one.stored)
               for one in stretches if not one.same)  # fmt: skip


def runs(pasted: Forms, stored: Forms) -> Iterator[Run]:
    """The longest runs of at least `SHORTEST_RUN` words that both have; they may overlap."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(stored) - SHORTEST_RUN + 1):
        places.setdefault(tuple(stored[place : place + SHORTEST_RUN]), []).append(place)
    for begin in range(len(pasted) - SHORTEST_RUN + 1):
        for place in places.get(tuple(pasted[begin : begin + SHORTEST_RUN]), ()):
            if begin and place and pasted[begin - 1] == stored[place - 1]:
                continue  # inside a longer one
            length = SHORTEST_RUN
            while (
                begin + length < len(pasted)
                and place + length < len(stored)
                and pasted[begin + length] == stored[place + length]
            ):
                length += 1
            yield Run(begin, place, length)


def _offset(pasted: Forms, stored: Forms) -> int | None:
    """How far on the stored words stand, by most pairs of neighbours that both have."""
    size = 2 if len(pasted) > 1 else 1
    places: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(stored) - size + 1):
        places.setdefault(tuple(stored[place : place + size]), []).append(place)
    votes = Counter(
        place - begin
        for begin in range(len(pasted) - size + 1)
        for place in places.get(tuple(pasted[begin : begin + size]), ())
    )
    if not votes:
        return None
    near = max(3, len(pasted) // 10)
    around = {one: sum(votes.get(one + by, 0) for by in range(-near, near + 1)) for one in votes}
    return max(0, max(votes, key=lambda one: (around[one], votes[one], -one)))


def _bounds(found: list[Stretch], stored: int) -> tuple[int, int] | None:
    """Of the stored words those from the first that is the same to the last; None for none.

    A few that are the same by chance, with more between them and the others than they are, count
    as other words. Beside other words at an end stand as many stored ones, if they are few.
    """
    same = [one for one in found if one.same]
    while len(same) > 1 and _far(same[0], same[1], same[0]):
        same = same[1:]
    while len(same) > 1 and _far(same[-2], same[-1], same[-1]):
        same = same[:-1]
    if not same:
        return None
    before, after = same[0].pasted, found[-1].pasted_end - same[-1].pasted_end
    start = same[0].stored - (before if before <= FEW else 0)
    end = same[-1].stored_end + (after if after <= FEW else 0)
    return max(0, start), min(stored, end)


def _tight(pasted: Forms, stored: Forms, start: int, end: int) -> tuple[int, int]:
    """The bounds, later or earlier where the first or last word stands again and fits as well."""
    firsts = [at for at in range(start, min(end, start + TRIED)) if stored[at] == pasted[0]]
    begin = min([start, *firsts], key=lambda at: (_distance(pasted, stored[at:end]), -at))
    lasts = [
        at for at in range(max(begin + 1, end - TRIED), end + 1) if stored[at - 1] == pasted[-1]
    ]
    return begin, min([end, *lasts], key=lambda at: (_distance(pasted, stored[begin:at]), at))


def _distance(pasted: Forms, stored: Forms) -> int:
    return Levenshtein.distance(pasted, stored)


def _far(one: Stretch, other: Stretch, alone: Stretch) -> bool:
    """Whether more stored words are between two stretches than one of them justifies."""
    return other.stored - one.stored_end > 2 * (alone.pasted_end - alone.pasted)


def _merged(found: Sequence[Stretch]) -> list[Stretch]:
    """Neighbours that are other words as one."""
    merged: list[Stretch] = []
    for one in found:
        if merged and not one.same and not merged[-1].same:
            before = merged.pop()
            one = Stretch(False, before.pasted, one.pasted_end, before.stored, one.stored_end)
        merged.append(one)
    return merged
