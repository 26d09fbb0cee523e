"""Pasted words in, a verdict out: word for word, almost, put together, or not in these texts.

Nothing here is likely: words are compared as they stand in the text. Vectors only look for what
the words may be a translation of, which is never called a quote.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.verifying.exact import standing
from bot.verifying.nearest import nearest
from bot.verifying.pasted import LONGEST_PASTE, Claim, PasteTooLong, quoted, whole
from bot.verifying.places import Place
from bot.verifying.regions import Region, regions
from bot.verifying.sentences import explained, joined, parted
from bot.verifying.translation import translated
from bot.verifying.verified import MOST_PLACES, Verdict, Verified
from index.encoding import Encoder
from index.store import View
from index.text import Span, normalised

# So many sentences of a paste are looked for by themselves: each is a search.
MOST_SENTENCES = 8


def verify(view: View, encoder: Encoder, pasted: str) -> Verified:
    """The verdict on words that are said to be from the texts of a view.

    Raises PasteTooLong for more than `LONGEST_PASTE` code points.
    """
    found = compare(view, pasted)
    if found.verdict is not Verdict.ABSENT or not found.paste:
        return found
    return replace(found, translation=translated(view, encoder, found.paste))


def compare(view: View, pasted: str) -> Verified:
    """`verify` but for translations: by words alone."""
    paste = normalised(pasted)
    if len(paste) > LONGEST_PASTE:
        raise PasteTooLong(len(paste))
    found = _compared(view, paste)
    more = max(0, len(found.places) - MOST_PLACES)
    return replace(found, places=found.places[:MOST_PLACES], more=more)


def _compared(view: View, paste: str) -> Verified:
    """The verdict on a paste, with all its places."""
    claim = whole(paste)
    if not claim.words:
        return Verified(Verdict.ABSENT, paste)
    found = _checked(view, paste, claim, MOST_SENTENCES)
    for claims in quoted(paste):
        if found.verdict is Verdict.VERBATIM or _also_outside(claim, claims, found):
            continue
        most = MOST_SENTENCES // len(claims)
        results = [_checked(view, paste, one, most) for one in claims]
        if any(one.verdict is not Verdict.ABSENT for one in results):
            extents = tuple(one.extent for one in claims)
            return replace(_together(paste, results, extents), quoted=extents)
    return found


def _checked(view: View, paste: str, claim: Claim, most: int) -> Verified:
    """The verdict on one claim; at most so many sentences of it are looked for by themselves."""
    around = _around(view, paste, claim)
    if len(claim.parts) > 1:
        return standing(paste, claim, around) or _in_parts(view, paste, claim, most)
    found = _nearest(paste, claim, around)
    beside = [region for region in around if any(_has(region, one) for one in found.places)]
    results = [
        (part, _nearest(paste, part, beside if is_explained else _around(view, paste, part)))
        for is_explained, part in parted(claim, found, most)
    ]
    return joined(claim, found, results) if results else found


def _around(view: View, paste: str, claim: Claim) -> list[Region]:
    """Where the parts of a claim may stand."""
    return regions(view, [Claim((part,)).extent.of(paste) for part in claim.parts])


def _nearest(paste: str, claim: Claim, around: Sequence[Region]) -> Verified:
    """The verdict on a claim of one part among some regions."""
    return standing(paste, claim, around) or nearest(paste, claim.words, around)


def _has(region: Region, place: Place) -> bool:
    return region.document.doc_id == place.document.doc_id and region.span.contains(place.span)


def _in_parts(view: View, paste: str, claim: Claim, most: int) -> Verified:
    """The verdict on a claim of several parts, each by itself."""
    each = [Claim((part,)) for part in claim.parts]
    results = [_checked(view, paste, one, most // len(each)) for one in each]
    found = _together(paste, results, [one.extent for one in each])
    # Parts of one claim that stand each for itself have been put together.
    apart = found.verdict is Verdict.VERBATIM
    return replace(found, verdict=Verdict.STITCHED) if apart else found


def _together(paste: str, results: Sequence[Verified], extents: Sequence[Span]) -> Verified:
    """One verdict on several claims, or on the parts of one: the worst but for what is absent."""
    verdicts = {one.verdict for one in results}
    if verdicts == {Verdict.ABSENT}:
        return Verified(Verdict.ABSENT, paste)
    places = tuple(place for result in results for place in result.told)
    absent = tuple(
        span
        for one, extent in zip(results, extents, strict=True)
        for span in ((extent,) if one.verdict is Verdict.ABSENT else one.absent)
    )
    worst = next(
        (one for one in (Verdict.STITCHED, Verdict.ALMOST, Verdict.ABSENT) if one in verdicts),
        Verdict.VERBATIM,
    )
    verdict = Verdict.ALMOST if worst is Verdict.ABSENT else worst
    return Verified(verdict, paste, places, absent=absent)


def _also_outside(claim: Claim, claims: Sequence[Claim], found: Verified) -> bool:
    """Whether most words outside the quotation marks stand in the text, too: all is quoted."""
    inside = [one.extent for one in claims]
    same = zip(claim.words, explained(claim.words, found), strict=True)
    outside = [is_same for word, is_same in same
               if not any(one.contains(word.span) for one in inside)]  # fmt: skip
    return not claims or sum(outside) >= len(outside) / 2
