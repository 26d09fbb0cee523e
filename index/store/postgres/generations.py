"""Generations in the database: staged, published, discarded, pruned; never changed.

The functions that change something want to be called inside a transaction.
"""

from collections.abc import Sequence

from index.errors import LibraryError, LibraryNotFound
from index.store.addresses import shown
from index.store.going_back import made_from
from index.store.interface import EncoderId, Generation
from index.store.postgres import words
from index.store.postgres.session import Connection
from index.store.seals import seal_of
from index.store.serving import serving

_MEMBERS = """
FROM served WHERE since <= %(generation)s AND (until IS NULL OR until > %(generation)s)
"""
# The documents of a generation.
SERVED = f"SELECT document {_MEMBERS}"
# Whether a document is of the name; the index is of a part of it, for it may be long.
SAME_NAME = "left(documents.doc_id, 600) = left({0}, 600) AND documents.doc_id = {0}"
# Who waits for a new generation listens to this.
CHANNEL = "verbatim_generation"
# Only the newest generation can be in the making, and never the live one.
_OLDER = """
(number = (SELECT live FROM library) OR number < (SELECT max(number) FROM generations))
"""
SELECT = """
SELECT number, created, name, revision, dimension, documents, passages
FROM generations JOIN encoders ON encoders.id = encoder
"""
# What queries are planned by.
_DESCRIBED = (
    "served, frequencies, documents (id, doc_id, segment), passages (row, document, vector),"
    " vectors (id, encoder), postings (term, segment)"
)


def live(connection: Connection) -> Generation | None:
    """The generation that answers, if one has been published.

    Raises LibraryError if which one it is has been lost.
    """
    # In one statement: what is live may be another one a moment later, and this one pruned.
    row = connection.execute(
        "SELECT id, live, seal, found.* FROM library"
        f" LEFT JOIN ({SELECT}) AS found ON found.number = live".encode()
    ).fetchone()
    if row is None or (row[1] and seal_of(row[0], row[1]) != row[2]):
        raise _lost(connection)
    if not row[1]:
        return None
    if row[3] is None:
        raise _lost(connection)
    return Generation(*row[3:])


def before(connection: Connection) -> Generation | None:
    """What the live generation was made from; None where nothing of that is left.

    Raises as `live`.
    """
    if (found := live(connection)) is None:
        return None
    # As JSON: who only reads may meet a library in which it is not noted yet.
    row = connection.execute(
        "SELECT (to_jsonb(generations) ->> 'made_from')::bigint FROM generations"
        " WHERE number = %s",
        (found.number,),
    ).fetchone()
    kept = {one.number: one for one in published(connection)}
    number = made_from(found.number, row[0] if row else None, kept)
    return None if number is None else kept[number]


def answering(connection: Connection) -> Generation | None:
    """The live generation; None also where which one it is has been lost."""
    try:
        return live(connection)
    except LibraryError:
        return None


def _lost(connection: Connection) -> LibraryError:
    there = ", ".join(str(one.number) for one in published(connection))
    return LibraryError(
        "the library is damaged: which generation answers has been lost; choose one by"
        f" `python -m index rollback NUMBER` (there are {there})"
    )


def require_live(connection: Connection, address: str) -> Generation:
    """The generation that answers; raises LibraryNotFound before the first."""
    found = live(connection)
    if found is None:
        raise LibraryNotFound(
            f"nothing has been built at {shown(address)} yet: `python -m index build --library"
            f" {shown(address)} FILES`"
        )
    return found


def get(connection: Connection, number: int) -> Generation | None:
    """A generation by number, published or staged."""
    found = connection.execute(f"{SELECT} WHERE number = %s".encode(), (number,)).fetchone()
    return Generation(*found) if found else None


def published(connection: Connection) -> list[Generation]:
    """All that can be served, oldest first."""
    rows = connection.execute(f"{SELECT} WHERE published ORDER BY number".encode())
    return [Generation(*row) for row in rows]


def names(connection: Connection) -> list[str]:
    """The names of all documents that a published generation serves, in order."""
    found = connection.execute(
        "SELECT DISTINCT doc_id FROM documents JOIN served ON document = id WHERE EXISTS"
        " (SELECT 1 FROM generations WHERE published AND number >= since"
        " AND (until IS NULL OR number < until))"
    )
    return sorted(name for (name,) in found)


def holding(connection: Connection, doc_id: str) -> list[tuple[Generation, int | None]]:
    """All that can be served, oldest first, each with the key of its document of a name."""
    query = (
        "SELECT since, until, id FROM served JOIN documents ON id = document"
        f" WHERE {SAME_NAME.format('%(name)s')}"
    )
    spans = connection.execute(query.encode(), {"name": doc_id}).fetchall()
    return [(one, serving(spans, one.number)) for one in published(connection)]


def encoder_key(connection: Connection, encoder: EncoderId) -> int:
    """The number of an encoder in the database, noted now if it is new."""
    whose = (encoder.name, encoder.revision)
    query = "SELECT id FROM encoders WHERE name = %s AND revision = %s"
    if not connection.execute(query, whose).fetchone():
        connection.execute(
            "INSERT INTO encoders (name, revision, dimension) VALUES (%s, %s, %s)",
            (*whose, encoder.dimension),
        )
    found = connection.execute(query, whose).fetchone()
    assert found is not None
    return int(found[0])


