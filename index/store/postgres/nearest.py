"""The nearest vectors: each compared where they are few, found by an HNSW index where many are.

An index is of one encoder's vectors, of every generation; what a generation does not have is
passed over as the index is walked, for as long as that takes (pgvector's iterative scan).
"""

from collections.abc import Sequence
from typing import Any

import psycopg

from index.encoding import Vectors
from index.store.postgres import halfvec
from index.store.postgres.session import Connection
from index.store.seals import seal_of

# Measured at 384 dimensions on a busy core: to compare all takes 5 microseconds a passage, so
# 25 ms here; to walk the index takes 2 to 5 ms, and misses one of the ten nearest now and then.
EXACT_BELOW = 5_000
# pgvector indexes no longer vectors.
MOST_DIMENSIONS = 4_000
# So many more are fetched from the index, to be ordered by every digit of the question.
SPARE = 20
# Links a vector and candidates while the index is made, pgvector's own defaults.
LINKS, CANDIDATES = 16, 64
# Memory to make the index in: beyond it the work gets several times slower. One of a million
# vectors of 384 dimensions takes 1.2 GB.
MEMORY_FOR_INDEX = "2GB"
# So many processes help to make it, if the server lets them.
HELPERS = 4

_FOUND = """
SELECT passages.row, vectors.id, whole, vectors.seal
FROM vectors JOIN passages ON vector = vectors.id
JOIN served ON served.document = passages.document
    AND since <= %(generation)s AND (until IS NULL OR until > %(generation)s)
WHERE encoder = {encoder}
"""
_EXACT = f"{_FOUND} ORDER BY whole::vector <#> %(vector)s::vector, passages.row LIMIT %(k)s"
_BY_INDEX = f"""{_FOUND}
ORDER BY whole::halfvec({{dimension}}) <#> %(vector)s::halfvec({{dimension}}) LIMIT %(k)s
"""


def _plans(**settings: str) -> str:
    """Lets the planner of the transaction use some ways only, whatever it knows of the tables."""
    chosen = (f"set_config('enable_{name}', '{value}', true)" for name, value in settings.items())
    return f"SELECT {', '.join(chosen)}"


ONE_BY_ONE = _plans(hashjoin="off", mergejoin="off", seqscan="off")
WALKING = _plans(hashjoin="off", mergejoin="off", seqscan="off", sort="off")
COMPARING = _plans(hashjoin="on", mergejoin="on", seqscan="on")


def prepare(connection: Connection, number: int) -> None:
    """Make the index that a generation needs, unless it is there; searches go on."""
    if not lacks_index(connection, number):
        return
    encoder, dimension, _ = _about(connection, number)
    try:
        _make(connection, encoder, dimension, helpers=HELPERS)
    except psycopg.errors.DiskFull:
        # Those that help share memory, of which a container may have very little.
        _make(connection, encoder, dimension, helpers=0)


def _make(connection: Connection, encoder: int, dimension: int, helpers: int) -> None:
    with connection.transaction():
        for name, value in (
            ("maintenance_work_mem", MEMORY_FOR_INDEX),
            ("max_parallel_maintenance_workers", str(helpers)),
        ):
            connection.execute("SELECT set_config(%s, %s, true)", (name, value))
        connection.execute(f"DROP INDEX IF EXISTS {_name(encoder)}".encode())
        connection.execute(
            f"CREATE INDEX {_name(encoder)} ON vectors"
            f" USING hnsw ((whole::halfvec({dimension})) halfvec_ip_ops)"
            f" WITH (m = {LINKS}, ef_construction = {CANDIDATES})"
            f" WHERE encoder = {encoder}".encode()
        )


def lacks_index(connection: Connection, number: int) -> bool:
    """Whether a generation has so many vectors that they want an index, and has none."""
    encoder, dimension, passages = _about(connection, number)
    if passages < EXACT_BELOW or dimension > MOST_DIMENSIONS:
        return False
    return not is_indexed(connection, encoder)


def _about(connection: Connection, number: int) -> tuple[int, int, int]:
    """Of a generation its encoder, their dimension, and how many passages it has."""
    found = connection.execute(
        "SELECT encoder, dimension, passages FROM generations JOIN encoders ON id = encoder"
        " WHERE number = %s",
        (number,),
    ).fetchone()
    assert found is not None
    encoder, dimension, passages = map(int, found)
    return encoder, dimension, passages


def is_indexed(connection: Connection, encoder: int) -> bool:
    """Whether there is an index, whole, of an encoder's vectors."""
    query = "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)"
    return connection.execute(query, (_name(encoder),)).fetchone() == (True,)


def drop_unused(connection: Connection) -> None:
    """Drop the indexes of encoders that no generation has."""
    unused = "SELECT id FROM encoders WHERE id NOT IN (SELECT encoder FROM generations)"
    for (encoder,) in connection.execute(unused).fetchall():
        connection.execute(f"DROP INDEX IF EXISTS {_name(encoder)}".encode())


def _name(encoder: int) -> str:
    return f"vectors_hnsw_{int(encoder)}"


def query(encoder: int, dimension: int | None) -> str:
    """The query of the nearest; by index if a `dimension` is given."""
    return (_BY_INDEX if dimension else _EXACT).format(encoder=int(encoder), dimension=dimension)


def ordered(
    found: Sequence[tuple[Any, ...]], asked: Vectors, k: int
) -> tuple[list[tuple[int, float]], list[int]]:
    """The `k` best with their cosines, best first, ties by row; and the rows that are damaged."""
    scores, damaged = [], []
    for row, vector, packed, seal in found:
        whole = halfvec.unpacked(packed)
        if seal_of(vector.bytes, halfvec.sealed(whole)) == seal and whole.shape == asked.shape:
            scores.append((int(row), float(whole @ asked)))
        else:
            damaged.append(int(row))
    return sorted(scores, key=lambda hit: (-hit[1], hit[0]))[:k], damaged
