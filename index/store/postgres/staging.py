"""The next generation written down, unseen: by what it has and the one that is live has not."""

from datetime import UTC, datetime

from index.store.interface import Generation
from index.store.postgres import extents
from index.store.postgres.generations import SAME_NAME, SERVED, count
from index.store.postgres.session import Connection

# By what of its hash a document is told from others in the seal of a generation.
MARK = "('x' || left(hash::text, 8))::bit(32)::bigint"
_IS_OPEN = "EXISTS (SELECT FROM served AS one WHERE one.document = {0}.document AND until IS NULL)"


def stage(connection: Connection, encoder: int, before: Generation | None, *, kept: bool) -> int:
    """Add a generation of what the tables `put`, `gone` and, if `kept`, `before` say.

    Nobody sees it yet. Wants to be called inside a transaction.
    """
    found = connection.execute(
        "UPDATE library SET newest = newest + 1 RETURNING newest, newest - 1 = live"
    ).fetchone()
    assert found is not None
    number, is_newest = found
    if before and kept and not is_newest:
        _go_on_from(connection, number, before.number)
    _close(connection, number, kept=before is not None and kept)
    connection.execute(
        f"INSERT INTO served SELECT document, %s, NULL, passages, terms, {MARK}"
        f" FROM put JOIN documents ON id = document WHERE NOT {_IS_OPEN.format('put')}".encode(),
        (number,),
    )
    count(connection, number)
    made = (
        extents.gone_on(connection, before.number, number)
        if before
        else extents.extent(connection, number)
    )
    _enter(connection, number, encoder, before, made)
    extents.seal(connection, number, made)
    return int(number)


def _go_on_from(connection: Connection, number: int, live: int) -> None:
    """After a rollback what is open is the newest generation's: make it the live one's."""
    given = {"generation": live, "number": number}
    connection.execute(
        "UPDATE served SET until = %(number)s"
        f" WHERE until IS NULL AND document NOT IN ({SERVED})".encode(),
        given,
    )
    connection.execute(
        "INSERT INTO served SELECT document, %(number)s, NULL, passages, terms, mark FROM served"
        " WHERE since <= %(generation)s AND until > %(generation)s"
        f" AND NOT {_IS_OPEN.format('served')}".encode(),
        given,
    )


def _close(connection: Connection, number: int, *, kept: bool) -> None:
    """End what the generation does not have."""
    names = "(SELECT doc_id FROM put UNION SELECT doc_id FROM gone) AS names"
    named = f"SELECT id FROM {names} JOIN documents ON {SAME_NAME.format('names.doc_id')}"
    which = f"AND document IN ({named})" if kept else ""
    connection.execute(
        "UPDATE served SET until = %s WHERE until IS NULL"
        f" AND document NOT IN (SELECT document FROM put) {which}".encode(),
        (number,),
    )
    connection.execute("DELETE FROM served WHERE since = %s AND until = since", (number,))


def _enter(
    connection: Connection,
    number: int,
    encoder: int,
    before: Generation | None,
    made: extents.Extent,
) -> None:
    """Put the generation into the list of all, without its seal."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(
        "INSERT INTO generations (number, created, encoder, documents, passages, terms, made_from,"
        " seal) VALUES (%s, %s, %s, %s, %s, %s, %s, '')",
        (number, now, encoder, made.documents, made.passages, made.terms,
         before.number if before else None),
    )  # fmt: skip
