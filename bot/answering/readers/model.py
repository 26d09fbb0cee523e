"""What a model that reads a question together with passages promises, and what it says of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.text import Span

# No answer worth emphasising is longer, in tokens.
LONGEST_ANSWER = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """Logits for one passage: `relevance` that it answers; `starts` and `ends` of its tokens.

    Both are relative to the logit that nothing answers; `offsets` are the tokens' ranges in the
    passage, shape (tokens, 2).
    """

    relevance: float
    starts: NDArray[np.float32]
    ends: NDArray[np.float32]
    offsets: NDArray[np.int64]

    def best(self, within: Span) -> tuple[float, Span]:
        """The likeliest answer whose tokens lie in `within` (a span of the passage).

        Its logit (start and end, 0 being as likely as no answer) and its span.
        """
        inside = np.flatnonzero(
            (self.offsets[:, 1] > within.start) & (self.offsets[:, 1] <= within.end)
        )
        if not len(inside):
            return float("-inf"), within
        starts, ends = self.starts[inside], self.ends[inside]
        sums = starts[:, None] + ends[None, :]
        length = np.arange(len(inside))
        apart = length[None, :] - length[:, None]
        sums[(apart < 0) | (apart >= LONGEST_ANSWER)] = -np.inf
        first, last = np.unravel_index(int(sums.argmax()), sums.shape)
        found = (self.offsets[inside[first], 0], self.offsets[inside[last], 1])
        start = max(int(found[0]), within.start)
        return float(sums[first, last]), Span(start, min(max(int(found[1]), start), within.end))


class Model(Protocol):
    """A model that reads question and passage together; safe to use from many threads."""

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> list[Reading]:
        """A reading of each passage; `titles` are those of their documents, "" for none."""
