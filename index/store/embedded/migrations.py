"""From one format of the database to the next: for who only reads, and for who may write.

A library of an older format is read as it is, through views that give what it lacks; the next
writer brings it up to date in place, in one transaction.

2  adds to a document its blocks, what was left out of it and where it is from
3  adds a seal to each row
4  adds to the vectors of sentences how many bits each number of theirs has: 8 in what is new
5  finds what begins and ends with a generation, and notes the tally of its documents in its seal;
   a generation made before keeps its own
6  counts the passages that have a term by generation, and not in all that is stored
7  notes of a generation which one was live when it was made
8  tells of new documents what was left out as values, and what older ones say in words stays;
   keeps no copy of the words that are searched, in which i and ı are one from then on; vectors of
   whole passages have 8 bits a number in what is new, too
"""

import sqlite3
from collections.abc import Callable

from index.store import seals
from index.store.embedded import bm25, counts, extents, generations
from index.store.embedded.sealing import sealed
from index.store.embedded.shelf import Shelf
from index.store.embedded.storing import renew_words

FORMAT = 8

SPANS = (
    "CREATE INDEX served_since ON served (since)",
    "CREATE INDEX served_until ON served (until) WHERE until IS NOT NULL",
)
_WORDS = f"(SELECT {sealed(('terms',))} FROM lexical WHERE rowid = row)"
_HASH = "(SELECT hash FROM vectors WHERE vectors.id = sentence_vectors.id)"


def _add_blocks(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE documents ADD COLUMN blocks BLOB NOT NULL DEFAULT x''")
    connection.execute("ALTER TABLE documents ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'")
    connection.execute("ALTER TABLE documents ADD COLUMN origin TEXT")


def _add_seals(connection: sqlite3.Connection) -> None:
    for table in (
        "documents",
        "passages",
        "vectors",
        "sentence_vectors",
        "generations",
        "library",
    ):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN seal BLOB")
    connection.execute("ALTER TABLE passages ADD COLUMN words BLOB")
    for change in (
        f"documents SET seal = {sealed(seals.DOCUMENT)}",
        f"passages SET words = {_WORDS}",
        f"passages SET seal = {sealed(seals.PASSAGE)}",
        f"vectors SET seal = {sealed(seals.VECTOR)} WHERE whole IS NOT NULL",
        f"sentence_vectors SET seal = {sealed((_HASH, 'packed'))}",
        f"library SET seal = {sealed(seals.LIBRARY)}",
    ):
        connection.execute(f"UPDATE {change}")
    for generation in generations.published(connection):
        extents.seal(connection, generation.number)


def _add_bits(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE sentence_vectors ADD COLUMN bits INTEGER NOT NULL DEFAULT 16")


def _add_spans(connection: sqlite3.Connection) -> None:
    for index in SPANS:
        connection.execute(index)


def _count_by_generation(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE lexical_terms")
    connection.execute(counts.SCHEMA)
    numbers = "SELECT since FROM served UNION SELECT until FROM served WHERE until IS NOT NULL"
    for (number,) in connection.execute(numbers).fetchall():
        counts.begin(connection, number)


def _note_what_it_was_made_from(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE generations ADD COLUMN made_from INTEGER")


def _keep_no_words(connection: sqlite3.Connection) -> None:
    connection.execute(bm25.SOURCE)
    renew_words(connection, Shelf(connection))


# What brings a library of the format to the next one.
STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {
    1: _add_blocks,
    2: _add_seals,
    3: _add_bits,
    4: _add_spans,
    5: _count_by_generation,
    6: _note_what_it_was_made_from,
    7: _keep_no_words,
}

_UNSEALED = (
    f"passages AS SELECT *, {sealed(seals.PASSAGE)} AS seal"
    f" FROM (SELECT *, {_WORDS} AS words FROM main.passages)",
    f"vectors AS SELECT *, {sealed(seals.VECTOR)} AS seal FROM main.vectors",
    f"sentence_vectors AS SELECT *, {sealed((_HASH, 'packed'))} AS seal, 16 AS bits"
    " FROM main.sentence_vectors",
    "generations AS SELECT *, NULL AS seal, NULL AS made_from FROM main.generations",
    f"library AS SELECT *, {sealed(seals.LIBRARY)} AS seal FROM main.library",
)
_DOCUMENTS = f"documents AS SELECT *, {sealed(seals.DOCUMENT)} AS seal FROM"
# An empty term counted all passages; what `lexical_terms` counts by it now is not known.
_COUNTS = (
    "lexical_terms AS SELECT term, 0 AS since, passages FROM main.lexical_terms WHERE term != ''"
)
# The words that are searched, which were kept beside their index.
_SOURCE = "lexical_source AS SELECT rowid AS row, terms FROM main.lexical"
_MADE = "generations AS SELECT *, NULL AS made_from FROM main.generations"
# What lets a library of the format be read as if it were of the present one.
VIEWS = {
    1: (
        f"{_DOCUMENTS} (SELECT *, x'' AS blocks, '[]' AS left_out, NULL AS origin"
        " FROM main.documents)",
        *_UNSEALED,
        _COUNTS,
        _SOURCE,
    ),
    2: (f"{_DOCUMENTS} main.documents", *_UNSEALED, _COUNTS, _SOURCE),
    3: (
        "sentence_vectors AS SELECT *, 16 AS bits FROM main.sentence_vectors",
        _MADE,
        _COUNTS,
        _SOURCE,
    ),
    4: (_MADE, _COUNTS, _SOURCE),
    5: (_MADE, _COUNTS, _SOURCE),
    6: (_MADE, _SOURCE),
    7: (_SOURCE,),
}


def read_as_present(connection: sqlite3.Connection) -> None:
    """Give the connection what a library of an older format lacks; nothing is written."""
    for view in VIEWS.get(_format(connection), ()):
        connection.execute(f"CREATE TEMP VIEW {view}")


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Make the library one of the present format; wants to be called inside a transaction."""
    for version in range(_format(connection), FORMAT):
        STEPS[version](connection)
        connection.execute(f"PRAGMA user_version = {version + 1}")


def _format(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
