"""Is the database sound, and what is derived from it? Each check in plain words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from index.errors import Trouble, VerbatimError
from index.store.embedded import bm25, extents, generations, locks, room
from index.store.embedded.generations import SERVED
from index.store.embedded.members import forget
from index.store.embedded.schema import connect, one_state
from index.store.embedded.sealed_files import UnusableFile
from index.store.embedded.shelf import Shelf
from index.store.embedded.survey import survey
from index.store.embedded.unlocked import require_unchanged
from index.store.embedded.view import opened
from index.store.interface import Finding
from index.store.soundness import REPAIR, told, waiting

REBUILD = "restore it from a copy, or `build` into another folder"


def findings(folder: Path) -> Iterator[Finding]:
    """Check the database as a whole, its documents one by one, then each generation."""
    forget(folder)
    checks: tuple[Callable[[sqlite3.Connection], Iterator[Finding]], ...] = (
        _integrity,
        _documents,
        lambda connection: _words(connection, folder),
        lambda connection: _waiting(connection, folder),
        _blocks,
        lambda connection: room.findings(connection, folder),
        lambda connection: _generations(connection, folder),
    )
    for check in checks:
        yield from _tried(check, folder)


def _tried(
    check: Callable[[sqlite3.Connection], Iterator[Finding]], folder: Path
) -> Iterator[Finding]:
    """What a check finds in one state of the library; where damage ends it, the next goes on."""
    try:
        with one_state(folder) as connection:
            for finding in check(connection):
                require_unchanged(connection)
                yield finding
    except VerbatimError as error:
        yield Finding(False, str(error))


def wrong_in(connection: sqlite3.Connection) -> str:
    """What SQLite finds wrong with pages, indexes and what points where; "" for nothing."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    whole = found == "ok" and not loose
    return "" if whole else f"{' '.join(found.split())}, {len(loose)} loose"


def _integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    if wrong := wrong_in(connection):
        what = f"the database is damaged ({wrong})"
        yield Finding(False, f"{what}: {REPAIR} tries to mend it; else {REBUILD}")
    else:
        yield Finding(True, "the database is whole")


def _documents(connection: sqlite3.Connection) -> Iterator[Finding]:
    live = generations.answering(connection)
    yield from told((one.name, one.part, one.generation == live) for one in survey(connection))


def _words(connection: sqlite3.Connection, folder: Path) -> Iterator[Finding]:
    with closing(connect(folder, "rw")) as asking:
        # Before anything is read: a writer who waits for its reader would be waited for.
        agrees, whole = bm25.index_is_whole(asking)
    sound = next(survey(connection), None) is None
    shelf = Shelf(connection)
    otherwise = bm25.cut_otherwise(connection, shelf)
    wrong = bm25.disagreements(connection, shelf, comparable=sound and not otherwise)
    if wrong or not (agrees if sound else whole):
        yield Finding(False, f"the index of words is damaged ({wrong} differences): {REPAIR}")
    else:
        yield Finding(True, "every passage can be found by its words")
        if otherwise:
            what = f"{otherwise} passages are found by their words as an older version"
            mend = f"{REPAIR}, or any change, brings them up to date"
            yield Finding(True, f"{what} compared them: {mend}")


def _waiting(connection: sqlite3.Connection, folder: Path) -> Iterator[Finding]:
    with locks.nobody_has(folder / locks.WRITER) as nobody_writes:
        (left,) = connection.execute(
            "SELECT count(*) FROM documents WHERE id NOT IN (SELECT document FROM served)"
        ).fetchone()
    yield from waiting(left, nobody_writes=nobody_writes)


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


def _generations(connection: sqlite3.Connection, folder: Path) -> Iterator[Finding]:
    if hidden := generations.hidden(connection):
        listed = ", ".join(map(str, hidden))
        yield Finding(False, f"generations {listed} cannot be served any more: {REPAIR}")
    for generation in generations.published(connection):
        name = f"generation {generation.number}"
        try:
            with closing(opened(folder, generation.number)) as view:
                counts = (generation.documents, generation.passages)
                if len(view.rows()) != generation.passages:
                    yield Finding(False, f"{name} lacks passages: {REPAIR}")
                else:
                    yield Finding(True, f"{name}: {counts[0]} documents, {counts[1]} passages")
                if not extents.is_described(connection, generation.number):
                    yield Finding(False, f"{name}: when it was made is damaged: {REPAIR}")
                view.check_snapshot()
                yield Finding(True, f"the snapshot of {name} is whole")
        except UnusableFile as error:
            what = f"the snapshot of {name} is broken ({error})"
            yield Finding(False, f"{what}: it is built again when next opened")
        except VerbatimError as error:
            if error.trouble is not Trouble.GONE or _is_listed(folder, generation.number):
                yield Finding(False, str(error))


def _is_listed(folder: Path, number: int) -> bool:
    """Whether a generation has not been pruned meanwhile."""
    with one_state(folder) as connection:
        return any(one.number == number for one in generations.published(connection))
