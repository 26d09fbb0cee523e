"""Runs of words that a paste has been put together from."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from bot.verifying.places import place_of
from bot.verifying.regions import Region
from bot.verifying.verified import Verdict, Verified
from index.wording import Run, Stretch, Word


def pieces_of(forms: Sequence[str], around: Sequence[Region]) -> list[tuple[Region, Run]]:
    """The longest runs that together have most of the words, in the paste's order."""
    found = [(region, run) for region in around for run in region.stored.runs(forms)]
    found.sort(key=lambda one: -one[1].length)  # the likeliest region first among equals
    free, chosen = bytearray(b"\1" * len(forms)), []
    for region, run in found:
        end = run.pasted + run.length
        begin, count = free.find(1, run.pasted, end), free.count(1, run.pasted, end)
        if count < 4 or free.rfind(1, run.pasted, end) - begin + 1 != count:
            continue
        chosen.append((region, Run(begin, run.stored + begin - run.pasted, count)))
        free[begin : begin + count] = bytes(count)
    chosen += _left_over(forms, free, around)
    return sorted(chosen, key=lambda one: one[1].pasted)


def _left_over(
    forms: Sequence[str], free: bytearray, around: Sequence[Region]
) -> Iterator[tuple[Region, Run]]:
    """What is too short to be a run, but all there is between others, and stands somewhere."""
    for is_free, places in groupby(range(len(forms)), key=lambda place: free[place]):
        stretch = list(places)
        if not is_free or len(stretch) < 2:
            continue
        words = forms[stretch[0] : stretch[-1] + 1]
        found = ((region, at) for region in around for at in region.stored.occurrences(words))
        yield from ((region, Run(stretch[0], at, len(stretch))) for region, at in islice(found, 1))


def stitched(paste: str, words: Sequence[Word], pieces: Sequence[tuple[Region, Run]]) -> Verified:
    """Pieces as places, with the words between them that stand in none as added to the former."""
    places = []
    for place, (region, run) in enumerate(pieces):
        start = 0 if place == 0 else run.pasted
        end = pieces[place + 1][1].pasted if place + 1 < len(pieces) else len(words)
        stretches = _around(run, start, end)
        places.append(place_of(paste, words[start:end], region, stretches))
    verdict = Verdict.STITCHED if len(places) > 1 else Verdict.ALMOST
    return Verified(verdict, paste, tuple(places))


def _around(run: Run, start: int, end: int) -> list[Stretch]:
    """A run, and what is pasted before and after it, counted from `start`."""
    first, last, stored = run.pasted - start, run.pasted + run.length - start, run.stored
    after = stored + run.length
    found = [
        Stretch(False, 0, first, stored, stored),
        Stretch(True, first, last, stored, after),
        Stretch(False, last, end - start, after, after),
    ]
    return [one for one in found if one.pasted < one.pasted_end]
