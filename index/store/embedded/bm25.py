"""Exact words: names, numbers and rare words find passages that vectors miss.

The words are kept in the library's own SQLite database, in an FTS5 table, and change in the
library's own transactions; nothing here commits.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from itertools import islice
from sys import intern

from index.store.embedded.batches import is_damage, marks, readable, together
from index.store.rarity import MAX_TERMS, POSTINGS, idf, looked_for, rarest
from index.store.seals import seal_of

WORDS = """
CREATE VIRTUAL TABLE lexical USING fts5(
    terms, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
)
"""
SCHEMA = f"""
{WORDS};
CREATE TABLE lexical_terms (term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
"""

# The row of `lexical_terms` that counts the passages: no term is empty.
_ALL = ""


def add(connection: sqlite3.Connection, passages: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Make the passages findable by their terms: (row, terms) pairs, rows not yet in the index."""
    counts = Counter({_ALL: len(passages)})
    for _, terms in passages:
        counts.update(set(terms))
    rows = [(row, _joined(terms)) for row, terms in passages]
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


def renew(connection: sqlite3.Connection) -> None:
    """Forget everything, also what is damaged: all passages are to be added again."""
    connection.execute("DROP TABLE lexical")
    connection.execute(WORDS)
    connection.execute("DELETE FROM lexical_terms")


def seal(terms: Sequence[str]) -> bytes:
    """The seal of a passage's terms."""
    return seal_of(_joined(terms))


def disagreements(connection: sqlite3.Connection) -> int:
    """How many passages have other words than were put in, and terms another count than theirs."""
    counts: Counter[str] = Counter()
    wrong = 0
    rows = [row for (row,) in connection.execute("SELECT row FROM passages ORDER BY row")]
    for some in together(rows):
        stored = stored_terms(connection, some)
        wrong += len(some) - len(stored)
        for terms in stored.values():
            counts.update({*terms, _ALL})
    loose = "SELECT count(*) FROM lexical WHERE rowid NOT IN (SELECT row FROM passages)"
    (left,) = connection.execute(loose).fetchone()
    noted = dict(connection.execute("SELECT term, passages FROM lexical_terms").fetchall())
    return wrong + int(left) + _differing(counts, noted)


def index_is_whole(connection: sqlite3.Connection) -> bool:
    """Whether what is searched is what is stored; True where nothing can be written to ask it."""
    try:
        connection.execute("INSERT INTO lexical (lexical) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return False
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
            raise
    return True


def _differing(one: Mapping[str, int], other: Mapping[str, int]) -> int:
    return sum(one.get(term) != other.get(term) for term in one.keys() | other.keys())


def weights(connection: sqlite3.Connection, asked: Sequence[str]) -> dict[str, float]:
    """The terms asked for, each with its idf (natural logarithm, as in BM25; above 0)."""
    counts, total = _counts(connection, asked)
    return {term: idf(total, found) for term, found in counts.items()}


def search(
    connection: sqlite3.Connection, asked: Sequence[str], k: int, serves: Callable[[int], bool]
) -> list[tuple[int, float]]:
    """The k best rows for which `serves(row)`, by BM25 over the rarer of the terms.

    Best first, ties by row; empty when none of the terms is in the index.
    """
    query = _query(*_counts(connection, asked))
    if not query:
        return []
    select = "SELECT rowid, -rank FROM lexical WHERE lexical MATCH ?"
    with closing(connection.execute(select, (query,))) as matching:
        served = list(islice((hit for hit in matching if serves(hit[0])), POSTINGS))
    return sorted(served, key=lambda hit: (-hit[1], hit[0]))[:k]


def saying(
    connection: sqlite3.Connection, terms: Sequence[str], k: int, serves: Callable[[int], bool]
) -> list[int]:
    """The first k rows for which `serves(row)` that have the terms one after the other.

    Raises ValueError for more than `MAX_TERMS`.
    """
    if len(terms) > MAX_TERMS:
        raise ValueError(f"more than {MAX_TERMS} terms")
    if not terms:
        return []
    matching = connection.execute(
        "SELECT rowid FROM lexical WHERE lexical MATCH ? ORDER BY rowid", (f'"{_joined(terms)}"',)
    )
    return list(islice((row for (row,) in matching if serves(row)), k))


def stored_terms(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, list[str]]:
    """The terms of these rows, but for those that are damaged.

    To read them takes 0.02 ms a passage, to cut them from its text 0.2 ms.
    """
    query = "SELECT row, words, terms FROM passages JOIN lexical ON lexical.rowid = row WHERE row"
    return {
        row: [intern(term) for term in terms.split(" ")]
        for row, words, terms in readable(connection, query, rows)
        if seal_of(terms) == words
    }


def _joined(terms: Sequence[str]) -> str:
    return " ".join(terms)


def _counts(connection: sqlite3.Connection, asked: Sequence[str]) -> tuple[dict[str, int], int]:
    """In how many passages each different term is, of those looked for; and of how many."""
    terms = dict.fromkeys(looked_for(asked), 0)
    wanted = (_ALL, *terms)
    stored = connection.execute(
        f"SELECT term, passages FROM lexical_terms WHERE term IN ({marks(wanted)})", wanted
    )
    known = {term: count for term, count in stored if isinstance(count, int)}
    total = known.pop(_ALL, 0)
    return terms | known, total


def _query(counts: Mapping[str, int], total: int) -> str:
    """What FTS5 is asked: any of the rarest terms; "" if there are none.

    Where even the rarest is in more passages than are weighed, the two rarest in one passage.
    """
    rare, joined = rarest(counts, total), " OR "
    if rare and counts[rare[0]] > POSTINGS:
        others = {term: found for term, found in counts.items() if term != rare[0]}
        rare, joined = [rare[0], *rarest(others, total)[:1]], " AND "
    return joined.join(f'"{term}"' for term in rare)
