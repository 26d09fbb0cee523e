"""How many passages of a generation have each term, noted as what each generation changes.

`lexical_terms` says of a term by how many more passages have it from a generation on than in the
one before; a generation's own count is the sum up to its number. So what is written later moves
no generation, and one more text costs only what it changes.
"""

import sqlite3
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from index.store.embedded.batches import marks, together
from index.store.embedded.terms_in_sql import TERMS

SCHEMA = """
CREATE TABLE lexical_terms (
    term TEXT NOT NULL, since INTEGER NOT NULL, passages INTEGER NOT NULL,
    PRIMARY KEY (term, since)
) WITHOUT ROWID
"""
# What counts the terms themselves, each as often as it is there: no term is empty.
ALL = ""
_TERMS = f"""
SELECT {TERMS} FROM served CROSS JOIN documents ON documents.id = served.document
CROSS JOIN passages ON passages.document = documents.id WHERE
"""
_SPANS = """
SELECT row, since, until FROM passages JOIN served ON served.document = passages.document
WHERE row IN
"""


def counted(connection: sqlite3.Connection, number: int, terms: Iterable[str]) -> dict[str, int]:
    """In how many passages of a generation each of the terms is; 0 also where that is damaged."""
    found = dict.fromkeys(terms, 0)
    noted = connection.execute(
        "SELECT term, sum(passages) FROM lexical_terms"
        f" WHERE term IN ({marks(list(found))}) AND since <= ? GROUP BY term",
        (*found, number),
    )
    return found | {term: n for term, n in noted if isinstance(n, int) and n > 0}


def begin(connection: sqlite3.Connection, number: int) -> None:
    """Note what a generation, whose documents are known, changes of the one before its number."""
    _note(connection, number, _changed(connection, number - 1, number))


def stored(
    connection: sqlite3.Connection, passages: Sequence[tuple[int, Sequence[str]]], sign: int = 1
) -> None:
    """Count passages, (row, terms), in the generations that have their documents already.

    With `sign` -1 they count no longer. Of what is new none has, until `begin`.
    """
    terms = dict(passages)
    changed: dict[int, Counter[str]] = defaultdict(Counter)
    for some in together(list(terms)):
        for row, since, until in connection.execute(f"{_SPANS} ({marks(some)})", some):
            one = _of(terms[row])
            _add(changed[since], one, sign)
            if until is not None:
                _add(changed[until], one, -sign)
    for number, found in changed.items():
        _note(connection, number, found)


def forget(connection: sqlite3.Connection, number: int) -> None:
    """What a generation changed that is not to be."""
    connection.execute("DELETE FROM lexical_terms WHERE since = ?", (number,))


def sum_up(connection: sqlite3.Connection) -> None:
    """After generations have gone: what all that are left add up is added up for them."""
    oldest, newest = connection.execute(
        "SELECT min(number), max(number) FROM generations"
    ).fetchone()
    connection.execute("DELETE FROM lexical_terms WHERE since > ?", (newest or 0,))
    found = connection.execute(
        "SELECT term, max(since), sum(passages) FROM lexical_terms WHERE since <= ?"
        " GROUP BY term HAVING count(*) > 1 OR sum(passages) = 0",
        (oldest or 0,),
    ).fetchall()
    connection.executemany(
        "DELETE FROM lexical_terms WHERE term = ? AND since <= ?",
        [(term, oldest) for term, _, _ in found],
    )
    connection.executemany(
        "INSERT INTO lexical_terms VALUES (?, ?, ?)", [one for one in found if one[2]]
    )


def wrong(connection: sqlite3.Connection) -> int:
    """How many terms are noted in other passages than have them, of all generations together."""
    numbers = [n for (n,) in connection.execute("SELECT number FROM generations ORDER BY number")]
    noted: dict[int, Counter[str]] = defaultdict(Counter)
    found = 0
    for term, since, passages in connection.execute("SELECT * FROM lexical_terms"):
        if isinstance(since, int) and isinstance(passages, int):
            noted[bisect_left(numbers, since)][term] += passages
        else:
            found += 1
    off: Counter[str] = Counter()
    for place, number in enumerate(numbers):
        _add(off, noted.pop(place, {}))
        _add(off, _changed(connection, numbers[place - 1] if place else 0, number), -1)
        off = Counter({term: count for term, count in off.items() if count})
        found += len(off)
    return found


def _changed(connection: sqlite3.Connection, after: int, upto: int) -> Counter[str]:
    """By how many passages terms are in more of one generation than in an older one."""
    changed: Counter[str] = Counter()
    for sign, which in ((1, "since"), (-1, "until")):
        found: Counter[str] = Counter()
        for (joined,) in connection.execute(
            f"{_TERMS} {which} > ? AND {which} <= ?", (after, upto)
        ):
            terms = joined.split()
            found.update(set(terms))  # of a dict it would take three times as long
            found[ALL] += len(terms)
        _add(changed, found, sign)
    return changed


def _of(terms: Sequence[str]) -> dict[str, int]:
    """What a passage counts for."""
    return {**dict.fromkeys(terms, 1), ALL: len(terms)}


def _add(counts: Counter[str], more: Mapping[str, int], sign: int = 1) -> None:
    if sign > 0:
        counts.update(more)
    else:
        counts.subtract(more)


def _note(connection: sqlite3.Connection, number: int, changed: Mapping[str, int]) -> None:
    connection.executemany(
        "INSERT INTO lexical_terms VALUES (?, ?, ?)"
        " ON CONFLICT (term, since) DO UPDATE SET passages = passages + excluded.passages",
        sorted((term, number, count) for term, count in changed.items() if count),
    )
