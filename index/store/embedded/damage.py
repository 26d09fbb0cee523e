"""What was found damaged while it was read: named once, never quoted."""

import contextlib
import logging
import sqlite3
from collections.abc import Iterable

from index.store.embedded.batches import marks, together

logger = logging.getLogger(__name__)

# So many documents are named in the log; after a disk that died a line for each helps nobody.
LOGGED = 20


class Damage:
    """Names of documents of which something is damaged, in the order it was found.

    Names come from the indexes, which are copies: a name may itself be what is damaged.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._names: dict[str, None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The documents' `doc_id`, each once."""
        return tuple(self._names)

    def note_documents(self, keys: Iterable[int]) -> None:
        """These documents are damaged."""
        for key in keys:
            self.note(name_of(self._connection, key))

    def note_passages(self, rows: Iterable[int]) -> None:
        """The passages of these rows, or their vectors, are damaged."""
        self.note_documents(documents_of(self._connection, rows))

    def note(self, name: str) -> None:
        """Remember what is damaged; it is logged when it is noted for the first time."""
        if name in self._names:
            return
        self._names[name] = None
        if len(self._names) <= LOGGED:
            logger.error(
                "%s is damaged on the disk and is not used: run `python -m index doctor --repair`",
                name,
            )


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
