"""Pasted words in, a verdict out: word for word, almost, put together, or not in these texts.

Nothing here is likely: words are compared as they stand in the text. Vectors only look for what
the words may be a translation of, which is never called a quote.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.verifying.exact import exact
from bot.verifying.nearest import nearest
from bot.verifying.pasted import LONGEST_PASTE, Claim, quoted, whole
from bot.verifying.places import Place
from bot.verifying.regions import MOST_SAME, regions
from bot.verifying.translation import translated
from bot.verifying.verified import MOST_PLACES, Verdict, Verified
from index.encoding import Encoder
from index.store import View
from index.text import Span, normalised


def verify(view: View, encoder: Encoder, pasted: str) -> Verified:
    """The verdict on words that are said to be from the texts of a view.

    More than `LONGEST_PASTE` code points are cut off.
    """
    found = compare(view, pasted)
    if found.verdict is not Verdict.ABSENT or not found.paste:
        return found
    return replace(found, translation=translated(view, encoder, found.paste))


def compare(view: View, pasted: str) -> Verified:
    """`verify` but for translations: by words alone."""
    found = _compared(view, normalised(pasted)[:LONGEST_PASTE])
    more = max(0, len(found.places) - MOST_PLACES)
    return replace(found, places=found.places[:MOST_PLACES], more=more)


def _compared(view: View, paste: str) -> Verified:
    """The verdict on a paste, with all its places."""
    claim = whole(paste)
    if not claim.words:
        return Verified(Verdict.ABSENT, paste)
    found = _checked(view, paste, claim)
    for claims in quoted(paste):
        if found.verdict is Verdict.VERBATIM or _also_outside(claim, claims, found):
            continue
        results = [_checked(view, paste, one) for one in claims]
        if any(one.verdict is not Verdict.ABSENT for one in results):
            extents = tuple(_extent(one) for one in claims)
            return replace(_together(paste, results, extents), quoted=extents)
    return found


def _checked(view: View, paste: str, claim: Claim) -> Verified:
    """The verdict on one claim."""
    texts = [_extent(Claim((part,))).of(paste) for part in claim.parts]
    around = regions(view, texts)
    if stands := exact(paste, claim, around):
        best = sorted(stands, key=lambda one: (len(one.differences), len(one.apart)))
        places = tuple(one for one in best if not one.differences)[:MOST_SAME]
        if places:
            return Verified(Verdict.VERBATIM, paste, places)
        return Verified(Verdict.ALMOST, paste, (best[0],))
    if len(claim.parts) > 1:
        each = [Claim((part,)) for part in claim.parts]
        found = _together(paste, [_checked(view, paste, one) for one in each], map(_extent, each))
        # Parts of one claim that stand each for itself have been put together.
        apart = found.verdict is Verdict.VERBATIM
        return replace(found, verdict=Verdict.STITCHED) if apart else found
    return nearest(paste, claim.words, around)


def _together(paste: str, results: Sequence[Verified], extents: Iterable[Span]) -> Verified:
    """One verdict on several claims, or on the parts of one: the worst but for what is absent."""
    verdicts = {one.verdict for one in results}
    if verdicts == {Verdict.ABSENT}:
        return Verified(Verdict.ABSENT, paste)
    places = tuple(one for result in results for one in _own(result))
    absent = tuple(
        extent
        for one, extent in zip(results, extents, strict=True)
        if one.verdict is Verdict.ABSENT
    )
    worst = next(
        (one for one in (Verdict.STITCHED, Verdict.ALMOST, Verdict.ABSENT) if one in verdicts),
        Verdict.VERBATIM,
    )
    verdict = Verdict.ALMOST if worst is Verdict.ABSENT else worst
    return Verified(verdict, paste, places, absent=absent)


def _own(result: Verified) -> Sequence[Place]:
    return result.places if result.verdict is Verdict.STITCHED else result.places[:1]


def _also_outside(claim: Claim, claims: Sequence[Claim], found: Verified) -> bool:
    """Whether most words outside the quotation marks stand in the text, too: all is quoted."""
    inside = [_extent(one) for one in claims]
    outside = [word.span for word in claim.words
               if not any(one.contains(word.span) for one in inside)]  # fmt: skip
    if not claims or not outside:
        return True
    same = bytearray(claim.words[-1].span.end)
    for place in found.places:
        same[place.pasted.start : place.pasted.end] = b"\1" * len(place.pasted)
    for one in (one for place in found.places for one in place.differences):
        same[one.pasted.start : one.pasted.end] = bytes(len(one.pasted))
    return sum(same[span.start] for span in outside) >= len(outside) / 2


def _extent(claim: Claim) -> Span:
    words = claim.words
    return Span(words[0].span.start, words[-1].span.end)
