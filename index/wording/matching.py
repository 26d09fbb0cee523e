"""Where words stand among others, and the longest runs of words that two texts have.

In time that grows with both texts together, however often words are repeated.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

Forms = Sequence[str]

# A run of so many words that are the same is no chance.
SHORTEST_RUN = 4


class Run(NamedTuple):
    """Words that are the same, one after the other, in both."""

    pasted: int
    stored: int
    length: int


class Stored:
    """The words of a text, in which others are looked for."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self._text = f" {' '.join(forms)} "
        # Where the space before each word is.
        self._places = list(accumulate((len(one) + 1 for one in forms), initial=0))

    def occurrences(self, pasted: Forms, start: int = 0) -> Iterator[int]:
        """Where, from word `start` on, all of the pasted words stand."""
        if start > len(self.forms):
            return
        needle = f" {' '.join(pasted)} "
        place = self._text.find(needle, self._places[start])
        while place >= 0:
            yield bisect_left(self._places, place)
            place = self._text.find(needle, place + 1)

    def runs(self, pasted: Forms) -> Iterator[Run]:
        """The longest runs of at least `SHORTEST_RUN` words that end at each word; they overlap.

        Of several places of the same words the first; no run that is inside the one after it.
        """
        longest = list(self._automaton.longest(pasted))
        for end, (place, length) in enumerate(longest, start=1):
            grows = end < len(longest) and longest[end][1] == length + 1
            if length >= SHORTEST_RUN and not grows:
                yield Run(end - length, place - length, length)

    @cached_property
    def _automaton(self) -> "_Automaton":
        return _Automaton(self.forms)


class _Automaton:
    """All stretches of words of a text, in as many states as twice its words.

    Blumer et al., The smallest automaton recognizing the subwords of a text, 1985
    (https://doi.org/10.1016/0304-3975(85)90157-4).
    """

    def __init__(self, forms: Forms) -> None:
        self._next: list[dict[str, int]] = [{}]
        self._link = [-1]
        self._length = [0]
        self._end = [0]
        """After which word the stretches of a state first end."""
        last = 0
        for word in forms:
            last = self._add(word, last)

    def longest(self, pasted: Forms) -> Iterator[tuple[int, int]]:
        """After each pasted word: where the longest stretch that ends with it ends, its length."""
        state = length = 0
        for word in pasted:
            while state and word not in self._next[state]:
                state = self._link[state]
                length = self._length[state]
            if word in self._next[state]:
                state, length = self._next[state][word], length + 1
            yield self._end[state], length

    def _add(self, word: str, last: int) -> int:
        new = self._state({}, self._length[last] + 1, self._length[last] + 1)
        before = last
        while before >= 0 and word not in self._next[before]:
            self._next[before][word] = new
            before = self._link[before]
        self._link[new] = self._split(before, word) if before >= 0 else 0
        return new

    def _split(self, before: int, word: str) -> int:
        """The state that `word` leads to from `before`, of nothing longer than by this way."""
        found = self._next[before][word]
        if self._length[found] == self._length[before] + 1:
            return found
        copy = self._state(dict(self._next[found]), self._length[before] + 1, self._end[found])
        self._link[copy] = self._link[found]
        self._link[found] = copy
        while before >= 0 and self._next[before].get(word) == found:
            self._next[before][word] = copy
            before = self._link[before]
        return copy

    def _state(self, following: dict[str, int], length: int, end: int) -> int:
        self._next.append(following)
        self._link.append(0)
        self._length.append(length)
        self._end.append(end)
        return len(self._next) - 1
