"""Where in the library pasted words may stand: stretches of documents worth comparing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from index.store import View, whole_evidence
from index.text import Document, Span, terms_of
from index.wording import Stored, Word, words_of

# Words are looked for so many at a time, one after the other: three are common, eight seldom
# stand on this side of a word that was changed.
TOGETHER = 5
# So many such groups of a paste are looked for; of a longer one every second, every third …
MOST_GROUPS = 24
# Of each group, and of a paste's rare words, so many passages are compared.
PASSAGES, BY_WORDS = 4, 8
# So many places of the same words are told apart.
MOST_SAME = 5
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
    """Rows that have some of the terms in order, by how many, and those that share rare ones."""
    votes: Counter[int] = Counter()
    if len(terms) <= _PHRASE:
        votes.update(dict.fromkeys(view.saying(terms, MOST_SAME), len(terms)))
    if not votes or len(terms) > TOGETHER:
        for group in _groups(terms):
            votes.update(view.saying(group, PASSAGES))
    for row, _ in view.sharing(terms, BY_WORDS):
        votes[row] += 0
    return votes


def _groups(terms: Sequence[str]) -> Iterator[Sequence[str]]:
    """The terms a few at a time, spread over all of them."""
    starts = list(range(0, max(1, len(terms) - TOGETHER + 1), TOGETHER))
    step = -(-len(starts) // MOST_GROUPS)
    last = max(0, len(terms) - TOGETHER)
    for start in dict.fromkeys([*starts[::step], last]):
        yield terms[start : start + TOGETHER]


def _merged(places: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Stretches of one document, those that touch as one with the votes of both."""
    merged: list[tuple[Span, int]] = []
    for span, votes in sorted(places):
        if merged and span.start <= merged[-1][0].end:
            before, earlier = merged.pop()
            span, votes = Span(before.start, max(before.end, span.end)), votes + earlier
        merged.append((span, votes))
    return merged
