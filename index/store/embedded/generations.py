"""Generations in the database: staged, published, discarded, pruned; never changed.

The functions here take a connection that writes; those that change something want to be called
inside a transaction.
"""

import sqlite3
from collections.abc import Iterable

import numpy as np

from index.errors import LibraryError
from index.store import seals
from index.store.embedded import counts
from index.store.embedded.batches import numbers
from index.store.embedded.sealing import sealed
from index.store.embedded.shelf import Shelf
from index.store.embedded.storing import forget_words, renew_words
from index.store.going_back import made_from
from index.store.interface import EncoderId, Generation, Rows
from index.store.serving import serving

# Whether a span holds at generation `?1`; read one by one, or looked up by its document, and not
# by the indexes of where it begins and ends, which are for those few that differ.
HOLDS = "+since <= ?1 AND (+until IS NULL OR +until > ?1)"
# The documents of generation `?1`.
SERVED = f"SELECT document FROM served WHERE {HOLDS}"
# Whether generation `?1` has a document of the table `documents`.
IS_SERVED = f"EXISTS (SELECT 1 FROM served WHERE document = documents.id AND {HOLDS})"
# Only the newest generation can be in the making, and never the live one.
_OLDER = """
(number IN (SELECT live FROM library) OR number < (SELECT max(number) FROM generations))
"""
SELECT = """
SELECT number, created, name, revision, dimension, documents, passages
FROM generations JOIN encoders ON encoders.id = encoder
"""


def live(connection: sqlite3.Connection) -> Generation | None:
    """The generation that answers, if one has been published.

    Raises LibraryError if which one it is has been lost.
    """
    # In one statement: what is live may be another one a moment later, and this one pruned.
    number, noted, seal, *row = connection.execute(
        f"SELECT live, seal, {sealed(seals.LIBRARY)}, found.* FROM library"
        f" LEFT JOIN ({SELECT}) AS found ON found.number = live"
    ).fetchone()
    found = Generation(*row) if row[0] else None
    if noted != seal or (number and not found):
        there = ", ".join(str(one.number) for one in published(connection))
        raise LibraryError(
            "the library is damaged: which generation answers has been lost; choose one by"
            f" `python -m index rollback NUMBER` (there are {there})"
        )
    return found


def before(connection: sqlite3.Connection) -> Generation | None:
    """What the live generation was made from; None where nothing of that is left.

    Raises as `live`.
    """
    if (found := live(connection)) is None:
        return None
    (noted,) = connection.execute(
        "SELECT CAST(made_from AS INTEGER) FROM generations WHERE number = ?", (found.number,)
    ).fetchone()
    kept = {one.number: one for one in published(connection)}
    number = made_from(found.number, noted, kept)
    return None if number is None else kept[number]


def answering(connection: sqlite3.Connection) -> Generation | None:
    """The live generation; None also where which one it is has been lost."""
    try:
        return live(connection)
    except LibraryError:
        return None


def get(connection: sqlite3.Connection, number: int) -> Generation | None:
    """A generation by number, published or staged."""
    found = connection.execute(f"{SELECT} WHERE number = ?", (number,)).fetchone()
    return Generation(*found) if found else None


def served(connection: sqlite3.Connection, number: int) -> Generation | None:
    """A generation by number, if it has been published."""
    found = connection.execute(f"{SELECT} WHERE number = ? AND published", (number,)).fetchone()
    return Generation(*found) if found else None


def published(connection: sqlite3.Connection) -> list[Generation]:
    """All that can be served, oldest first."""
    rows = connection.execute(f"{SELECT} WHERE published ORDER BY number")
    return [Generation(*row) for row in rows]


def served_by(connection: sqlite3.Connection, number: int) -> Rows:
    """The keys of the documents that a generation has, rising."""
    query = f"SELECT group_concat(document) FROM served WHERE {HOLDS}"
    return np.sort(numbers(connection, query, number))


def names(connection: sqlite3.Connection) -> list[str]:
    """The names of all documents that a published generation serves, in order."""
    found = connection.execute(
        "SELECT DISTINCT doc_id FROM documents JOIN served ON document = id WHERE EXISTS"
        " (SELECT 1 FROM generations WHERE published AND number >= since"
        " AND (until IS NULL OR number < until))"
    )
    return sorted(name for (name,) in found)


