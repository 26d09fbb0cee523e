"""Pasted words beside stored ones: where they are the same, and the nearest where they are not."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from index.wording.matching import Forms

Places = dict[tuple[str, ...], list[int]]
Counts = NDArray[np.int64]

# From so many pairs for each place on, repeated words are counted all at once.
_MANY = 16
# Of so few words every second may be other: then no pair of neighbours is left to go by.
FEW_WORDS = 12
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


def _offset(pasted: Forms, stored: Forms) -> int | None:
    """How far on the stored words stand, by most pairs of neighbours that both have.

    Of a few words by single ones, where they have no pair.
    """
    sizes = [size for size in (2, 1) if size == 1 or len(pasted) > 1]
    for size in sizes[: len(sizes) if len(pasted) <= FEW_WORDS else 1]:
        votes = _votes(_places(pasted, size), _places(stored, size), len(pasted), len(stored))
        offsets = np.flatnonzero(votes)
        if len(offsets):
            break
    else:
        return None
    near = max(3, len(pasted) // 10)
    sums = np.concatenate([[0], np.cumsum(votes)])
    upper, lower = np.minimum(offsets + near + 1, len(votes)), np.maximum(offsets - near, 0)
    around = sums[upper] - sums[lower]
    best = np.lexsort((offsets, -votes[offsets], -around))[0]
    return max(0, int(offsets[best]) - len(pasted))


def _places(forms: Forms, size: int) -> Places:
    """Where each stretch of so many words begins."""
    places: Places = {}
    for place in range(len(forms) - size + 1):
        places.setdefault(tuple(forms[place : place + size]), []).append(place)
    return places


def _votes(pasted: Places, stored: Places, low: int, high: int) -> Counts:
    """How many pairs are so far apart; the first is of those `low` before their place."""
    votes = np.zeros(low + high + 1, np.int64)
    for words, begins in pasted.items():
        places = stored.get(words, ())
        if len(begins) * len(places) > _MANY * len(votes):
            votes += _correlated(begins, places, low, len(votes))
        elif places:
            apart = np.subtract.outer(np.array(places), np.array(begins)).ravel() + low
            votes += np.bincount(apart, minlength=len(votes))
    return votes


def _correlated(begins: Sequence[int], places: Sequence[int], low: int, size: int) -> Counts:
    """The same of words that are repeated often, by Fourier's transform: the sums are small."""
    one, other = np.zeros(2 * size), np.zeros(2 * size)
    one[low - np.array(begins)] = 1
    other[np.array(places)] = 1
    found = np.fft.irfft(np.fft.rfft(one) * np.fft.rfft(other), 2 * size)
    return np.rint(found[:size]).astype(np.int64)


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
