"""Is the database sound, and what is derived from it? Each check in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from index.errors import VerbatimError
from index.store.embedded import generations
from index.store.embedded.generations import SERVED
from index.store.embedded.schema import connect
from index.store.embedded.sealed_files import UnusableFile
from index.store.embedded.view import EmbeddedView, opened
from index.store.interface import Finding

REBUILD = "`build` into another folder"


def findings(folder: Path) -> Iterator[Finding]:
    """Check the database as a whole, then each generation."""
    try:
        with closing(connect(folder)) as connection:
            yield _integrity(connection)
            yield from _rows(connection)
            yield from _blocks(connection)
            published = generations.published(connection)
        for generation in published:
            with closing(opened(folder, generation.number)) as view:
                yield _counts(view)
                yield _snapshot(view)
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


def _blocks(connection: sqlite3.Connection) -> Iterator[Finding]:
    live = generations.live(connection)
    (plain,) = connection.execute(
        f"SELECT count(*) FROM documents WHERE id IN ({SERVED}) AND text != '' AND blocks = x''",
        (live.number if live else 0,),
    ).fetchone()
    if plain:
        yield Finding(
            True,
            f"{plain} documents do not say which of their lines are headings, lists or tables, as"
            " those read by this version do: to `build` again is worth it",
        )


def _counts(view: EmbeddedView) -> Finding:
    generation = view.generation
    name = f"generation {generation.number}"
    with closing(connect(view.folder)) as connection:
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
    counts = (documents, len(view.rows()))
    if counts != (generation.documents, generation.passages):
        return Finding(False, f"{name} lacks documents or passages: {REBUILD}")
    if missing:
        return Finding(False, f"{name}: {missing} passages have no sound vectors: {REBUILD}")
    return Finding(True, f"{name}: {counts[0]} documents, {counts[1]} passages, all with vectors")


def _snapshot(view: EmbeddedView) -> Finding:
    name = f"the snapshot of generation {view.generation.number}"
    try:
        view.check_snapshot()
    except UnusableFile as error:
        return Finding(False, f"{name} is broken ({error}): it is built again when next opened")
    return Finding(True, f"{name} is whole")
