"""Words are found among others as the slow, plain way finds them."""

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wording.alignment import _offset, aligned
from index.wording.matching import SHORTEST_RUN, Run, Stored

# Few words, so that they are repeated, one of them the start of another.
WORDS = st.lists(st.sampled_from(["a", "b", "aa", "的"]), max_size=24)
SOME = st.lists(st.sampled_from(["a", "b", "aa", "的"]), min_size=1, max_size=24)


@given(pasted=SOME, stored=WORDS, start=st.integers(0, 8))
def test_every_occurrence_is_found(pasted: list[str], stored: list[str], start: int) -> None:
    """From a word on, those that overlap, too."""
    last = len(stored) - len(pasted)
    found = [at for at in range(start, last + 1) if stored[at : at + len(pasted)] == pasted]
    assert list(Stored(stored).occurrences(pasted, start)) == found


def _longest(pasted: list[str], stored: list[str], end: int) -> Run:
    """The longest run that ends before a pasted word, at its first place."""
    runs = [
        Run(begin, at, end - begin)
        for begin in range(end)
        for at in range(len(stored))
        if stored[at : at + end - begin] == pasted[begin:end]
    ]
    return min(runs, key=lambda run: (-run.length, run.stored), default=Run(end, 0, 0))


@given(pasted=WORDS, stored=WORDS)
def test_the_longest_runs_are_found(pasted: list[str], stored: list[str]) -> None:
    """At each word, unless it goes on with the next."""
    longest = [_longest(pasted, stored, end) for end in range(1, len(pasted) + 1)]
    following = [*(one.length for one in longest[1:]), 0]
    wanted = [
        one
        for one, after in zip(longest, following, strict=False)
        if one.length >= SHORTEST_RUN and after != one.length + 1
    ]
    assert list(Stored(stored).runs(pasted)) == wanted


def _slow_offset(pasted: list[str], stored: list[str]) -> int | None:
    """By pairs; single words where there are no pairs, of twelve words or fewer."""
    votes: Counter[int] = Counter()
    for size in (2, 1):
        votes = votes or Counter(
            place - begin
            for begin in range(len(pasted) - size + 1)
            for place in range(len(stored) - size + 1)
            if stored[place : place + size] == pasted[begin : begin + size]
            and (size == 2 or len(pasted) <= 12)
        )
    near = max(3, len(pasted) // 10)
    around = {one: sum(votes[one + by] for by in range(-near, near + 1)) for one in votes}
    best = max(votes, key=lambda one: (around[one], votes[one], -one), default=None)
    return None if best is None else max(0, best)


@given(pasted=SOME, stored=WORDS, many=st.sampled_from([0, 16]))
def test_words_are_put_beside_those_that_most_agree(
    pasted: list[str], stored: list[str], many: int
) -> None:
    """Counted one by one, or all at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.wording.alignment._MANY", many)
        assert _offset(pasted, stored) == _slow_offset(pasted, stored)


@pytest.mark.parametrize("words", [["0"], ["a", "b"], ["the", "bridge", "was", "closed"]])
def test_repeated_words_take_no_longer(words: list[str]) -> None:
    """Of thousands, each of which stands beside each."""
    pasted, stored = words * (6_000 // len(words)), words * (9_000 // len(words))
    begun = time.process_time()
    assert [one.same for one in aligned(pasted, stored)] == [True]
    (run,) = [run for run in Stored(stored).runs(pasted) if run.pasted == 0]
    assert run.length == len(pasted)
    assert time.process_time() - begun < 2
