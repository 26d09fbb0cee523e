"""Exact words: names, numbers and rare words find passages that vectors miss.

The words are kept in the library's own SQLite database, in an FTS5 table, and change in the
library's own transactions; nothing here commits.
"""

import math
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from index.text import terms_of

SCHEMA = """
CREATE VIRTUAL TABLE lexical USING fts5(
    terms, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
CREATE TABLE lexical_terms (term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
"""

# A search reads at most about this many postings, rarest terms first: 3 ms, whatever the size.
POSTINGS = 3_000
# A term in more than this share of the passages is not searched for (it still has its weight).
COMMON = 0.1
FEW = 20
# No question has more distinct terms; SQL and FTS5 have limits.
MAX_TERMS = 200
# The row of `lexical_terms` that counts the passages: no term is empty.
_ALL = ""


def add(connection: sqlite3.Connection, passages: Sequence[tuple[int, str]]) -> None:
    """Make the passages findable: (row, text) pairs, rows not yet in the index."""
    counts = Counter({_ALL: len(passages)})
    rows = []
    for row, text in passages:
        found = terms_of(text)
        counts.update(set(found))
        rows.append((row, " ".join(found)))
    connection.executemany("INSERT INTO lexical (rowid, terms) VALUES (?, ?)", rows)
    connection.executemany(
        "INSERT INTO lexical_terms VALUES (?, ?)"
        " ON CONFLICT (term) DO UPDATE SET passages = passages + excluded.passages",
        counts.items(),
    )


def remove(connection: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Forget these rows; rows that are not in the index are passed over."""
    for row in rows:
        stored = connection.execute("SELECT terms FROM lexical WHERE rowid = ?", (row,)).fetchone()
        if stored is None:
            continue
        connection.execute("DELETE FROM lexical WHERE rowid = ?", (row,))
        connection.executemany(
            "UPDATE lexical_terms SET passages = passages - 1 WHERE term = ?",
            ((term,) for term in {_ALL, *stored[0].split()}),
        )
    connection.execute("DELETE FROM lexical_terms WHERE passages <= 0")


def weights(connection: sqlite3.Connection, asked: Sequence[str]) -> dict[str, float]:
    """The terms asked for, each with its idf (natural logarithm, as in BM25; above 0)."""
    total = _passages(connection)
    return {term: _idf(total, found) for term, found in _counts(connection, asked).items()}


def search(
    connection: sqlite3.Connection, asked: Sequence[str], k: int, serves: Callable[[int], bool]
) -> list[tuple[int, float]]:
    """The k best rows for which `serves(row)`, by BM25 over the rarer of the terms.

    Best first, ties by row; empty when none of the terms is in the index.
    """
    rare = _rare(_counts(connection, asked), _passages(connection))
    if not rare:
        return []
    matching = connection.execute(
        "SELECT rowid, -rank FROM lexical WHERE lexical MATCH ?",
        (" OR ".join(f'"{term}"' for term in rare),),
    )
    served = [(row, score) for row, score in matching if serves(row)]
    return sorted(served, key=lambda hit: (-hit[1], hit[0]))[:k]


def stored_terms(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, list[str]]:
    """The terms that `add` found in these rows: 0.02 ms a passage, where cutting costs 0.2 ms.

    Not more rows than SQLite takes parameters.
    """
    query = f"SELECT rowid, terms FROM lexical WHERE rowid IN ({','.join('?' * len(rows))})"
    return {row: found.split(" ") for row, found in connection.execute(query, tuple(rows))}


def _counts(connection: sqlite3.Connection, asked: Sequence[str]) -> dict[str, int]:
    """In how many passages each different term is, of the first `MAX_TERMS`."""
    terms = dict.fromkeys(islice(dict.fromkeys(asked), MAX_TERMS), 0)
    known = connection.execute(
        f"SELECT term, passages FROM lexical_terms WHERE term IN ({','.join('?' * len(terms))})",
        tuple(terms),
    )
    return terms | dict(known)


def _passages(connection: sqlite3.Connection) -> int:
    stored = connection.execute(
        "SELECT passages FROM lexical_terms WHERE term = ?", (_ALL,)
    ).fetchone()
    return stored[0] if stored else 0


def _idf(total: int, found: int) -> float:
    return math.log1p((total - found + 0.5) / (found + 0.5))


def _rare(counts: Mapping[str, int], total: int) -> list[str]:
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
