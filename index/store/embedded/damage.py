"""Which documents the damage met in the database is of."""

import contextlib
import sqlite3
from collections.abc import Iterable

from index.store.embedded.batches import marks, together
from index.store.embedded.unlocked import require_unchanged
from index.store.naming import Named


class Damage(Named):
    """Names found by the keys and rows of what is damaged.

    Names come from the indexes, which are copies: a name may itself be what is damaged. Raises
    LibraryError where a file that is read without locks was changed, which looks like damage.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._connection = connection

    def note(self, name: str) -> None:
        """Remember what is damaged."""
        require_unchanged(self._connection)
        super().note(name)

    def note_documents(self, keys: Iterable[int]) -> None:
        """These documents are damaged."""
        for key in keys:
            self.note(name_of(self._connection, key))

    def note_passages(self, rows: Iterable[int]) -> None:
        """The passages of these rows, or their vectors, are damaged."""
        self.note_documents(documents_of(self._connection, rows))


def name_of(connection: sqlite3.Connection, key: int) -> str:
    """The `doc_id` of a document, or words that say which it is."""
    query = "SELECT doc_id FROM main.documents INDEXED BY documents_doc_id WHERE id = ?"
    with contextlib.suppress(sqlite3.DatabaseError):
        for (name,) in connection.execute(query, (key,)):
            return str(name).encode("utf-8", "replace").decode()
    return f"document number {key}"


def documents_of(connection: sqlite3.Connection, rows: Iterable[int]) -> list[int]:
    """The keys of the documents that these passages are of."""
    query = "SELECT DISTINCT document FROM main.passages INDEXED BY passages_document WHERE row IN"
    found: dict[int, None] = {}
    for some in together(list(rows)):
        with contextlib.suppress(sqlite3.DatabaseError):
            stored = connection.execute(f"{query} ({marks(some)})", some)
            found |= dict.fromkeys(document for (document,) in stored)
    return list(found)
