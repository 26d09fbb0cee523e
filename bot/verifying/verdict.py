"""Pasted words in, a verdict out: word for word, almost, put together, or not in these texts.

Nothing here is likely: words are compared as they stand in the text. Vectors only look for what
the words may be a translation of, which is never called a quote.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, islice, pairwise

from bot.verifying.differences import What, ends_between
from bot.verifying.pasted import LONGEST_PASTE, Claim, quoted, whole
from bot.verifying.places import Place, chained, place_of
from bot.verifying.regions import MOST_SAME, Region, regions
from bot.verifying.translation import translated
from index.encoding import Encoder
from index.store import View
from index.text import Span, normalised
from index.wording import Run, Stretch, Word, aligned, edits

# Words that a paste says are left out are no more than these, in code points: about a page's
# half. What is further apart was put together.
MOST_LEFT_OUT = 1_000
# The share of the pasted words that are as in the text, from which on they are almost a quote,
# and from which on they are if they are not put together from several.
NEARLY, HALF = 0.75, 0.5
# A paste is put together from runs of words if they are so much of it.
COVERED = 0.8
# Of a longer message these many words in a row are a quote in it.
RECOGNISED = 8
# A paste of fewer words is there or not: nothing of two words is nearly a quote.
FEWEST = 3
# So many words of places that have all of a paste are compared mark by mark, half a second's work.
MOST_COMPARED = 40_000
# So many places of a verdict are told, and the others counted: words that are repeated can be put
# together from thousands.
MOST_PLACES = 25


class Verdict(StrEnum):
    """What a paste is to the texts."""

    VERBATIM = "verbatim"
    ALMOST = "almost"
    STITCHED = "stitched"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Verified:
    """A verdict on `paste`, normalised as texts are, with the places that it is about.

    Of words that stand in several places `verbatim` has each, at most five; `almost` has the
    nearest; `stitched` one for each piece, in the paste's order. `quoted` is what was compared,
    where that is only what stands between the quotation marks of a paste. `translation` is what
    absent words read like a translation of. Beyond the first `MOST_PLACES` places the others are
    counted: they are `more`.
    """

    verdict: Verdict
    paste: str
    places: tuple[Place, ...] = ()
    quoted: tuple[Span, ...] = ()
    translation: Place | None = None
    more: int = 0


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
            return replace(_together(paste, results), quoted=extents)
    return found


def _checked(view: View, paste: str, claim: Claim) -> Verified:
    """The verdict on one claim."""
    texts = [_extent(Claim((part,))).of(paste) for part in claim.parts]
    around = regions(view, texts)
    exact = _exact(paste, claim, around)
    if exact:
        best = sorted(exact, key=lambda one: (len(one.differences), len(one.apart)))
        places = tuple(one for one in best if not one.differences)[:MOST_SAME]
        if places:
            return Verified(Verdict.VERBATIM, paste, places)
        return Verified(Verdict.ALMOST, paste, (best[0],))
    if len(claim.parts) > 1:
        parts = [_checked(view, paste, Claim((part,))) for part in claim.parts]
        return _together(paste, parts, claim)
    return _nearest(paste, claim.words, around)


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


def _nearest(paste: str, words: Sequence[Word], around: Sequence[Region]) -> Verified:
    """Almost, or put together, or not there: of words that stand nowhere as they are."""
    forms = [word.form for word in words]
    best: tuple[float, Place] | None = None
    for region in around:
        stretches = aligned(forms, region.forms)
        if stretches:
            place = place_of(paste, words, region, stretches)
            alike = _alike(stretches, place, len(forms))
            if best is None or (alike, -_grave(place)) > (best[0], -_grave(best[1])):
                best = alike, place
    if best and not best[1].differences:
        return Verified(Verdict.VERBATIM, paste, (best[1],))
    if best and best[0] >= NEARLY and len(forms) >= FEWEST:
        return Verified(Verdict.ALMOST, paste, (best[1],))
    pieces = _pieces(forms, around)
    covered = sum(run.length for _, run in pieces)
    apart = not (best and best[0] >= HALF and _all_in(pieces, best[1]))
    if len(pieces) > 1 and apart and covered >= COVERED * len(forms):
        return _stitched(paste, words, pieces)
    if best and best[0] >= HALF and len(forms) >= FEWEST:
        return Verified(Verdict.ALMOST, paste, (best[1],))
    recognised = [piece for piece in pieces if piece[1].length >= RECOGNISED]
    if recognised:
        return _stitched(paste, words, recognised)
    return Verified(Verdict.ABSENT, paste)


def _all_in(pieces: Sequence[tuple[Region, Run]], place: Place) -> bool:
    """Whether all pieces are from one place: then it was changed, and nothing put together."""
    spans = (
        (region.document, Span(region.words[run.stored].span.start,
                               region.words[run.stored + run.length - 1].span.end))
        for region, run in pieces
    )  # fmt: skip
    return all(document == place.document and place.span.contains(span)
               for document, span in spans)  # fmt: skip


def _alike(stretches: Sequence[Stretch], place: Place, pasted: int) -> float:
    """The share of the pasted words that are as in the text, less what is lost."""
    return 1.0 - edits(stretches) / pasted if place.differences else 1.0


def _grave(place: Place) -> int:
    """How many of its differences turn what is said: a negation, another number, another name."""
    return sum(one.what is not What.WORDS for one in place.differences)


def _pieces(forms: Sequence[str], around: Sequence[Region]) -> list[tuple[Region, Run]]:
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


def _stitched(paste: str, words: Sequence[Word], pieces: Sequence[tuple[Region, Run]]) -> Verified:
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


def _together(paste: str, results: Sequence[Verified], claim: Claim | None = None) -> Verified:
    """One verdict on several claims, or on the parts of one: the worst but for what is absent.

    Parts of one claim that stand each for itself have been put together.
    """
    places = tuple(one for result in results for one in result.places[:1] or ())
    if any(one.verdict is Verdict.STITCHED for one in results):
        places = tuple(one for result in results for one in _own(result))
        return Verified(Verdict.STITCHED, paste, places)
    verdicts = {one.verdict for one in results}
    if verdicts == {Verdict.ABSENT}:
        return Verified(Verdict.ABSENT, paste)
    if verdicts != {Verdict.VERBATIM}:
        return Verified(Verdict.ALMOST, paste, places)
    if claim is None:
        return Verified(Verdict.VERBATIM, paste, places)
    return Verified(Verdict.STITCHED, paste, places)


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
