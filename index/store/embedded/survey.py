"""Everything stored is read and compared with its seals and fingerprints: what is damaged."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from index.errors import EncoderError
from index.store import fingerprints
from index.store.embedded import generations, vectors
from index.store.embedded.batches import is_damage
from index.store.embedded.damage import name_of
from index.store.embedded.generations import SERVED
from index.store.embedded.shelf import Shelf
from index.store.embedded.storing import rows_of
from index.store.interface import Generation
from index.store.soundness import Part, require_sound
from index.text import Passage


@dataclass(frozen=True, slots=True)
class Damaged:
    """A document, by its key and name, of which a part is damaged.

    `generation` is the newest that has it, the live one before any other.
    """

    key: int
    name: str
    part: Part
    generation: Generation


def survey(connection: sqlite3.Connection) -> Iterator[Damaged]:
    """Every damaged document of any generation, those of the live one first."""
    live = generations.answering(connection)
    seen: set[int] = set()
    others = [one for one in reversed(generations.published(connection)) if one != live]
    for generation in [live, *others] if live else others:
        shelf = Shelf(connection)
        keys = {key for (key,) in connection.execute(SERVED, (generation.number,))} - seen
        seen |= keys
        for key in sorted(keys):
            if part := _damaged(connection, shelf, generation, key):
                yield Damaged(key, name_of(connection, key), part, generation)


def _damaged(
    connection: sqlite3.Connection, shelf: Shelf, generation: Generation, key: int
) -> Part | None:
    document = shelf.documents([key]).get(key)
    if document is None:
        return Part.TEXT
    encoder = generation.encoder_id
    try:
        passages = shelf.passages(rows_of(connection, key))
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return Part.PASSAGES
    noted = connection.execute("SELECT hash FROM documents WHERE id = ?", (key,)).fetchone()
    digest = fingerprints.of_document(encoder, document, list(passages.values()))
    if noted != (digest,) or not vectors.are_of(connection, passages, encoder):
        return Part.PASSAGES
    return None if _have_vectors(connection, generation, passages) else Part.VECTORS


def _have_vectors(
    connection: sqlite3.Connection, generation: Generation, passages: dict[int, Passage]
) -> bool:
    found = vectors.of_passages(connection, list(passages), generation.dimension)
    try:
        for row, passage in passages.items():
            require_sound(passage, found[row], generation.encoder_id)
    except (EncoderError, KeyError):
        return False
    return True
