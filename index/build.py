"""Documents in, a new generation out: all of it, or nothing at all.

The work is done in transactions beside the live generation, which goes on answering; the last one
publishes. A build that is killed leaves its vectors for the next to use.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from index.encoding import Encoder, PassageVectors
from index.errors import EncoderError, LibraryError
from index.store.embedded import generations
from index.store.embedded.contents import Contents
from index.store.embedded.draft import Intake, encoded
from index.store.embedded.generations import SERVED, Generation
from index.store.embedded.library import Library
from index.store.embedded.schema import transaction
from index.store.embedded.view import View, is_stale, write_index
from index.text import Document, Passage

# What is done, how much of it, and of how much, or None where that is not known.
Progress = Callable[[str, int, int | None], None]
Gate = Callable[[View], None]
Encode = Callable[[sqlite3.Connection, Contents], int]

BATCH = 64
# Passages of like length are encoded together, from among so many in a row.
WINDOW = 1_024


@dataclass(frozen=True, slots=True)
class Counts:
    """What a change did: documents, then passages that were encoded and that kept vectors.

    `duplicates` names documents left out because an earlier one of the same `doc_id` said
    something else. `generation` is the live one after the change.
    """

    added: int
    updated: int
    unchanged: int
    removed: int
    encoded: int
    reused: int
    duplicates: tuple[str, ...]
    generation: Generation


def build(
    library: Library,
    documents: Iterable[Document],
    encoder: Encoder,
    *,
    replace: bool,
    gate: Gate | None = None,
    progress: Progress = lambda what, done, total: None,
) -> Counts:
    """Make the documents the library (`replace`), or add them and replace those of equal name.

    `gate` sees the new generation before anybody else; if it raises, nothing changes. Raises
    LibraryError if there are no documents, EncoderError when adding with another encoder than
    the library's, LibraryBusy while somebody else writes.
    """

    def encode(connection: sqlite3.Connection, contents: Contents) -> int:
        return _encode(connection, contents, encoder, progress)

    with library.writing() as connection:
        before = generations.live(connection)
        if before and not replace:
            before.require(encoder)
        intake = Intake(connection, encoder.name, encoder.revision, encoder.dimension)
        for done in intake.take(documents):
            progress("documents", done, None)
        if not intake.taken:
            raise LibraryError("there were no documents to read: the library is as it was")
        if before and not replace:
            intake.keep(before.number)
        return _change(library, connection, intake, before, encode, gate)


def remove(library: Library, doc_ids: Sequence[str]) -> Counts:
    """Take documents out of the library; raises LibraryError if one of them is not in it."""
    library.live()  # raises where there is none, before a folder is made
    with library.writing() as connection:
        before = generations.live(connection)
        assert before is not None
        intake = Intake(connection, before.encoder, before.revision, before.dimension)
        intake.keep(before.number)
        if unknown := intake.drop(doc_ids):
            raise LibraryError(
                f"not in the library: {', '.join(unknown)}; nothing was removed "
                "(`python -m index list` shows the names)"
            )
        return _change(library, connection, intake, before, lambda *_: 0, None)


def _change(
    library: Library,
    connection: sqlite3.Connection,
    intake: Intake,
    before: Generation | None,
    encode: Encode,
    gate: Gate | None,
) -> Counts:
    """Publish the documents in the table `candidate`, unless they are the live ones."""
    added, updated, removed = _differences(connection, before)
    after, fresh = before, 0
    if before is None or added or updated or removed:
        with transaction(connection):
            number = generations.stage(connection, intake.encoder)
        try:
            after, fresh = _published(library, connection, before, number, encode, gate)
        except BaseException:
            with contextlib.suppress(sqlite3.Error), transaction(connection):
                generations.discard_staged(connection)
            raise
    assert after is not None
    return Counts(
        added=added,
        updated=updated,
        unchanged=intake.taken - added - updated,
        removed=removed,
        encoded=fresh,
        reused=after.passages - fresh,
        duplicates=tuple(intake.duplicates),
        generation=after,
    )


def _published(
    library: Library,
    connection: sqlite3.Connection,
    before: Generation | None,
    number: int,
    encode: Encode,
    gate: Gate | None,
) -> tuple[Generation, int]:
    """The staged generation, live, and how many passages were encoded for it."""
    library.lease(number)
    with closing(Contents(library.path, number)) as contents:
        fresh = encode(connection, contents)
    with closing(_snapshot(library, connection, before, number)) as snapshot:
        if gate:
            gate(snapshot)
    with transaction(connection):
        generations.publish(connection, number)
        generations.collect(connection)
    after = generations.live(connection)
    assert after is not None
    return after, fresh


def _differences(
    connection: sqlite3.Connection, before: Generation | None
) -> tuple[int, int, int]:
    """How many documents of `candidate` are new, how many changed, how many are gone."""
    number = before.number if before else 0
    live = f"SELECT doc_id FROM documents WHERE id IN ({SERVED})"
    queries = (
        f"SELECT count(*) FROM candidate WHERE doc_id NOT IN ({live})",
        f"SELECT count(*) FROM candidate WHERE doc_id IN ({live}) AND document NOT IN ({SERVED})",
        f"SELECT count(*) FROM ({live}) WHERE doc_id NOT IN (SELECT doc_id FROM candidate)",
    )
    added, updated, removed = (
        int(connection.execute(query, (number,)).fetchone()[0]) for query in queries
    )
    return added, updated, removed


def _snapshot(
    library: Library, connection: sqlite3.Connection, before: Generation | None, number: int
) -> View:
    """The staged generation, opened; with a FAISS file of its own where the last is too old."""
    with closing(Contents(library.path, number)) as contents:
        now = contents.generation
        if before and (before.encoder, before.revision) == (now.encoder, now.revision):
            generations.start_from(connection, number, before.snapshot)
            snapshot = View(library.path, number)
            if not is_stale(snapshot):
                return snapshot
            snapshot.close()
        write_index(contents)
    generations.start_from(connection, number, number)
    return View(library.path, number)


def _encode(
    connection: sqlite3.Connection, contents: Contents, encoder: Encoder, progress: Progress
) -> int:
    """Encode what has no vectors yet, a batch a transaction; returns how many passages."""
    missing = connection.execute(
        "SELECT vectors.id, min(row) FROM vectors JOIN passages ON vector = vectors.id"
        f" WHERE whole IS NULL AND document IN ({SERVED}) GROUP BY vectors.id ORDER BY min(row)",
        (contents.generation.number,),
    ).fetchall()
    done = 0
    for batch in _batches(contents, missing):
        inputs = [encoded(passage) for _, passage in batch]
        found = encoder.encode_passages([text for text, _ in inputs], [s for _, s in inputs])
        for (_, passage), vectors in zip(batch, found, strict=True):
            _require_sound(passage, vectors, encoder)
        with transaction(connection):
            for (key, _), vectors in zip(batch, found, strict=True):
                _store(connection, key, vectors)
        done += len(batch)
        progress("passages", done, len(missing))
    return done


def _batches(
    contents: Contents, missing: Sequence[tuple[int, int]]
) -> Iterator[list[tuple[int, Passage]]]:
    for start in range(0, len(missing), WINDOW):
        window = [(key, contents.passage(row)) for key, row in missing[start : start + WINDOW]]
        window.sort(key=lambda item: len(item[1].span))
        yield from (window[i : i + BATCH] for i in range(0, len(window), BATCH))


def _store(connection: sqlite3.Connection, key: int, vectors: PassageVectors) -> None:
    whole, sentences = (v.astype("<f2").tobytes() for v in (vectors.whole, vectors.sentences))
    connection.execute("INSERT OR REPLACE INTO sentence_vectors VALUES (?, ?)", (key, sentences))
    connection.execute("UPDATE vectors SET whole = ? WHERE id = ?", (whole, key))


def _require_sound(passage: Passage, vectors: PassageVectors, encoder: Encoder) -> None:
    """Raise EncoderError unless there is one finite unit vector for each text."""
    expected = ((encoder.dimension,), (len(passage.sentences), encoder.dimension))
    rows = np.vstack([vectors.whole, vectors.sentences])
    lengths = np.linalg.norm(rows, axis=1)
    # Written so that a length that is not a number fails.
    if (vectors.whole.shape, vectors.sentences.shape) != expected or not (
        np.abs(lengths - 1.0) < 0.01
    ).all():
        raise EncoderError(
            f"the encoder {encoder.name} gave no unit vectors for {passage.document.doc_id} at"
            f" {passage.span.start}: choose another encoder; the library is as it was"
        )
