"""Repairing a library from what is in it: what is derived is made again, what is lost let go."""

from collections.abc import Iterator

from index.store import fingerprints, seals
from index.store.interface import Finding
from index.store.packing import document_of, passage_of
from index.store.postgres import extents, generations, nearest, words
from index.store.postgres.session import Connection
from index.store.postgres.survey import Damaged, survey
from index.store.seals import seal_of
from index.store.soundness import Part

REBUILD = "restore it from a copy, or `build` into another database"
_DOCUMENT = ", ".join(seals.DOCUMENT)


def mend(connection: Connection) -> Iterator[Finding]:
    """Each step in a transaction of its own, with what it did."""
    for step in (_seals, _generations, _words, _vectors, _indexes):
        with connection.transaction():
            done = list(step(connection))
        yield from done


def _seals(connection: Connection) -> Iterator[Finding]:
    """Where only the seal or the fingerprint of a document is damaged, not the document."""
    for one in [one for one in survey(connection) if one.part is Part.TEXT]:
        if _agree(connection, one):
            yield Finding(True, f"{one.name}: its checksum was damaged, not its text")


def _agree(connection: Connection, damaged: Damaged) -> bool:
    """Seal a document again if of its text, its fingerprint and its seal two agree."""
    row = connection.execute(
        f"SELECT seal, {_DOCUMENT} FROM documents WHERE id = %s".encode(), (damaged.key,)
    ).fetchone()
    if row is None:
        return False
    seal, noted, *values = row
    spans = "SELECT start, stop, heading, sentences FROM passages WHERE document = %s ORDER BY row"
    try:
        document = document_of(*values)
        stored = connection.execute(spans, (damaged.key,)).fetchall()
        passages = [passage_of(document, *one) for one in stored]
    except (TypeError, ValueError, IndexError):
        return False
    fingerprint = fingerprints.of_document(damaged.generation.encoder_id, document, passages)
    true = seal_of(fingerprint, *values)
    if fingerprint != noted.bytes and true != seal:
        return False
    connection.execute(
        "UPDATE documents SET hash = encode(%s, 'hex')::uuid, seal = %s WHERE id = %s",
        (fingerprint, true, damaged.key),
    )
    return True


def _generations(connection: Connection) -> Iterator[Finding]:
    """Whichever is whole stays; if the live one is not, the newest that is answers."""
    for number in generations.hidden(connection):
        connection.execute("UPDATE generations SET published = true WHERE number = %s", (number,))
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
        generations.recount(connection)
        yield Finding(True, f"generations that were damaged are gone: {broken}")


def _words(connection: Connection) -> Iterator[Finding]:
    if words.disagreements(connection):
        words.renew(connection)
        generations.recount(connection)
        yield Finding(True, "the index of words was damaged: it is made again")


def _vectors(connection: Connection) -> Iterator[Finding]:
    for one in [one for one in survey(connection) if one.part is Part.VECTORS]:
        connection.execute(
            "DELETE FROM vectors WHERE id IN (SELECT vector FROM passages WHERE document = %s)",
            (one.key,),
        )
        connection.execute("INSERT INTO lost VALUES (%s) ON CONFLICT DO NOTHING", (one.key,))
        yield Finding(True, f"{one.name}: its damaged vectors are forgotten")


def _indexes(connection: Connection) -> Iterator[Finding]:
    for generation in generations.published(connection):
        if nearest.lacks_index(connection, generation.number):
            nearest.prepare(connection, generation.number)
            what = f"the vectors of generation {generation.number}"
            yield Finding(True, f"{what} had no index: it is made")
