"""Repairing a library from what is in it: what is derived is made again, what is lost let go."""

import contextlib
import sqlite3
from collections.abc import Iterator

from index.store import fingerprints, seals
from index.store.embedded import bm25, extents, generations
from index.store.embedded.batches import is_damage
from index.store.embedded.doctor import REBUILD, wrong_in
from index.store.embedded.schema import transaction
from index.store.embedded.shelf import Shelf
from index.store.embedded.storing import renew_words
from index.store.embedded.survey import Damaged, survey
from index.store.interface import Finding
from index.store.packing import document_of, passage_of
from index.store.seals import seal_of
from index.store.soundness import Part


def mend(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each step in a transaction of its own, with what it did; pages that cannot be read last."""
    for step in (_indexes, _seals, _generations, _words, _vectors):
        try:
            with transaction(connection):
                done = list(step(connection))
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
        else:
            yield from done
    yield from _pages(connection)


def _indexes(connection: sqlite3.Connection) -> Iterator[Finding]:
    if wrong_in(connection):
        connection.execute("REINDEX")
        if not wrong_in(connection):
            yield Finding(True, "the indexes were damaged: they are made again")


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is left may be in the pages, which are written anew, if all of them can be read."""
    if not wrong_in(connection):
        return
    with contextlib.suppress(sqlite3.DatabaseError):
        connection.execute("VACUUM")
    if not wrong_in(connection):
        yield Finding(True, "the database was damaged: it is written anew")
    else:
        yield Finding(False, f"the database is damaged where it cannot be mended: {REBUILD}")


def _generations(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whichever is whole stays; if the live one is not, the newest that is answers."""
    for number in generations.hidden(connection):
        connection.execute("UPDATE generations SET published = 1 WHERE number = ?", (number,))
    found = [one.number for one in generations.published(connection)]
    broken = [number for number in found if not extents.is_whole(connection, number)]
    whole = [number for number in found if number not in broken]
    if not whole:
        yield Finding(False, f"no generation is whole: {REBUILD}")
        return
    live = generations.answering(connection)
    if live is None or live.number not in whole:
        generations.publish(connection, whole[-1])
        what = f"which generation answers was lost: now it is {whole[-1]}"
        yield Finding(True, f"{what}; add again what came after it")
    for number in whole:
        if not extents.is_described(connection, number):
            extents.seal(connection, number)
            yield Finding(True, f"generation {number}: when it was made may be told wrong")
    if broken:
        generations.remove(connection, broken)
        yield Finding(True, f"generations that were damaged are gone: {broken}")


def _seals(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Where only the seal or the fingerprint of a document is damaged, not the document."""
    for one in [one for one in survey(connection) if one.part is Part.TEXT]:
        if _agree(connection, one):
            yield Finding(True, f"{one.name}: its checksum was damaged, not its text")


def _agree(connection: sqlite3.Connection, damaged: Damaged) -> bool:
    """Seal a document again if of its text, its fingerprint and its seal two agree."""
    columns = ", ".join(seals.DOCUMENT)
    query = f"SELECT seal, {columns} FROM documents WHERE id = ?"
    spans = "SELECT start, stop, heading, sentences FROM passages WHERE document = ? ORDER BY row"
    try:
        seal, noted, *values = connection.execute(query, (damaged.key,)).fetchone()
        document = document_of(*values)
        passages = [passage_of(document, *p) for p in connection.execute(spans, (damaged.key,))]
        encoder = damaged.generation.encoder_id
        fingerprint = fingerprints.of_document(encoder, document, passages)
    except (TypeError, ValueError, IndexError, sqlite3.DatabaseError):
        return False
    true = seal_of(fingerprint, *values)
    if fingerprint != noted and true != seal:
        return False
    change = "UPDATE documents SET hash = ?, seal = ? WHERE id = ?"
    connection.execute(change, (fingerprint, true, damaged.key))
    return True


def _words(connection: sqlite3.Connection) -> Iterator[Finding]:
    agrees, whole = bm25.index_is_whole(connection)
    sound = next(survey(connection), None) is None
    shelf = Shelf(connection)
    comparable = sound and not bm25.cut_otherwise(connection, shelf)
    wrong = bm25.disagreements(connection, shelf, comparable=comparable)
    if wrong or not (agrees if sound else whole):
        renew_words(connection, Shelf(connection))
        yield Finding(True, "the index of words was damaged: it is made again")


def _vectors(connection: sqlite3.Connection) -> Iterator[Finding]:
    for one in [one for one in survey(connection) if one.part is Part.VECTORS]:
        ours = "SELECT vector FROM passages WHERE document = ?"
        for forget in (
            f"UPDATE vectors SET whole = NULL, seal = NULL WHERE id IN ({ours})",
            f"DELETE FROM sentence_vectors WHERE id IN ({ours})",
        ):
            connection.execute(forget, (one.key,))
        yield Finding(True, f"{one.name}: its damaged vectors are forgotten")
