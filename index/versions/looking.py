"""Where words stand of which only a hash is known: looked for with a bounded amount of work."""

from collections.abc import Iterator
from heapq import merge
from itertools import chain

import regex

from index.text import Document, Span
from index.versions.ids import QuoteId

# A library that is built every night and never pruned keeps thousands of generations. So many code
# points are looked through, at most two seconds' work: of a page some hundred versions, of a book
# the newest.
MOST_LOOKED_THROUGH = 1_000_000
# Wherever they may begin, as many are hashed as the words have; of all these together so many, two
# or three seconds' work. It is enough for every place of a book in English.
MOST_HASHED = 400_000_000
# To begin takes as long as to hash so many.
_BEGINNING = 300
# Where a quote may begin: at a word, at a mark, and anywhere in scripts without spaces.
_START = (
    r"[^\s\p{L}\p{N}\p{M}]|(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]"
    r"|[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
)
_AFTER, _BEFORE = regex.compile(_START), regex.compile(f"(?r){_START}")


class Looked:
    """Where the words of a quote stand in documents, such as the versions of one.

    Those asked for first, as many as can be looked through; in others the words are not. A version
    that many generations share is looked at once.
    """

    def __init__(self, given: QuoteId) -> None:
        self._given = given
        # With the documents, so that no other takes the place of one in memory.
        self._places: dict[int, tuple[Document, Span | None]] = {}
        self._left, self._left_to_hash = MOST_LOOKED_THROUGH, MOST_HASHED
        self._each = _BEGINNING + len(given.span)

    @property
    def goes_on(self) -> bool:
        """Whether more can be looked through."""
        return self._left > 0 and self._left_to_hash >= self._each

    def place(self, document: Document | None) -> Span | None:
        """Where they stood, or as near to it as they do; None if nowhere, or nobody looked."""
        if document is None:
            return None
        if id(document) not in self._places and self.goes_on:
            self._left -= len(document.text)
            self._places[id(document)] = (document, self._place(document))
        _, place = self._places.get(id(document), (document, None))
        return place

    def _place(self, document: Document) -> Span | None:
        span = self._given.span
        last = len(document.text) - len(span)
        for start in chain([span.start], _near(document.text, span.start, last)):
            if self._left_to_hash < self._each:
                break
            self._left_to_hash -= self._each
            if self._given.stands_at(document, start):
                return Span(start, start + len(span))
        return None


def _near(text: str, start: int, last: int) -> Iterator[int]:
    """Where a quote may begin, the nearest to `start` first; no place after `last`."""
    end = max(0, last + 1)
    before = (one.start() for one in _BEFORE.finditer(text, 0, min(start, end)))
    after = (one.start() for one in _AFTER.finditer(text, start, end))
    return merge(before, after, key=lambda place: abs(place - start))