def count(connection: Connection, number: int) -> None:
    """Note how the generation differs from the last one in how often each term is there."""
    for sign, which in ((1, "since"), (-1, "until")):
        query = f"SELECT document FROM served WHERE {which} = %s"
        found = [one for (one,) in connection.execute(query.encode(), (number,))]
        connection.execute(
            "INSERT INTO frequencies SELECT term, %(number)s, %(sign)s * passages"
            f" FROM ({words.FREQUENCIES}) AS changed"
            " ON CONFLICT (term, since) DO UPDATE"
            " SET passages = frequencies.passages + excluded.passages".encode(),
            {"documents": found, "number": number, "sign": sign},
        )


def recount(connection: Connection) -> None:
    """Count how often terms are there again, for every generation."""
    connection.execute("DELETE FROM frequencies")
    for number in _spans(connection):
        count(connection, number)


def _spans(connection: Connection) -> list[int]:
    """The numbers from which, or until which, documents are served."""
    query = "SELECT since FROM served UNION SELECT until FROM served WHERE until IS NOT NULL"
    return sorted(int(number) for (number,) in connection.execute(query))


def publish(connection: Connection, number: int) -> None:
    """Let a generation answer from now on, and tell who listens."""
    connection.execute("UPDATE generations SET published = true WHERE number = %s", (number,))
    library = connection.execute("SELECT id FROM library").fetchone()
    assert library is not None
    seal = seal_of(library[0], number)
    connection.execute("UPDATE library SET live = %s, seal = %s", (number, seal))
    connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, str(number)))


def describe(connection: Connection) -> None:
    """Let the server's planner know what is in the tables, after much has changed."""
    connection.execute(f"ANALYZE {_DESCRIBED}".encode())


def hidden(connection: Connection) -> list[int]:
    """Generations that were published and do not say so any more, which only damage does."""
    query = f"SELECT number FROM generations WHERE NOT published AND {_OLDER}"
    return [number for (number,) in connection.execute(query.encode())]


def discard_staged(connection: Connection) -> None:
    """Undo what was staged and never published; its documents and vectors wait to be reused."""
    query = f"SELECT number FROM generations WHERE NOT published AND NOT {_OLDER}"
    for (number,) in connection.execute(query.encode()).fetchall():
        for change in (
            "DELETE FROM served WHERE since = %s",
            "UPDATE served SET until = NULL WHERE until = %s",
            "DELETE FROM frequencies WHERE since = %s",
            "DELETE FROM generations WHERE number = %s",
        ):
            connection.execute(change.encode(), (number,))


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Forget generations, and when each document was served that only they served.

    What ended with a generation after the newest that is left has not ended.
    """
    connection.execute("DELETE FROM generations WHERE number = ANY(%s)", (list(numbers),))
    connection.execute(
        "DELETE FROM served WHERE NOT EXISTS (SELECT FROM generations"
        " WHERE number >= since AND (until IS NULL OR number < until))"
    )
    newest = "(SELECT coalesce(max(number), 0) FROM generations)"
    connection.execute(f"UPDATE served SET until = NULL WHERE until > {newest}".encode())
    connection.execute(f"DELETE FROM frequencies WHERE since > {newest}".encode())
    _sum_up(connection)


def _sum_up(connection: Connection) -> None:
    """Frequencies that every generation left adds up are added up for it."""
    connection.execute(
        """
        WITH oldest AS (SELECT coalesce(min(number), 0) AS number FROM generations),
        old AS (
            DELETE FROM frequencies USING oldest WHERE since <= number AND term IN (
                SELECT term FROM frequencies, oldest WHERE since <= number
                GROUP BY term HAVING count(*) > 1 OR sum(passages) = 0
            ) RETURNING term, since, passages
        )
        INSERT INTO frequencies SELECT term, max(since), sum(passages) FROM old
        GROUP BY term HAVING sum(passages) > 0
        ON CONFLICT (term, since) DO UPDATE SET passages = excluded.passages
        """
    )


def newest_document(connection: Connection) -> int:
    """The highest key of a document that a generation serves; 0 if there is none."""
    found = connection.execute("SELECT coalesce(max(document), 0) FROM served").fetchone()
    return int(found[0]) if found else 0


def collect(connection: Connection, after: int = 0) -> None:
    """Delete the documents that no generation serves, their passages, words and vectors.

    Of those only whose keys are higher than `after`, if it is given.
    """
    gone = connection.execute(
        "DELETE FROM documents WHERE id > %s AND NOT EXISTS"
        " (SELECT FROM served WHERE document = documents.id) RETURNING id, segment",
        (after,),
    ).fetchall()
    if gone:
        forget_passages(connection, [document for document, _ in gone])
    words.tidy(connection, {segment for _, segment in gone})


def forget_passages(
    connection: Connection, documents: Sequence[int], *, vectors: bool = True
) -> None:
    """Delete the passages of documents, and `vectors` that are of no other passage."""
    gone = connection.execute(
        "DELETE FROM passages WHERE document = ANY(%s) RETURNING vector", (list(documents),)
    ).fetchall()
    if vectors:
        connection.execute(
            "DELETE FROM vectors WHERE id = ANY(%s)"
            " AND NOT EXISTS (SELECT FROM passages WHERE vector = vectors.id)",
            ([vector for (vector,) in gone],),
        )
