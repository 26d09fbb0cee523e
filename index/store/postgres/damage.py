"""What was found damaged while it was read: named once, never quoted."""

import logging
from collections.abc import Iterable

from index.store.postgres.shelf import Ask

logger = logging.getLogger(__name__)

# So many documents are named in the log; after a disk that died a line for each helps nobody.
LOGGED = 20


class Damage:
    """Names of documents of which something is damaged, in the order it was found."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._names: dict[str, None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The documents' `doc_id`, each once."""
        return tuple(self._names)

    def note_documents(self, keys: Iterable[int]) -> None:
        """These documents are damaged."""
        wanted = list(keys)
        named: dict[int, str] = dict(
            self._ask("SELECT id, doc_id FROM documents WHERE id = ANY(%s)", (wanted,))
        )
        for key in wanted:
            self.note(named.get(key, f"document number {key}"))

    def note_passages(self, rows: Iterable[int]) -> None:
        """The passages of these rows, or their vectors, are damaged."""
        query = "SELECT DISTINCT document FROM passages WHERE row = ANY(%s)"
        self.note_documents(document for (document,) in self._ask(query, (list(rows),)))

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
