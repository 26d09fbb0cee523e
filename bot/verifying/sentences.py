"""Sentence by sentence: what a verdict on the whole leaves unexplained, and the verdict on all."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.verifying.nearest import FEWEST, HALF
from bot.verifying.pasted import Claim
from bot.verifying.verified import Verdict, Verified
from index.text import Span, detect, sentence_spans
from index.wording import Word

# A sentence has about so many words: of many that are longer fewer are looked for.
_WORDS = 25


def explained(words: Sequence[Word], found: Verified) -> list[bool]:
    """Of pasted words whether each is as it stands in a place of a verdict."""
    same = bytearray(len(found.paste))
    for place in found.places:
        same[place.pasted.start : place.pasted.end] = b"\1" * len(place.pasted)
    for one in (one for place in found.places for one in place.differences):
        same[one.pasted.start : one.pasted.end] = bytes(len(one.pasted))
    return [bool(same[word.span.start]) for word in words]


def parted(claim: Claim, found: Verified, most: int) -> list[tuple[bool, Claim]]:
    """Each sentence that a verdict leaves unexplained, what is between them as one, in order.

    With whether it is explained. Nothing where there is nothing to part, or more than `most`
    sentences to look for.
    """
    same = iter(explained(claim.words, found))
    sentences = [
        (sum(next(same) for _ in one) >= HALF * len(one), one)
        for one in _sentences(claim.words, found.paste)
    ]
    parts: list[tuple[bool, Claim]] = []
    for is_explained, run in groupby(sentences, key=lambda one: one[0]):
        some = [words for _, words in run]
        if is_explained:
            some = [[word for words in some for word in words]]
        parts += [(is_explained, Claim((tuple(words),))) for words in some]
    left = [len(one.words) for is_explained, one in parts if not is_explained]
    few = len(left) <= most and sum(left) <= most * _WORDS
    return parts if left and len(parts) > 1 and few else []


def joined(claim: Claim, whole: Verified, parts: Sequence[tuple[Claim, Verified]]) -> Verified:
    """The verdict on the parts of a claim; that on the whole where it explains as many words.

    And where the parts explain less than half: a few words are somewhere by chance.
    """
    near = [(one, found) for one, found in parts if sum(explained(one.words, found)) >= FEWEST]
    absent = tuple(_absent(parts, [one for one, _ in near]))
    places = tuple(place for _, found in near for place in found.told)
    verdict = Verdict.STITCHED if len(places) > 1 else Verdict.ALMOST
    found = Verified(verdict, whole.paste, places, absent=absent)
    more = sum(explained(claim.words, found))
    is_more = more > sum(explained(claim.words, whole)) and more >= HALF * len(claim.words)
    return found if is_more else whole


def _absent(parts: Sequence[tuple[Claim, Verified]], near: Sequence[Claim]) -> Iterator[Span]:
    """The parts that are nowhere near, those in a row as one."""
    for is_near, run in groupby((one for one, _ in parts), key=lambda one: one in near):
        some = list(run)
        if not is_near:
            yield Span(some[0].extent.start, some[-1].extent.end)


def _sentences(words: Sequence[Word], paste: str) -> list[list[Word]]:
    """The words of each sentence; fewer than are compared belong to those before or after."""
    start, end = words[0].span.start, words[-1].span.end
    text = paste[start:end]
    starts = [start + span.start for span in sentence_spans(text, detect(text))]
    found: list[list[Word]] = []
    for _, run in groupby(words, key=lambda word: bisect_right(starts, word.span.start)):
        sentence = list(run)
        if found and min(len(sentence), len(found[-1])) < FEWEST:
            found[-1] += sentence
        else:
            found.append(sentence)
    return found