def holding(connection: sqlite3.Connection, doc_id: str) -> list[tuple[Generation, int | None]]:
    """All that can be served, oldest first, each with the key of its document of a name."""
    spans = connection.execute(
        "SELECT since, until, id FROM served JOIN documents ON id = document WHERE doc_id = ?",
        (doc_id,),
    ).fetchall()
    return [(one, serving(spans, one.number)) for one in published(connection)]


def encoder_key(connection: sqlite3.Connection, encoder: EncoderId) -> int:
    """The number of an encoder in the database, noted now if it is new."""
    connection.execute(
        "INSERT INTO encoders (name, revision, dimension) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (encoder.name, encoder.revision, encoder.dimension),
    )
    (key,) = connection.execute(
        "SELECT id FROM encoders WHERE name = ? AND revision = ?",
        (encoder.name, encoder.revision),
    ).fetchone()
    return int(key)


def publish(connection: sqlite3.Connection, number: int) -> None:
    """Let a generation answer from now on."""
    connection.execute("UPDATE generations SET published = 1 WHERE number = ?", (number,))
    connection.execute("UPDATE library SET live = ?", (number,))
    connection.execute(f"UPDATE library SET seal = {sealed(seals.LIBRARY)}")


def hidden(connection: sqlite3.Connection) -> list[int]:
    """Generations that were published and do not say so any more, which only damage does."""
    found = connection.execute(f"SELECT number FROM generations WHERE NOT published AND {_OLDER}")
    return [number for (number,) in found]


def discard_staged(connection: sqlite3.Connection) -> None:
    """Undo what was staged and never published; its documents and vectors wait to be reused."""
    for (number,) in connection.execute(
        f"SELECT number FROM generations WHERE NOT published AND NOT {_OLDER} ORDER BY number DESC"
    ).fetchall():
        connection.execute("DELETE FROM served WHERE since = ?", (number,))
        connection.execute("UPDATE served SET until = NULL WHERE until = ?", (number,))
        connection.execute("DELETE FROM generations WHERE number = ?", (number,))
        counts.forget(connection, number)


def remove(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Forget generations, and when each document was served that only they served.

    What ended with a generation after the newest that is left has not ended.
    """
    connection.executemany(
        "DELETE FROM generations WHERE number = ?", [(number,) for number in numbers]
    )
    connection.execute(
        "DELETE FROM served WHERE NOT EXISTS (SELECT 1 FROM generations"
        " WHERE number >= since AND (until IS NULL OR number < until))"
    )
    connection.execute(
        "UPDATE served SET until = NULL WHERE until > (SELECT max(number) FROM generations)"
    )
    counts.sum_up(connection)


def newest_document(connection: sqlite3.Connection) -> int:
    """The highest key of a document that a generation serves; 0 if there is none."""
    (found,) = connection.execute("SELECT coalesce(max(document), 0) FROM served").fetchone()
    return int(found)


def collect(connection: sqlite3.Connection, after: int = 0) -> None:
    """Delete the documents that no generation serves, their passages, words and vectors.

    Of those only whose keys are higher than `after`, if it is given.
    """
    documents = connection.execute(
        "SELECT id FROM documents WHERE id > ? AND id NOT IN"
        " (SELECT document FROM served WHERE document = documents.id)",
        (after,),
    ).fetchall()
    shelf, whole = Shelf(connection), True
    for document in documents:
        rows = connection.execute("SELECT row, vector FROM passages WHERE document = ?", document)
        found = rows.fetchall()
        whole &= forget_words(connection, shelf, [row for row, _ in found])
        connection.execute("DELETE FROM passages WHERE document = ?", document)
        connection.execute("DELETE FROM documents WHERE id = ?", document)
        connection.executemany(
            "DELETE FROM vectors WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM passages WHERE vector = ?1)",
            {(vector,) for _, vector in found},
        )
    if not whole:
        renew_words(connection, Shelf(connection))
    if not after:  # what damage left behind
        connection.execute("DELETE FROM vectors WHERE id NOT IN (SELECT vector FROM passages)")


def snapshot_of(connection: sqlite3.Connection, number: int) -> int | None:
    """The generation whose FAISS file this one starts from; None if none was written."""
    found = connection.execute("SELECT snapshot FROM generations WHERE number = ?", (number,))
    (snapshot,) = found.fetchone()
    return None if snapshot is None else int(snapshot)


def start_from(connection: sqlite3.Connection, number: int, snapshot: int | None) -> None:
    """Note whose FAISS file a generation starts from."""
    connection.execute("UPDATE generations SET snapshot = ? WHERE number = ?", (snapshot, number))
