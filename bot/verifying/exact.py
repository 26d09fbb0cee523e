"""Where a paste stands as it is, its parts in order, with no more left out than it may say."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from bot.verifying.differences import ends_between
from bot.verifying.pasted import Claim
from bot.verifying.places import Place, chained, place_of
from bot.verifying.regions import MOST_SAME, Region
from bot.verifying.verified import Verdict, Verified
from index.wording import Stretch

# Words that a paste says are left out are no more than these, in code points: about a page's
# half. What is further apart was put together.
MOST_LEFT_OUT = 1_000
# Parts of fewer words stand in one sentence with what they belong to.
FEWEST = 3
# So many words of places that have all of a paste are compared mark by mark, half a second's work.
MOST_COMPARED = 40_000


def standing(paste: str, claim: Claim, around: Sequence[Region]) -> Verified | None:
    """The verdict on a claim whose parts all stand in one place; None where they do in none."""
    stands = _exact(paste, claim, around)
    if not stands:
        return None
    best = sorted(stands, key=lambda one: (len(one.differences), len(one.apart)))
    places = tuple(one for one in best if not one.differences)[:MOST_SAME]
    if places:
        return Verified(Verdict.VERBATIM, paste, places)
    return Verified(Verdict.ALMOST, paste, (best[0],))


def _exact(paste: str, claim: Claim, around: Sequence[Region]) -> list[Place]:
    """Where all the parts of a claim stand; no more than what is shown, and can be looked at."""
    found: list[Place] = []
    same = 0
    for place in islice(_chains(paste, claim, around), max(1, MOST_COMPARED // len(claim.words))):
        found.append(place)
        same += not (place.differences or place.apart)
        if same == MOST_SAME:
            break
    return found


def _chains(paste: str, claim: Claim, around: Sequence[Region]) -> Iterator[Place]:
    """Where all the parts of a claim stand, in order, no more left out than one may."""
    parts = [[word.form for word in part] for part in claim.parts]
    for region in around:
        for start in region.stored.occurrences(parts[0]):
            starts = _starts(parts, region, start)
            if len(starts) < len(parts):
                break  # what does not stand after this does not stand after later ones
            chain = [
                place_of(paste, part, region, [Stretch(True, 0, len(part), at, at + len(part))])
                for part, at in zip(claim.parts, starts, strict=True)
            ]
            if all(_may_leave_out(a, b, claim) for a, b in pairwise(chain)):
                yield chained(chain)


def _starts(parts: Sequence[Sequence[str]], region: Region, start: int) -> list[int]:
    """Where the parts stand, each as early as it can after the one before; as far as they do."""
    starts: list[int] = []
    for part in parts:
        at = next(region.stored.occurrences(part, start), None)
        if at is None:
            break
        starts.append(at)
        start = at + len(part)
    return starts


def _may_leave_out(one: Place, other: Place, claim: Claim) -> bool:
    """Whether what is between two places is little; a few words must be of the same sentence."""
    text, start, end = one.document.text, one.span.end, other.span.start
    if end - start > MOST_LEFT_OUT:
        return False
    few = min(map(len, claim.parts)) < FEWEST
    return not (few and ends_between(text, start, end))
