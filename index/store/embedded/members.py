"""The passages of a generation, and whether it has the documents it was made with.

In a process that has seen one generation whole only what the next one changes is read. What is
damaged meanwhile on the disk is then found where it is read, by `doctor`, and by the next process.
"""

import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from cachetools import LRUCache

from index.store.embedded import extents
from index.store.embedded.batches import numbers
from index.store.embedded.generations import HOLDS, served_by
from index.store.embedded.tally import packed, unpacked
from index.store.interface import Rows

# So many libraries are known to a process, of each one generation: 8 MB for a million passages.
LIBRARIES = 2
# The documents that generation `?2` has and the older `?1` has not; and the reverse.
_GAINED = "SELECT document FROM served WHERE since > ?1 AND since <= ?2"
_GAINED = f"{_GAINED} AND (+until IS NULL OR +until > ?2)"
_LOST = "SELECT document FROM served WHERE +since <= ?1 AND until > ?1 AND until <= ?2"
# A passage that is stored later than `?3` of a document that neither gained: one that was mended.
_MENDED = f"""
SELECT 1 FROM passages WHERE row > ?3 AND document NOT IN ({_GAINED}) AND document NOT IN ({_LOST})
AND EXISTS (SELECT 1 FROM served WHERE served.document = passages.document AND {HOLDS})
"""


@dataclass(frozen=True, slots=True)
class Members:
    """The rows of a generation's passages, which rise, and the tally of its documents.

    None where its seal is of before there were tallies. `newest` is the highest row there was.
    """

    number: int
    tally: int | None
    rows: Rows
    newest: int


_known: LRUCache[tuple[Path, str], Members] = LRUCache(LIBRARIES)
_turn = threading.Lock()


def members(connection: sqlite3.Connection, folder: Path, number: int) -> Members:
    """What a generation has, whole or not."""
    place = _place(connection, folder)
    with _turn:
        before = _known.get(place)
    found = _carried(connection, before, number) if before else None
    if found is None or not is_whole(connection, found):
        found = _read(connection, number)
    return found


def remember(connection: sqlite3.Connection, folder: Path, found: Members) -> None:
    """Let others be carried on from a generation that is whole, and not in the making."""
    place = _place(connection, folder)
    if found.tally is not None:
        with _turn:
            _known[place] = found


def _place(connection: sqlite3.Connection, folder: Path) -> tuple[Path, str]:
    (library,) = connection.execute("SELECT id FROM library").fetchone()
    return folder.absolute(), str(library)


def forget(folder: Path) -> None:
    """Let everything be read that is opened next."""
    with _turn:
        for place in [one for one in _known if one[0] == folder.absolute()]:
            del _known[place]


def is_whole(connection: sqlite3.Connection, found: Members) -> bool:
    """Whether the generation has the documents it was made with."""
    return extents.is_whole(connection, found.number, found.tally)


def _read(connection: sqlite3.Connection, number: int) -> Members:
    newest, documents = _newest(connection), served_by(connection, number)
    # Of all passages those of its documents are picked out here, which takes half of the time.
    query = "SELECT group_concat(CAST(document AS INTEGER) || ',' || row) FROM passages"
    owners, rows = numbers(connection, query).reshape(-1, 2).T
    tallied = extents.noted_tally(connection, number) is not None
    tally = extents.tally_among(connection, documents) if tallied else None
    return Members(number, tally, np.sort(rows[np.isin(owners, documents)]), newest)


def _carried(connection: sqlite3.Connection, before: Members, number: int) -> Members | None:
    """From a generation that is known, if that can be: not where one of its texts was mended."""
    newest, span = _newest(connection), sorted((before.number, number))
    mended = connection.execute(_MENDED, (*span, before.newest)).fetchone()
    if before.tally is None or mended or extents.noted_tally(connection, number) is None:
        return None
    gained, lost = (_GAINED, _LOST) if number == span[1] else (_LOST, _GAINED)
    more, less = (extents.extent_of(connection, query, *span) for query in (gained, lost))
    tally = unpacked(packed(before.tally + more.tally - less.tally))
    rows = before.rows
    if more.documents or less.documents:
        of = "SELECT row FROM passages WHERE document IN ({}) ORDER BY row"
        added, gone = (_rows(connection, of.format(query), *span) for query in (gained, lost))
        left = rows[~np.isin(rows, gone)] if len(gone) else rows
        # Stable, since that is quick where nearly all is in order.
        rows = np.sort(np.concatenate([left, added]), kind="stable")
    return Members(number, tally, rows, newest)


def _newest(connection: sqlite3.Connection) -> int:
    (found,) = connection.execute("SELECT coalesce(max(row), 0) FROM passages").fetchone()
    return int(found)


def _rows(connection: sqlite3.Connection, query: str, *values: int) -> Rows:
    found = connection.execute(query, values)
    return np.fromiter((row for (row,) in found), dtype=np.int64)
