"""Generations in the database: staged, published, discarded, pruned; never changed.

The functions here take a connection that writes; those that change something want to be called
inside a transaction.
"""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from index.errors import LibraryError
from index.store import seals
from index.store.embedded import bm25
from index.store.embedded.sealing import sealed
from index.store.interface import EncoderId, Generation
from index.store.seals import described, seal_of, seal_of_described
from index.store.serving import serving

# The documents of generation `?1`.
SERVED = "SELECT document FROM served WHERE since <= ?1 AND (until IS NULL OR until > ?1)"
# The hashes and keys of the documents of generation `?1`, in the order of the index of hashes,
# which has both, as `seals.described` describes them, in less than half the time. SQLite can do so
# for 20 million documents.
_MEMBERS = f"""
SELECT CAST(
    group_concat('4:blob16:' || hash || '7:integer' || length(id) || ':' || id, '') AS BLOB
)
FROM (SELECT hash, id FROM main.documents WHERE +id IN ({SERVED}) ORDER BY hash)
"""
# Only the newest generation can be in the making, and never the live one.
_OLDER = """
(number IN (SELECT live FROM library) OR number < (SELECT max(number) FROM generations))
"""
_SELECT = """
SELECT number, created, name, revision, dimension, documents, passages
FROM generations JOIN encoders ON encoders.id = encoder
"""


def live(connection: sqlite3.Connection) -> Generation | None:
    """The generation that answers, if one has been published.

    Raises LibraryError if which one it is has been lost.
    """
    number, noted, seal = connection.execute(
        f"SELECT live, seal, {sealed(seals.LIBRARY)} FROM library"
    ).fetchone()
    found = get(connection, number) if number else None
    if noted != seal or (number and not found):
        there = ", ".join(str(one.number) for one in published(connection))
        raise LibraryError(
            "the library is damaged: which generation answers has been lost; choose one by"
            f" `python -m index rollback NUMBER` (there are {there})"
        )
    return found


def answering(connection: sqlite3.Connection) -> Generation | None:
    """The live generation; None also where which one it is has been lost."""
    try:
        return live(connection)
    except LibraryError:
        return None


def get(connection: sqlite3.Connection, number: int) -> Generation | None:
    """A generation by number, published or staged."""
    found = connection.execute(f"{_SELECT} WHERE number = ?", (number,)).fetchone()
    return Generation(*found) if found else None


def served(connection: sqlite3.Connection, number: int) -> Generation | None:
    """A generation by number, if it has been published."""
    found = connection.execute(f"{_SELECT} WHERE number = ? AND published", (number,)).fetchone()
    return Generation(*found) if found else None


def published(connection: sqlite3.Connection) -> list[Generation]:
    """All that can be served, oldest first."""
    rows = connection.execute(f"{_SELECT} WHERE published ORDER BY number")
    return [Generation(*row) for row in rows]


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


def stage(connection: sqlite3.Connection, encoder: int) -> int:
    """Add a generation of the documents in the table `candidate`; nobody sees it yet."""
    (documents,) = connection.execute("SELECT count(*) FROM candidate").fetchone()
    (passages,) = connection.execute(
        "SELECT count(*) FROM passages WHERE document IN (SELECT document FROM candidate)"
    ).fetchone()
    number = connection.execute(
        "INSERT INTO generations (created, encoder, documents, passages) VALUES (?, ?, ?, ?)",
        (datetime.now(UTC).isoformat(timespec="seconds"), encoder, documents, passages),
    ).lastrowid
    # A span that is still open holds at the newest number, whichever generation is live.
    connection.execute(
        "UPDATE served SET until = ?"
        " WHERE until IS NULL AND document NOT IN (SELECT document FROM candidate)",
        (number,),
    )
    connection.execute(
        "INSERT INTO served SELECT document, ?, NULL FROM candidate"
        " WHERE document NOT IN (SELECT document FROM served WHERE until IS NULL)",
        (number,),
    )
    assert number is not None
    seal(connection, number)
    return number


def seal(connection: sqlite3.Connection, number: int) -> None:
    """Note the seal of what a generation is: its own row, and which documents it has."""
    connection.execute(
        "UPDATE generations SET seal = ? WHERE number = ?", (_seal(connection, number), number)
    )


def is_whole(connection: sqlite3.Connection, number: int) -> bool:
    """Whether a generation has the documents it was made with; True before there were seals."""
    noted = _noted(connection, number)
    return noted == b"" or noted[seals.SIZE :] == _seal(connection, number)[seals.SIZE :]


def is_described(connection: sqlite3.Connection, number: int) -> bool:
    """Whether also what is only told of a generation is what it was: its number and time."""
    return _noted(connection, number) in (b"", _seal(connection, number))


def _noted(connection: sqlite3.Connection, number: int) -> bytes:
    query = "SELECT seal FROM generations WHERE number = ?"
    found = connection.execute(query, (number,)).fetchone()
    # A number that is listed and cannot be found is damage to the table itself.
    return b"lost" if found is None else bytes(found[0] or b"")


def _seal(connection: sqlite3.Connection, number: int) -> bytes:
    """Two seals: of its number and time, and of its documents, their counts and the encoder."""
    own = connection.execute(f"{_SELECT} WHERE number = ?", (number,)).fetchone() or ()
    (members,) = connection.execute(_MEMBERS, (number,)).fetchone()
    return seal_of(*own[:2]) + seal_of_described(described(*own[2:]) + (members or b""))


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


def remove(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Forget generations, and when each document was served that only they served."""
    connection.executemany(
        "DELETE FROM generations WHERE number = ?", [(number,) for number in numbers]
    )
    connection.execute(
        "DELETE FROM served WHERE NOT EXISTS (SELECT 1 FROM generations"
        " WHERE number >= since AND (until IS NULL OR number < until))"
    )


def collect(connection: sqlite3.Connection) -> None:
    """Delete the documents that no generation serves, their passages, words and vectors."""
    documents = connection.execute(
        "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM served)"
    ).fetchall()
    for document in documents:
        rows = connection.execute("SELECT row FROM passages WHERE document = ?", document)
        bm25.remove(connection, [row for (row,) in rows.fetchall()])
        connection.execute("DELETE FROM passages WHERE document = ?", document)
        connection.execute("DELETE FROM documents WHERE id = ?", document)
    connection.execute("DELETE FROM vectors WHERE id NOT IN (SELECT vector FROM passages)")


def snapshot_of(connection: sqlite3.Connection, number: int) -> int | None:
    """The generation whose FAISS file this one starts from; None if none was written."""
    found = connection.execute("SELECT snapshot FROM generations WHERE number = ?", (number,))
    (snapshot,) = found.fetchone()
    return None if snapshot is None else int(snapshot)


def start_from(connection: sqlite3.Connection, number: int, snapshot: int | None) -> None:
    """Note whose FAISS file a generation starts from."""
    connection.execute("UPDATE generations SET snapshot = ? WHERE number = ?", (snapshot, number))
