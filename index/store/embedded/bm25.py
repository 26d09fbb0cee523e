"""Exact words: names, numbers and rare words find passages that vectors miss.

The words are kept in the library's own SQLite database, in an FTS5 table, and change in the
library's own transactions; nothing here commits.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from itertools import islice
from sys import intern

from index.store.embedded import counts
from index.store.embedded.batches import is_damage, readable, together
from index.store.embedded.weighing import weighed
from index.store.interface import Generation
from index.store.rarity import MAX_TERMS, POSTINGS, idf, looked_for, rarest
from index.store.seals import seal_of

WORDS = """
CREATE VIRTUAL TABLE lexical USING fts5(
    terms, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
)
"""
SCHEMA = f"{WORDS};{counts.SCHEMA};"


def add(connection: sqlite3.Connection, passages: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Make the passages findable by their terms: (row, terms) pairs, rows not yet in the index."""
    rows = [(row, _joined(terms)) for row, terms in passages]
    connection.executemany("INSERT INTO lexical (rowid, terms) VALUES (?, ?)", rows)
    counts.stored(connection, passages)


def remove(connection: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Forget these rows; rows that are not in the index are passed over."""
    for row in rows:
        stored = connection.execute("SELECT terms FROM lexical WHERE rowid = ?", (row,)).fetchone()
        if stored is None:
            continue
        counts.stored(connection, [(row, stored[0].split())], -1)
        connection.execute("DELETE FROM lexical WHERE rowid = ?", (row,))


def renew(connection: sqlite3.Connection) -> None:
    """Forget everything, also what is damaged: all passages are to be added again."""
    connection.execute("DROP TABLE lexical")
    connection.execute(WORDS)
    connection.execute("DELETE FROM lexical_terms")


def seal(terms: Sequence[str]) -> bytes:
    """The seal of a passage's terms."""
    return seal_of(_joined(terms))


def disagreements(connection: sqlite3.Connection) -> int:
    """How many passages have other words than were put in, and terms another count than theirs.

    The counts of an older format, which is read as it is, are of no generation: they are let be.
    """
    wrong = 0 if read_as_older(connection) else counts.wrong(connection)
    rows = [row for (row,) in connection.execute("SELECT row FROM passages ORDER BY row")]
    for some in together(rows):
        stored = stored_terms(connection, some)
        wrong += len(some) - len(stored)
    loose = "SELECT count(*) FROM lexical WHERE rowid NOT IN (SELECT row FROM passages)"
    (left,) = connection.execute(loose).fetchone()
    return wrong + int(left)


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


def weights(
    connection: sqlite3.Connection, asked: Sequence[str], generation: Generation
) -> dict[str, float]:
    """The terms asked for, each with its idf (natural logarithm, as in BM25; above 0)."""
    found = counts.counted(connection, generation.number, looked_for(asked))
    return {term: idf(generation.passages, count) for term, count in found.items()}


def search(
    connection: sqlite3.Connection,
    asked: Sequence[str],
    k: int,
    generation: Generation,
    serves: Callable[[int], bool],
) -> list[tuple[int, float]]:
    """The k best rows of a generation, `serves(row)`, by BM25 over the rarer of the terms.

    Best first, ties by row; empty when none of the terms is in the index.
    """
    known = counts.counted(connection, generation.number, (counts.ALL, *looked_for(asked)))
    length, total = known.pop(counts.ALL), generation.passages
    rare = rarest(known, total)
    if not rare:
        return []
    found = None
    if length and total and known[rare[0]] <= POSTINGS:
        chosen = {term: known[term] for term in rare}
        found = weighed(connection, chosen, total, length / total, serves)
    if found is None:
        found = _ranked(connection, _query(known, total), serves)
    return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:k]


def _ranked(
    connection: sqlite3.Connection, query: str, serves: Callable[[int], bool]
) -> list[tuple[int, float]]:
    """The first rows that FTS5 finds, by its own rank, so many as are quick to read."""
    select = "SELECT rowid, -rank FROM lexical WHERE lexical MATCH ?"
    with closing(connection.execute(select, (query,))) as matching:
        return list(islice((hit for hit in matching if serves(hit[0])), POSTINGS))


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


def read_as_older(connection: sqlite3.Connection) -> bool:
    """Whether the library is of an older format, and read through views."""
    found = connection.execute("SELECT 1 FROM temp.sqlite_schema WHERE name = 'lexical_terms'")
    return found.fetchone() is not None


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


def _query(known: Mapping[str, int], total: int) -> str:
    """What FTS5 is asked: any of the rarest terms; "" if there are none.

    Where even the rarest is in more passages than are weighed, the two rarest in one passage.
    """
    rare, joined = rarest(known, total), " OR "
    if rare and known[rare[0]] > POSTINGS:
        others = {term: found for term, found in known.items() if term != rare[0]}
        rare, joined = [rare[0], *rarest(others, total)[:1]], " AND "
    return joined.join(f'"{term}"' for term in rare)
