"""The next generation written down, unseen: by what it has and the one that is live has not.

A draft notes that in temporary tables, so that one more text takes no longer in a large library.
"""

import sqlite3
from datetime import UTC, datetime

from index.store.embedded import counts
from index.store.embedded.extents import Extent, extent, extent_of, seal
from index.store.embedded.generations import HOLDS

# The documents that are put, and the names of those that are taken out; of the live documents
# those that are left out; of those that are put the ones that are not live.
TABLES = """
CREATE TEMP TABLE candidate (document INTEGER PRIMARY KEY, doc_id TEXT NOT NULL UNIQUE);
CREATE TEMP TABLE removed (doc_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE dropped (document INTEGER PRIMARY KEY);
CREATE TEMP TABLE fresh (document INTEGER PRIMARY KEY);
"""
# Of the generation `?1`, which the next one goes on from, or all of which it replaces.
_LEAVE_OUT = f"""
INSERT INTO dropped SELECT documents.id
FROM (SELECT doc_id FROM candidate UNION SELECT doc_id FROM removed) AS named
CROSS JOIN documents ON documents.doc_id = named.doc_id
WHERE documents.id NOT IN (SELECT document FROM candidate)
AND EXISTS (SELECT 1 FROM served WHERE document = documents.id AND {HOLDS})
"""
_REPLACE = f"""
INSERT INTO dropped SELECT document FROM served
WHERE {HOLDS} AND document NOT IN (SELECT document FROM candidate)
"""
_PUT = f"""
INSERT INTO fresh SELECT document FROM candidate
WHERE NOT EXISTS (SELECT 1 FROM served WHERE served.document = candidate.document AND {HOLDS})
"""
# A span that is still open holds at the newest number, whichever generation is live (`?1`): of
# what the next one (`?2`) has not, those are closed that are left out, and those that came after.
_CLOSE = "UPDATE served SET until = ? WHERE until IS NULL AND document IN (SELECT * FROM dropped)"
_CLOSE_LATER = f"""
UPDATE served SET until = ?2
WHERE since > ?1 AND +until IS NULL AND document NOT IN (SELECT document FROM candidate)
AND document NOT IN (SELECT document FROM served AS live WHERE live.document = served.document
                     AND {HOLDS})
"""
# And those are opened that it has, and the newest had not.
_OPEN = """
INSERT INTO served SELECT document, ?2, NULL FROM (
    SELECT document FROM candidate UNION
    SELECT document FROM served WHERE +since <= ?1 AND until > ?1
    AND document NOT IN (SELECT document FROM dropped)
) AS has
WHERE NOT EXISTS (SELECT 1 FROM served WHERE document = has.document AND until IS NULL)
"""


def stage(connection: sqlite3.Connection, encoder: int, live: int, keep: bool) -> int:
    """Add a generation: what is put, and of `live` (0 for none) what is kept, if any is.

    Nobody sees it yet. Wants to be called inside a transaction.
    """
    connection.execute(_LEAVE_OUT if keep else _REPLACE, (live,))
    connection.execute(_PUT, (live,))
    made = _changed(connection, live)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    number = connection.execute(
        "INSERT INTO generations (created, encoder, documents, passages, made_from)"
        " VALUES (?, ?, ?, ?, ?)",
        (now, encoder, made.documents, made.passages, live or None),
    ).lastrowid
    assert number is not None
    connection.execute(_CLOSE, (number,))
    connection.execute(_CLOSE_LATER, (live, number))
    connection.execute(_OPEN, (live, number))
    counts.begin(connection, number)
    seal(connection, number, made.tally)
    return number


def _changed(connection: sqlite3.Connection, live: int) -> Extent:
    """The extent of what is live without what is left out and with what is new."""
    before = extent(connection, live) if live else Extent(0, 0, 0)
    less = extent_of(connection, "SELECT document FROM dropped")
    more = extent_of(connection, "SELECT document FROM fresh")
    return Extent(
        before.documents - less.documents + more.documents,
        before.passages - less.passages + more.passages,
        before.tally - less.tally + more.tally,
    )
