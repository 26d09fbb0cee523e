"""Which documents the damage met in the database is of."""

from collections.abc import Iterable

from index.store.naming import Named
from index.store.postgres.shelf import Ask


class Damage(Named):
    """Names found by the keys and rows of what is damaged."""

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._ask = ask

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
