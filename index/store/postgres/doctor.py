"""Is the database sound, and what is derived from it? Each check in plain words."""

from collections.abc import Callable, Iterator

from index.errors import VerbatimError
from index.store.interface import Finding
from index.store.postgres import extents, generations, locks, nearest, words
from index.store.postgres.failures import explained
from index.store.postgres.generations import SERVED
from index.store.postgres.session import Connection, one_state
from index.store.postgres.survey import survey
from index.store.soundness import REPAIR, told, waiting

Check = Callable[[Connection], Iterator[Finding]]

# Less than this is not worth a word, in bytes.
WORTH = 1_000_000
_HELD = f"""
SELECT coalesce(sum(pg_column_size(vectors.*) + pg_column_size(passages.*)), 0)::bigint
FROM passages JOIN vectors ON vectors.id = vector WHERE document NOT IN ({SERVED})
"""


def findings(connection: Connection, address: str) -> Iterator[Finding]:
    """Check the documents one by one, their words, then each generation."""
    extents.forget(address)
    checks = (
        _server,
        _in_one_state(_documents),
        _in_one_state(_words),
        _waiting,
        _in_one_state(_room),
        _in_one_state(_generations),
    )
    for check in checks:
        try:
            with explained(address):
                yield from check(connection)
        except VerbatimError as error:
            yield Finding(False, str(error))


def _in_one_state(check: Check) -> Check:
    def checked(connection: Connection) -> Iterator[Finding]:
        with one_state(connection):
            yield from check(connection)

    return checked


def _server(connection: Connection) -> Iterator[Finding]:
    found = connection.execute(
        "SELECT current_setting('server_version'), extversion, pg_is_in_recovery()"
        " FROM pg_extension WHERE extname = 'vector'"
    ).fetchone()
    version, extension, follows = found or ("", "", False)
    role = "a standby, which only reads" if follows else "which may be written"
    yield Finding(True, f"PostgreSQL {version.split()[0]} with pgvector {extension}, {role}")


def _documents(connection: Connection) -> Iterator[Finding]:
    live = generations.answering(connection)
    yield from told((one.name, one.part, one.generation == live) for one in survey(connection))


def _words(connection: Connection) -> Iterator[Finding]:
    if wrong := words.disagreements(connection):
        yield Finding(False, f"the index of words is damaged ({wrong} differences): {REPAIR}")
    else:
        yield Finding(True, "every passage can be found by its words")


def _waiting(connection: Connection) -> Iterator[Finding]:
    with locks.nobody_writes(connection) as nobody_writes:
        found = connection.execute(
            "SELECT count(*) FROM documents WHERE id NOT IN (SELECT document FROM served)"
        ).fetchone()
    yield from waiting(found[0] if found else 0, nobody_writes=nobody_writes)


def _room(connection: Connection) -> Iterator[Finding]:
    """What only old generations hold, if it is worth a word."""
    live = generations.live(connection)
    old = [one.number for one in generations.published(connection) if one != live]
    if live is None or not old:
        return
    found = connection.execute(_HELD.encode(), {"generation": live.number}).fetchone()
    if found and found[0] >= WORTH:
        yield Finding(
            True,
            f"{len(old)} old generations: `python -m index prune --keep 0` would give back about"
            f" {found[0] / 1e6:.0f} MB, which the server uses again",
        )


def _generations(connection: Connection) -> Iterator[Finding]:
    generations.live(connection)
    if hidden := generations.hidden(connection):
        listed = ", ".join(map(str, hidden))
        yield Finding(False, f"generations {listed} cannot be served any more: {REPAIR}")
    for generation in generations.published(connection):
        name = f"generation {generation.number}"
        found = connection.execute(
            f"SELECT count(*) FROM passages WHERE document IN ({SERVED})".encode(),
            {"generation": generation.number},
        ).fetchone()
        if not extents.is_whole(connection, generation.number):
            yield Finding(False, f"{name} is damaged: which documents it has is lost: {REPAIR}")
        elif not extents.is_described(connection, generation.number):
            yield Finding(False, f"{name}: when it was made is damaged: {REPAIR}")
        elif found != (generation.passages,):
            yield Finding(False, f"{name} lacks passages: {REPAIR}")
        else:
            counts = f"{generation.documents} documents, {generation.passages} passages"
            yield Finding(True, f"{name}: {counts}")
        yield from _index(connection, generation.number)


def _index(connection: Connection, number: int) -> Iterator[Finding]:
    if nearest.lacks_index(connection, number):
        what = f"generation {number} has no index of its vectors, which makes questions slow"
        yield Finding(False, f"{what}: {REPAIR}")
