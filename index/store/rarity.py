"""Which words of a question are looked for: the rarer ones, as many as are quick to read."""

import math
from collections.abc import Mapping, Sequence

# A search reads at most about this many postings, rarest terms first: 3 ms, whatever the size.
POSTINGS = 3_000
# A term in more than this share of the passages is not searched for (it still has its weight).
COMMON = 0.1
FEW = 20
# No question has more distinct terms; databases have limits.
MAX_TERMS = 200


def looked_for(asked: Sequence[str]) -> list[str]:
    """The different terms, of which a question has so many at most."""
    return list(dict.fromkeys(asked))[:MAX_TERMS]


def idf(total: int, found: int) -> float:
    """How rare a term is that `found` of `total` passages have; above 0."""
    return math.log1p((total - found + 0.5) / (found + 0.5))


def rarest(counts: Mapping[str, int], total: int) -> list[str]:
    """The rarest terms that occur, as many as `POSTINGS` allows and one at least."""
    chosen: list[str] = []
    postings = 0
    for term, found in sorted(counts.items(), key=lambda item: (item[1], item[0])):
        if found == 0 or found > max(COMMON * total, FEW):
            continue
        postings += found
        if chosen and postings > POSTINGS:
            break
        chosen.append(term)
    return chosen
