"""Everything stored is read and compared with its seals and fingerprints: what is damaged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from index.errors import EncoderError
from index.store import fingerprints
from index.store.interface import Generation
from index.store.postgres import generations
from index.store.postgres.generations import SERVED
from index.store.postgres.session import Connection
from index.store.postgres.shelf import EVIDENCE, Shelf, is_whole, vectors_of
from index.store.soundness import Part, require_sound
from index.text import Document, Passage

# Documents read at a time.
PAGE = 200


@dataclass(frozen=True, slots=True)
class Damaged:
    """A document, by its key and name, of which a part is damaged.

    `generation` is the newest that has it, the live one before any other.
    """

    key: int
    name: str
    part: Part
    generation: Generation


def survey(connection: Connection) -> Iterator[Damaged]:
    """Every damaged document of any generation, those of the live one first."""
    live = generations.answering(connection)
    seen: set[int] = set()
    others = [one for one in reversed(generations.published(connection)) if one != live]
    for generation in [live, *others] if live else others:
        served = connection.execute(SERVED.encode(), {"generation": generation.number}).fetchall()
        keys = sorted({int(key) for (key,) in served} - seen)
        seen |= set(keys)
        for start in range(0, len(keys), PAGE):
            yield from _Page(connection, generation, keys[start : start + PAGE]).damaged()


class _Page:
    """Some documents of a generation, with all that belongs to them."""

    def __init__(self, connection: Connection, generation: Generation, keys: list[int]) -> None:
        self._generation, self._keys = generation, keys
        shelf = Shelf(lambda query, given: _rows(connection, query, given))
        self._documents = shelf.documents(keys)
        query = "SELECT row FROM passages WHERE document = ANY(%s)"
        rows = [int(row) for (row,) in _rows(connection, query, (keys,))]
        self._stored = {
            row: values for row, *values in _rows(connection, EVIDENCE, {"rows": rows})
        }
        noted = "SELECT id, hash, doc_id, passages FROM documents WHERE id = ANY(%s)"
        self._noted = {
            key: (digest.bytes, name, count)
            for key, digest, name, count in _rows(connection, noted, (keys,))
        }
        whole = {row: v[1:] for row, v in sorted(self._stored.items()) if is_whole(v[0], v[1:8])}
        self._passages: dict[int, dict[int, Passage]] = {}
        for row, passage in shelf.of_columns(list(whole), whole).items():
            self._passages.setdefault(whole[row][0], {})[row] = passage

    def damaged(self) -> Iterator[Damaged]:
        for key in self._keys:
            if part := self._part(key):
                _, name, _ = self._noted.get(key, (b"", f"document number {key}", 0))
                yield Damaged(key, name, part, self._generation)

    def _part(self, key: int) -> Part | None:
        document, passages = self._documents.get(key), self._passages.get(key, {})
        if document is None:
            return Part.TEXT
        if not self._are_its_own(key, document, passages):
            return Part.PASSAGES
        return None if self._have_vectors(passages) else Part.VECTORS

    def _are_its_own(self, key: int, document: Document, passages: dict[int, Passage]) -> bool:
        encoder = self._generation.encoder_id
        digest = fingerprints.of_document(encoder, document, list(passages.values()))
        return self._noted[key][0] == digest and all(
            fingerprints.are_of(self._stored[row][6].bytes, encoder, passage)
            for row, passage in passages.items()
        )

    def _have_vectors(self, passages: dict[int, Passage]) -> bool:
        encoder = self._generation.encoder_id
        try:
            for row, passage in passages.items():
                values = self._stored[row]
                found = vectors_of(values[6], values[9:], encoder.dimension)
                if found is None:
                    return False
                require_sound(passage, found, encoder)
        except EncoderError:
            return False
        return True


def _rows(
    connection: Connection, query: str, given: Sequence[Any] | dict[str, Any]
) -> list[tuple[Any, ...]]:
    return connection.execute(query.encode(), given, binary=True).fetchall()
