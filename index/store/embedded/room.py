"""How much of the disk the library takes that could be given back, and giving it back."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from index.store.embedded import generations
from index.store.embedded.generations import SERVED
from index.store.interface import Finding

# Less than this is not worth a word, in bytes.
WORTH = 1_000_000
# What the rows of documents take: their texts and their vectors.
_BYTES = f"""
SELECT coalesce(sum(length(text) + length(blocks)), 0) FROM documents WHERE id NOT IN ({SERVED})
UNION ALL
SELECT coalesce(sum(length(whole) + length(packed)), 0) FROM vectors JOIN sentence_vectors
ON sentence_vectors.id = vectors.id
WHERE vectors.id NOT IN (SELECT vector FROM passages WHERE document IN ({SERVED}))
"""


def findings(connection: sqlite3.Connection, folder: Path) -> Iterator[Finding]:
    """What only old generations hold, if it is worth a word."""
    live = generations.live(connection)
    old = [one.number for one in generations.published(connection) if one != live]
    if live is None or not old:
        return
    held = sum(int(size) for (size,) in connection.execute(_BYTES, (live.number,)))
    held += free(connection)
    if held >= WORTH:
        yield Finding(
            True,
            f"{len(old)} old generations: `python -m index prune --keep 0` would give back about"
            f" {held / 1e6:.0f} MB",
        )


def give_back(connection: sqlite3.Connection) -> None:
    """Shorten the file by what holds nothing, once it is written back; also beside who reads."""
    # `execute` would stop after one page: of this statement each page is a row without columns.
    connection.executescript("PRAGMA incremental_vacuum")


def write_back(connection: sqlite3.Connection) -> None:
    """Leave nothing in the log: where that is damaged, SQLite forgets without a word what follows.

    Who reads at the moment is waited for. Where that takes too long, or the disk has no room, the
    change stands all the same, and the next one does it.
    """
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def free(connection: sqlite3.Connection) -> int:
    """Bytes of the database that hold nothing."""
    (pages,), (size,) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("freelist_count", "page_size")
    )
    return int(pages) * int(size)
