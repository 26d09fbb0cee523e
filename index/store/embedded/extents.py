"""What a generation has, how much and which documents, and the seal by which that is known."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from index.store import fingerprints, seals
from index.store.embedded.generations import SELECT, SERVED, served_by
from index.store.embedded.tally import DESCRIBED, packed, tally_of, unpacked
from index.store.interface import Rows
from index.store.seals import described, seal_of, seal_of_described

# All documents that there are, in the order of the index of hashes, which has their keys, too: to
# look up which are a generation's takes three times as long as to leave the others out. SQLite can
# do so for 20 million documents. One whose hash has lost its length is not among them.
_ALL = f"""
SELECT {DESCRIBED} FROM (
    SELECT hash, id FROM main.documents WHERE length(hash) = {fingerprints.SIZE} ORDER BY hash
)
"""
# As seals had them before there were tallies: as `seals.described` describes them, in the order of
# the documents of generation `?1`.
_MEMBERS = f"""
SELECT CAST(
    group_concat('4:blob16:' || hash || '7:integer' || length(id) || ':' || id, '') AS BLOB
)
FROM (SELECT hash, id FROM main.documents WHERE +id IN ({SERVED}) ORDER BY hash)
"""


@dataclass(frozen=True, slots=True)
class Extent:
    """How many documents and passages, and the tally of the documents."""

    documents: int
    passages: int
    tally: int


def extent(connection: sqlite3.Connection, number: int) -> Extent:
    """As it is noted of a generation; counted where that is not what it was, or is not noted."""
    noted = noted_tally(connection, number)
    if noted is not None and is_whole(connection, number, noted):
        *_, documents, passages = _row(connection, number)
        return Extent(int(documents), int(passages), noted)
    (documents,), (passages,) = (
        connection.execute(query, (number,)).fetchone()
        for query in (
            f"SELECT count(*) FROM ({SERVED})",
            f"SELECT count(*) FROM passages WHERE document IN ({SERVED})",
        )
    )
    return Extent(int(documents), int(passages), tally(connection, number))


def extent_of(connection: sqlite3.Connection, documents: str, *values: int) -> Extent:
    """Of the documents whose keys a query gives."""
    query = f"SELECT count(*), {DESCRIBED} FROM main.documents WHERE id IN ({documents})"
    count, found = connection.execute(query, values).fetchone()
    query = f"SELECT count(*) FROM passages WHERE document IN ({documents})"
    (passages,) = connection.execute(query, values).fetchone()
    return Extent(int(count), int(passages), tally_of(found))


def tally(connection: sqlite3.Connection, number: int) -> int:
    """Of the documents that a generation has; all that there are, are read."""
    return tally_among(connection, served_by(connection, number))


def tally_among(connection: sqlite3.Connection, documents: Rows) -> int:
    """Of the documents of these keys."""
    (found,) = connection.execute(_ALL).fetchone()
    return tally_of(found, documents)


def seal(connection: sqlite3.Connection, number: int, counted: int | None = None) -> None:
    """Note the seal of what a generation is: its own row, and which documents it has.

    Their tally is worked out unless it has been `counted`.
    """
    found = packed(tally(connection, number) if counted is None else counted)
    row = _row(connection, number)
    noted = seal_of(*row[:2]) + found + _seal_of_members(row, found)
    connection.execute("UPDATE generations SET seal = ? WHERE number = ?", (noted, number))


def is_whole(connection: sqlite3.Connection, number: int, counted: int | None = None) -> bool:
    """Whether a generation has the documents it was made with; True before there were seals.

    Their tally is worked out unless it has been `counted`.
    """
    noted, row = _noted(connection, number), _row(connection, number)
    if noted == b"":
        return True
    if len(noted) == 2 * seals.SIZE:
        (members,) = connection.execute(_MEMBERS, (number,)).fetchone()
        return noted[seals.SIZE :] == _seal_of_members(row, members or b"")
    found = packed(tally(connection, number) if counted is None else counted)
    return noted[seals.SIZE :] == found + _seal_of_members(row, found)


def is_described(connection: sqlite3.Connection, number: int) -> bool:
    """Whether also what is only told of a generation is what it was: its number and time."""
    noted = _noted(connection, number)
    return noted == b"" or noted[: seals.SIZE] == seal_of(*_row(connection, number)[:2])


def noted_tally(connection: sqlite3.Connection, number: int) -> int | None:
    """The tally that is noted of a generation; None of one that was made before there were any."""
    noted = _noted(connection, number)
    return unpacked(noted[seals.SIZE : -seals.SIZE]) if len(noted) > 2 * seals.SIZE else None


def _noted(connection: sqlite3.Connection, number: int) -> bytes:
    query = "SELECT seal FROM generations WHERE number = ?"
    found = connection.execute(query, (number,)).fetchone()
    # A number that is listed and cannot be found is damage to the table itself.
    seal = b"lost" if found is None else found[0]
    return seal if isinstance(seal, bytes) else b"" if seal is None else b"no seal"


def _seal_of_members(row: tuple[Any, ...], members: bytes) -> bytes:
    """The seal of a generation's encoder, its counts, and its documents as they are described."""
    return seal_of_described(described(*row[2:]) + members)


def _row(connection: sqlite3.Connection, number: int) -> tuple[Any, ...]:
    return connection.execute(f"{SELECT} WHERE number = ?", (number,)).fetchone() or ()
