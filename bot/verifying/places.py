"""Where pasted words stand, with what is other there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.verifying.cut_off import cut_off
from bot.verifying.differences import (
    Apart,
    Difference,
    Texts,
    What,
    apart,
    differences,
    ends_between,
)
from bot.verifying.regions import Region
from index.text import Document, Span, trim
from index.wording import Stretch, Word, negated


@dataclass(frozen=True, slots=True)
class Place:
    """Stored words that pasted ones stand beside.

    `spans` are stretches of the document's text, in order: several where the paste says that
    words are left out. `pasted` are the words of the paste that are compared. `differences` are
    those in words, the gravest first; `apart` is what is no word and yet other.
    """

    document: Document
    spans: tuple[Span, ...]
    pasted: Span
    differences: tuple[Difference, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def text(self) -> str:
        """The stored words, each stretch on a line of its own."""
        return "\n".join(span.of(self.document.text) for span in self.spans)


def place_of(
    paste: str, words: Sequence[Word], region: Region, stretches: Sequence[Stretch]
) -> Place:
    """Pasted words beside those of a region, as they were aligned."""
    stretches = _within_sentences(stretches, region)
    texts = Texts(paste, words, region.document.text, region.words)
    first = next(one for one in stretches if one.stored < one.stored_end)
    last = next(one for one in reversed(stretches) if one.stored < one.stored_end)
    span = Span(region.words[first.stored].span.start, region.words[last.stored_end - 1].span.end)
    cut = cut_off(texts, first.stored, last.stored_end, region.document.language)
    return Place(
        region.document,
        (span,),
        Span(words[0].span.start, words[-1].span.end),
        (*cut, *differences(texts, stretches, region.document.language)),
        tuple(sorted(apart(texts, stretches))),
    )


def _within_sentences(stretches: Sequence[Stretch], region: Region) -> list[Stretch]:
    """At the ends no stored words of another sentence: what is pasted there was added."""
    text, words, found = region.document.text, region.words, list(stretches)
    head, tail = found[0], found[-1]
    if not head.same and head.stored < head.stored_end < len(words):
        start = head.stored
        while ends_between(text, words[start].span.end, words[head.stored_end].span.start):
            start += 1
        found[0] = head._replace(stored=start)
    if not tail.same and 0 < tail.stored < tail.stored_end:
        end = tail.stored_end
        while ends_between(text, words[tail.stored - 1].span.end, words[end - 1].span.start):
            end -= 1
        found[-1] = tail._replace(stored_end=end)
    return found


def chained(places: Sequence[Place]) -> Place:
    """Places of one document between which words are left out, as one.

    A negation that is left out inside a sentence is a difference.
    """
    first, document = places[0], places[0].document
    text = document.text
    hidden = [
        Difference(What.NEGATION, gap, Span(a.pasted.end, a.pasted.end))
        for a, b in pairwise(places)
        if not ends_between(text, a.span.end, b.span.start)
        and (gap := trim(text, a.span.end, b.span.start))
        and negated(gap.of(text), document.language)
    ]
    beside = (one for place in places for one in place.differences)
    told = (one for one in beside if not any(gap.stored.contains(one.stored) for gap in hidden))
    kinds = {kind for one in places for kind in one.apart} | {Apart.ELLIPSIS}
    return Place(
        document,
        tuple(span for one in places for span in one.spans),
        Span(first.pasted.start, places[-1].pasted.end),
        (*hidden, *told),
        tuple(sorted(kinds if len(places) > 1 else first.apart)),
    )
