"""Exact words: names, numbers and rare words find passages that vectors miss.

The index is an FTS5 table in the library's own SQLite database, and changes in the library's own
transactions; nothing here commits. It has no copy of the words: who takes a passage out of it says
which they were.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from itertools import islice

from index.store.embedded import counts
from index.store.embedded.batches import is_damage, readable, together
from index.store.embedded.shelf import Shelf
from index.store.embedded.terms_in_sql import TERMS, joined
from index.store.embedded.weighing import weighed
from index.store.interface import Generation
from index.store.rarity import MAX_TERMS, POSTINGS, idf, looked_for, rarest
from index.store.seals import seal_of
from index.text import Passage, passage_terms

# What FTS5 compares itself with.
SOURCE = f"""
CREATE VIEW lexical_source AS SELECT row, {TERMS} AS terms
FROM passages JOIN documents ON documents.id = document
"""
WORDS = """
CREATE VIRTUAL TABLE lexical USING fts5(
    terms, content = "lexical_source", content_rowid = "row",
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
)
"""
SCHEMA = f"{SOURCE};{WORDS};{counts.SCHEMA};"


def add(connection: sqlite3.Connection, passages: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Make the passages findable by their terms: (row, terms) pairs, rows not yet in the index."""
    rows = [(row, joined(terms)) for row, terms in passages]
    connection.executemany("INSERT INTO lexical (rowid, terms) VALUES (?, ?)", rows)
    counts.stored(connection, passages)


def remove(connection: sqlite3.Connection, passages: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Forget passages by their rows and terms; not unless these are those that were put in."""
    if not has(connection, passages):
        return False
    counts.stored(connection, passages, -1)
    connection.executemany(
        "INSERT INTO lexical (lexical, rowid, terms) VALUES ('delete', ?, ?)",
        [(row, joined(terms)) for row, terms in passages],
    )
    return True


def has(connection: sqlite3.Connection, passages: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Whether all of the passages, rows and terms, are in the index by these terms."""
    return len(known(connection, passages)) == len(passages)


def known(
    connection: sqlite3.Connection, passages: Sequence[tuple[int, Sequence[str]]]
) -> list[int]:
    """The rows of the passages that are in the index by these terms."""
    query = "SELECT row, words FROM passages JOIN lexical_docsize ON id = row WHERE row"
    noted = dict(readable(connection, query, [row for row, _ in passages]))
    return [row for row, terms in passages if noted.get(row) == seal(terms)]


def renew(connection: sqlite3.Connection) -> None:
    """Forget everything, also what is damaged: all passages are to be added again."""
    connection.execute("DROP TABLE lexical")
    connection.execute(WORDS)
    connection.execute("DELETE FROM lexical_terms")


def seal(terms: Sequence[str]) -> bytes:
    """The seal of a passage's terms."""
    return seal_of(joined(terms))


def disagreements(connection: sqlite3.Connection, shelf: Shelf, *, comparable: bool) -> int:
    """How many passages are not in the index by their terms, and terms have a wrong count.

    Of passages that are what was put in; and how many are in the index that are not stored. The
    words of an older format, which is read as it is, may be cut otherwise: they are compared with
    those kept beside the index. Counts that are of no generation are let be, and all where they
    are not `comparable`: of words cut otherwise, or of damaged texts.
    """
    counted = comparable and not _counts_are_older(connection)
    wrong = counts.wrong(connection) if counted else 0
    rows = [row for (row,) in connection.execute("SELECT row FROM passages ORDER BY row")]
    for some in together(rows):
        passages = shelf.passages(some)
        wrong += len(passages) - len(known(connection, _put_in(connection, passages)))
    loose = "SELECT count(*) FROM lexical_docsize WHERE id NOT IN (SELECT row FROM passages)"
    (left,) = connection.execute(loose).fetchone()
    return wrong + int(left)


def cut_otherwise(connection: sqlite3.Connection, shelf: Shelf) -> int:
    """How many passages an older version found by other words than they are asked for by now."""
    if not read_as_older(connection):
        return 0
    rows = [row for (row,) in connection.execute("SELECT row FROM passages ORDER BY row")]
    found = 0
    for some in together(rows):
        passages = shelf.passages(some)
        kept = dict(_put_in(connection, passages))
        found += sum(kept.get(row) != passage_terms(one) for row, one in passages.items())
    return found


def _put_in(
    connection: sqlite3.Connection, passages: Mapping[int, Passage]
) -> list[tuple[int, Sequence[str]]]:
    """Rows and terms of passages as they were put in."""
    if not read_as_older(connection):
        return [(row, passage_terms(one)) for row, one in passages.items()]
    query = "SELECT row, terms FROM lexical_source WHERE row"
    kept = readable(connection, query, list(passages))
    return [(row, (terms or "").split()) for row, terms in kept]


def index_is_whole(connection: sqlite3.Connection) -> tuple[bool, bool]:
    """Whether the index has what the texts say, as it cannot where those are damaged; or is whole.

    Both are so where nothing can be written to ask it.
    """
    agrees = _passes(connection, 1)
    return agrees, agrees or _passes(connection, 0)


def _passes(connection: sqlite3.Connection, compared: int) -> bool:
    """Whether FTS5 finds nothing wrong with the index, compared with the texts or not."""
    check = "INSERT INTO lexical (lexical, rank) VALUES ('integrity-check', ?)"
    try:
        connection.execute(check, (compared,))
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
    counted = counts.counted(connection, generation.number, (counts.ALL, *looked_for(asked)))
    length, total = counted.pop(counts.ALL), generation.passages
    rare = rarest(counted, total)
    if not rare:
        return []
    found = None
    if length and total and counted[rare[0]] <= POSTINGS:
        chosen = {term: counted[term] for term in rare}
        found = weighed(connection, chosen, total, length / total, serves)
    if found is None:
        found = _ranked(connection, _query(counted, total), serves)
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
        "SELECT rowid FROM lexical WHERE lexical MATCH ? ORDER BY rowid", (f'"{joined(terms)}"',)
    )
    return list(islice((row for (row,) in matching if serves(row)), k))


def read_as_older(connection: sqlite3.Connection) -> bool:
    """Whether the library is of an older format, and read through views."""
    found = connection.execute("SELECT 1 FROM temp.sqlite_schema WHERE name = 'lexical_source'")
    return found.fetchone() is not None


def _counts_are_older(connection: sqlite3.Connection) -> bool:
    """Whether the library is of a format that counted words in all that is stored."""
    found = connection.execute("SELECT 1 FROM temp.sqlite_schema WHERE name = 'lexical_terms'")
    return found.fetchone() is not None


def _query(counted: Mapping[str, int], total: int) -> str:
    """What FTS5 is asked: any of the rarest terms; "" if there are none.

    Where even the rarest is in more passages than are weighed, the two rarest in one passage.
    """
    rare, between = rarest(counted, total), " OR "
    if rare and counted[rare[0]] > POSTINGS:
        others = {term: found for term, found in counted.items() if term != rare[0]}
        rare, between = [rare[0], *rarest(others, total)[:1]], " AND "
    return between.join(f'"{term}"' for term in rare)
