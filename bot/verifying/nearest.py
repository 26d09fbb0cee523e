"""Of words that stand nowhere as they are: nearly there, put together, or not there."""

from collections.abc import Sequence

from bot.verifying.differences import What
from bot.verifying.places import Place, place_of
from bot.verifying.regions import Region
from bot.verifying.stitching import pieces_of, stitched
from bot.verifying.verified import Verdict, Verified
from index.text import Span
from index.wording import Run, Stretch, Word, aligned, edits

# The share of the pasted words that are as in the text, from which on they are almost a quote,
# and from which on they are if they are not put together from several.
NEARLY, HALF = 0.75, 0.5
# A paste is put together from runs of words if they are so much of it.
COVERED = 0.8
# Of a longer message these many words in a row are a quote in it.
RECOGNISED = 8
# A paste of fewer words is there or not: nothing of two words is nearly a quote.
FEWEST = 3


def nearest(paste: str, words: Sequence[Word], around: Sequence[Region]) -> Verified:
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
    pieces = pieces_of(forms, around)
    covered = sum(run.length for _, run in pieces)
    apart = not (best and best[0] >= HALF and _all_in(pieces, best[1]))
    if len(pieces) > 1 and apart and covered >= COVERED * len(forms):
        return stitched(paste, words, pieces)
    if best and best[0] >= HALF and len(forms) >= FEWEST:
        return Verified(Verdict.ALMOST, paste, (best[1],))
    recognised = [piece for piece in pieces if piece[1].length >= RECOGNISED]
    if recognised:
        return stitched(paste, words, recognised)
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
