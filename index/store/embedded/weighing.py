"""Passages by BM25 with the counts of their own generation.

FTS5's own rank counts the passages of all generations, old and waiting ones among them.
"""

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache, reduce

# Each time that a term is in a passage, from the index of words itself.
_OCCURRENCES = """
CREATE VIRTUAL TABLE IF NOT EXISTS temp.lexical_occurrences
USING fts5vocab(main, lexical, instance)
"""
# Of a term the passage of each, and how many terms that has, packed.
_HAVING = """
SELECT doc, coalesce(CAST(sz AS BLOB), x'')
FROM temp.lexical_occurrences CROSS JOIN lexical_docsize ON id = doc WHERE term = ?
"""
# As FTS5 has them; a term in more than half of the passages counts next to nothing.
K1, B, LEAST = 1.2, 0.75, 1e-6
# Different lengths of passages, which are few, that are not unpacked again.
LENGTHS = 1_000


def weighed(
    connection: sqlite3.Connection,
    counts: Mapping[str, int],
    passages: int,
    mean: float,
    serves: Callable[[int], bool],
) -> list[tuple[int, float]] | None:
    """The rows for which `serves(row)` that have any of the terms, each with its BM25.

    `counts` says in how many of so many `passages` each term is, `mean` how many terms those have.
    None where FTS5 has a term under another name, as those with some signs newer than itself.
    """
    connection.execute(_OCCURRENCES)
    scores: dict[int, float] = defaultdict(float)
    for term, found in counts.items():
        having = connection.execute(_HAVING, (term,)).fetchall()
        if not having:
            return None
        rare = max(math.log((max(passages - found, 0) + 0.5) / (found + 0.5)), LEAST)
        times = Counter(row for row, _ in having)
        for row, size in dict(having).items():
            if serves(row):
                length = K1 * (1 - B + B * _number(size) / mean)
                scores[row] += rare * times[row] * (K1 + 1) / (times[row] + length)
    return list(scores.items())


@lru_cache(LENGTHS)
def _number(packed: bytes) -> int:
    """A number as SQLite packs it: 7 bits a byte."""
    return reduce(lambda number, byte: number << 7 | byte & 0x7F, packed, 0)
