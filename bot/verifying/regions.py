"""Where in the library pasted words may stand: stretches of documents worth comparing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import chain, pairwise

from index.store import View, whole_evidence
from index.text import Document, Span, terms_of
from index.wording import Stored, Word, words_of

# Where not all words of a paste stand together, each half of so many is looked for.
SHORTEST_HALVED = 20
# What is not found so is looked for so many words at a time, one after the other: three are
# common, eight seldom stand on this side of a word that was changed.
TOGETHER = 5
# So many such groups of a paste are looked for; of a longer one every second, every third …
MOST_GROUPS = 24
# Of so many passages that have the same words those are compared that have most of the others:
# so many, as many places are told apart, and so many that share a paste's rare words.
WEIGHED, MOST_SAME, BY_WORDS = 1_000, 5, 8
# The search takes 200 terms at most.
_PHRASE = 200
# Around a passage that has some of the words, the rest may be so much further, in code points.
_AROUND = 300


class Region:
    """A stretch of a document with its words."""

    def __init__(self, document: Document, span: Span) -> None:
        self.document = document
        self.span = span

    @cached_property
    def words(self) -> Sequence[Word]:
        """Its words, placed in the document's text."""
        return words_of(self.document.text, self.span)

    @cached_property
    def forms(self) -> Sequence[str]:
        """What of the words is compared."""
        return [word.form for word in self.words]

    @cached_property
    def stored(self) -> Stored:
        """The same, to look for words in."""
        return Stored(self.forms)


def regions(view: View, pasted: Sequence[str]) -> list[Region]:
    """Stretches that may have some of these texts, the likeliest first.

    Raises LibraryError where the library is too damaged to tell.
    """
    votes: Counter[int] = Counter()
    for text in pasted:
        votes.update(_rows(view, terms_of(text)))
    reach = sum(map(len, pasted)) + _AROUND
    found = whole_evidence(view, list(votes))
    places: dict[str, list[tuple[Span, int]]] = {}
    documents: dict[str, Document] = {}
    for row, votes_for in votes.most_common():
        if row in found:
            passage = found[row].passage
            document, span = passage.document, passage.span
            start, end = max(0, span.start - reach), min(len(document.text), span.end + reach)
            documents[document.doc_id] = document
            places.setdefault(document.doc_id, []).append((Span(start, end), votes_for))
    merged = ((documents[name], *one) for name, some in places.items() for one in _merged(some))
    ranked = sorted(merged, key=lambda one: (-one[2], one[0].doc_id, one[1]))
    return [Region(document, span) for document, span, _ in ranked]


def _rows(view: View, terms: Sequence[str]) -> Counter[int]:
    """Rows that have all of the terms in order, or some, by how many, and that share rare ones."""
    if len(terms) <= _PHRASE and (whole := view.saying(terms, MOST_SAME)):
        return Counter(dict.fromkeys(whole, len(terms)))
    found: dict[tuple[str, ...], list[int]] = {}
    missing = bytearray(b"\1" * len(terms))
    for start, end in chain(_phrases(len(terms)), _groups(len(terms))):
        said = tuple(terms[start:end])
        if said in found or missing.find(1, start, end) < 0:
            continue
        found[said] = view.saying(said, WEIGHED)
        if found[said]:
            missing[start:end] = bytes(end - start)
    weights: Counter[int] = Counter()
    for said, rows in found.items():
        weights.update(dict.fromkeys(rows, len(said)))
    best = (
        nsmallest(MOST_SAME, rows, lambda row: (-weights[row], row)) for rows in found.values()
    )
    votes = Counter({row: weights[row] for rows in best for row in rows})
    for row, _ in view.sharing(terms, BY_WORDS):
        votes[row] += 0
    return votes


def _phrases(count: int) -> Iterator[tuple[int, int]]:
    """The halves of so many terms, and of more than are searched at once theirs, too.

    None of a long paste: its passages are told apart by the groups that they have.
    """
    if SHORTEST_HALVED <= count <= 2 * _PHRASE:
        for cuts in (2,) if count <= _PHRASE else (2, 4):
            yield from pairwise(count * number // cuts for number in range(cuts + 1))


def _groups(count: int) -> Iterator[tuple[int, int]]:
    """A few terms at a time, spread over all of so many.

    The last is the first of the next, or they would tell sentences, but not their order.
    """
    last = max(0, count - TOGETHER)
    starts = list(range(0, last + 1, TOGETHER - 1))
    step = -(-len(starts) // MOST_GROUPS)
    for start in dict.fromkeys([*starts[::step], last] if count else []):
        yield start, min(count, start + TOGETHER)


def _merged(places: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Stretches of one document, those that touch as one with the votes of both."""
    merged: list[tuple[Span, int]] = []
    for span, votes in sorted(places):
        if merged and span.start <= merged[-1][0].end:
            before, earlier = merged.pop()
            span, votes = Span(before.start, max(before.end, span.end)), votes + earlier
        merged.append((span, votes))
    return merged
