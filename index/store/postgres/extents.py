"""What a generation has, how much and which documents, and the seal by which that is known.

In a process that has seen one generation of a library whole only what the next one changes is
read. What is damaged meanwhile is then found where it is read, by `doctor`, and by the next
process.
"""

import threading
from dataclasses import dataclass
from typing import Any

from cachetools import LRUCache

from index.store import seals
from index.store.postgres.generations import SELECT
from index.store.postgres.session import Connection
from index.store.seals import seal_of

# Bytes of a tally in a seal.
_SIZE = 16
# So many libraries are known to a process, of each one generation.
LIBRARIES = 16
# Of documents that are served: each counts by its mark, and by which one it is.
_SUMS = """
SELECT count(*), coalesce(sum(passages), 0)::bigint, coalesce(sum(terms), 0)::bigint,
coalesce(sum(mark * (document %% 1009 + 1)), 0)::numeric(38)::text FROM served
WHERE
"""
_HAS = f"{_SUMS} since <= %(number)s AND (until IS NULL OR until > %(number)s)"
# What generation `number` has that the older `before` has not; and the reverse.
_GAINED = f"""{_SUMS} since > %(before)s AND since <= %(number)s
AND (until IS NULL OR until > %(number)s)"""
_LOST = f"{_SUMS} since <= %(before)s AND until > %(before)s AND until <= %(number)s"


@dataclass(frozen=True, slots=True)
class Extent:
    """How many documents, passages and terms, and the tally of the documents."""

    documents: int
    passages: int
    terms: int
    tally: int

    def changed(self, more: "Extent", less: "Extent") -> "Extent":
        """With what is added, and without what is left out."""
        return Extent(
            self.documents + more.documents - less.documents,
            self.passages + more.passages - less.passages,
            self.terms + more.terms - less.terms,
            self.tally + more.tally - less.tally,
        )


_known: LRUCache[tuple[str, str], tuple[int, Extent]] = LRUCache(LIBRARIES)
_turn = threading.Lock()


def extent(connection: Connection, number: int) -> Extent:
    """Of a generation; all of its documents are read."""
    return _sums(connection, _HAS, number=number)


def gone_on(connection: Connection, before: int, number: int) -> Extent:
    """Of a generation that goes on from an older one, as that is noted."""
    return _carried(connection, before, _noted_extent(connection, before), number)


def is_whole(connection: Connection, number: int, found: Extent | None = None) -> bool:
    """Whether a generation has the documents it was made with, which are read unless `found`."""
    found = extent(connection, number) if found is None else found
    noted, row = _noted(connection, number), _row(connection, number)
    return noted[-seals.SIZE :] == _seal(row, found, tallied=_is_tallied(noted))


def is_seen_whole(connection: Connection, address: str, number: int) -> bool:
    """The same, of a library at an address, carried on from what this process knows of it."""
    found = connection.execute("SELECT id FROM library").fetchone()
    place = address, str(found and found[0])
    with _turn:
        known = _known.get(place)
    here = known and _carried(connection, *known, number)
    if not here or not is_whole(connection, number, here):
        here = extent(connection, number)
        if not is_whole(connection, number, here):
            return False
    with _turn:
        _known[place] = number, here
    return True


def forget(address: str) -> None:
    """Let everything be read that is opened next."""
    with _turn:
        for place in [one for one in _known if one[0] == address]:
            del _known[place]


def is_described(connection: Connection, number: int) -> bool:
    """Whether what is only told of a generation is what it was: its number and time."""
    own = seal_of(*_row(connection, number)[:2])
    return _noted(connection, number)[: seals.SIZE] == own


def seal(connection: Connection, number: int, found: Extent | None = None) -> None:
    """Note the seal of what a generation is: its own row, and which documents it has."""
    found = extent(connection, number) if found is None else found
    row = _row(connection, number)
    tally = found.tally.to_bytes(_SIZE, "little", signed=True)
    noted = seal_of(*row[:2]) + tally + _seal(row, found, tallied=True)
    connection.execute("UPDATE generations SET seal = %s WHERE number = %s", (noted, number))


def _noted_extent(connection: Connection, number: int) -> Extent:
    """Of a generation as it is noted; counted where that is not right, or is not noted."""
    noted, (*_, documents, passages) = _noted(connection, number), _row(connection, number)
    query = "SELECT terms FROM generations WHERE number = %s"
    terms = connection.execute(query, (number,)).fetchone() or (0,)
    tally = int.from_bytes(noted[seals.SIZE : -seals.SIZE], "little", signed=True)
    found = Extent(documents, passages, terms[0], tally)
    is_right = _is_tallied(noted) and is_whole(connection, number, found)
    return found if is_right else extent(connection, number)


def _carried(connection: Connection, before: int, known: Extent, number: int) -> Extent:
    """Of a generation by what it and another one, known, have not in common."""
    older, newer = sorted((before, number))
    gained, lost = (
        _sums(connection, query, before=older, number=newer) for query in (_GAINED, _LOST)
    )
    return known.changed(gained, lost) if newer == number else known.changed(lost, gained)


def _sums(connection: Connection, query: str, **given: int) -> Extent:
    found = connection.execute(query.encode(), given).fetchone()
    assert found is not None
    return Extent(*map(int, found))


def _noted(connection: Connection, number: int) -> bytes:
    query = "SELECT seal FROM generations WHERE number = %s"
    found = connection.execute(query, (number,)).fetchone()
    return bytes(found[0]) if found else b"lost"


def _is_tallied(noted: bytes) -> bool:
    """Whether a generation's seal holds the tally of its documents; older ones do not."""
    return len(noted) == 2 * seals.SIZE + _SIZE


def _seal(row: tuple[Any, ...], found: Extent, *, tallied: bool) -> bytes:
    """The seal of a generation's encoder, its counts, and its documents."""
    more = (found.terms,) if tallied else ()
    return seal_of(*row[2:], found.documents, str(found.tally), *more)


def _row(connection: Connection, number: int) -> tuple[Any, ...]:
    query = f"{SELECT} WHERE number = %s".encode()
    return connection.execute(query, (number,)).fetchone() or ()
