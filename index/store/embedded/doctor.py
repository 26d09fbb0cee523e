"""Is the library sound? Each check in plain words, with what to do when it is not."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from index.encoding import Encoder
from index.errors import LibraryError, VerbatimError
from index.store.embedded.contents import Contents
from index.store.embedded.draft import encoded
from index.store.embedded.generations import SERVED
from index.store.embedded.library import Library
from index.store.embedded.schema import connect
from index.store.embedded.sealed_files import UnusableFile
from index.store.embedded.view import check_index

REBUILD = "`build` into another folder"
# Passages encoded anew, and how like the stored vectors they have to be (float16, threads).
SAMPLE = 3
LIKE = 0.99


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; `sound` is False where something is to be done."""

    sound: bool
    text: str


def examine(library: Library, load: Callable[[], Encoder]) -> Iterator[Finding]:
    """Check the library and, last, the encoder that `load` gives against it."""
    try:
        with closing(connect(library.path)) as connection:
            yield _integrity(connection)
            yield from _rows(connection)
        for generation in library.generations():
            with closing(Contents(library.path, generation.number)) as contents:
                yield _counts(contents)
                yield _snapshot(contents)
        with closing(Contents(library.path)) as contents:
            yield _spans(contents)
            yield _encoder(contents, load)
    except (VerbatimError, sqlite3.Error) as error:
        yield Finding(False, str(error))


def _integrity(connection: sqlite3.Connection) -> Finding:
    (found,) = connection.execute("PRAGMA integrity_check").fetchone()
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    if found != "ok" or loose:
        return Finding(False, f"the database is damaged ({found}, {len(loose)} loose): {REBUILD}")
    return Finding(True, "the database is whole")


def _rows(connection: sqlite3.Connection) -> Iterator[Finding]:
    def count(query: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {query}").fetchone()[0])

    words = count("passages WHERE row NOT IN (SELECT rowid FROM lexical)")
    words += count("lexical WHERE rowid NOT IN (SELECT row FROM passages)")
    yield (
        Finding(False, f"{words} passages and their words disagree: {REBUILD}")
        if words
        else Finding(True, "every passage can be found by its words")
    )
    left = count("documents WHERE id NOT IN (SELECT document FROM served)")
    if left:
        yield Finding(True, f"{left} documents wait from a build cut off: the next one uses them")


def _counts(contents: Contents) -> Finding:
    generation = contents.generation
    name = f"generation {generation.number}"
    with closing(connect(contents.folder)) as connection:
        (documents,) = connection.execute(
            f"SELECT count(*) FROM ({SERVED})", (generation.number,)
        ).fetchone()
        (missing,) = connection.execute(
            "SELECT count(*) FROM passages JOIN vectors ON vectors.id = vector"
            " LEFT JOIN sentence_vectors ON sentence_vectors.id = vector"
            f" WHERE document IN ({SERVED}) AND (packed IS NULL OR length(whole) IS NOT ?2"
            " OR length(packed) * 4 != length(passages.sentences) * ?3)",
            (generation.number, 2 * generation.dimension, generation.dimension),
        ).fetchone()
    counts = (documents, len(contents.rows()))
    if counts != (generation.documents, generation.passages):
        return Finding(False, f"{name} lacks documents or passages: {REBUILD}")
    if missing:
        return Finding(False, f"{name}: {missing} passages have no sound vectors: {REBUILD}")
    return Finding(True, f"{name}: {counts[0]} documents, {counts[1]} passages, all with vectors")


def _snapshot(contents: Contents) -> Finding:
    name = f"the snapshot of generation {contents.generation.number}"
    try:
        check_index(contents)
    except UnusableFile as error:
        return Finding(False, f"{name} is broken ({error}): it is built again when next opened")
    return Finding(True, f"{name} is whole")


def _spans(contents: Contents) -> Finding:
    for row in contents.rows().tolist():
        passage = contents.passage(row)
        inside = all(passage.span.contains(sentence) for sentence in passage.sentences)
        if passage.span.end > len(passage.document.text) or not inside:
            return Finding(
                False, f"{passage.document.doc_id} and its passages disagree: {REBUILD}"
            )
    return Finding(True, "every passage and sentence lies in its document")


def _encoder(contents: Contents, load: Callable[[], Encoder]) -> Finding:
    encoder = load()
    contents.generation.require(encoder)
    rows = contents.rows()
    worst = 1.0
    for row in rows[np.linspace(0, len(rows) - 1, min(SAMPLE, len(rows))).astype(int)].tolist():
        text, spans = encoded(contents.passage(row))
        (again,) = encoder.encode_passages([text], [spans])
        worst = min(worst, float(again.whole @ contents.vectors(row).whole))
    if worst < LIKE:
        raise LibraryError(
            f"the encoder {encoder.name} gives other vectors than it gave (cosine {worst:.3f}):"
            " `build` the library again"
        )
    return Finding(True, f"the encoder {encoder.name} is the one the library was built with")
