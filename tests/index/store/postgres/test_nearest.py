"""Where there are many vectors an index finds the nearest, of whichever generation is asked."""

from collections.abc import Sequence
from contextlib import closing

import numpy as np
import psycopg
import pytest

from index.building import build
from index.encoding import PassageVectors, Vectors
from index.store import EncoderId, Library, open_library
from index.store.postgres import nearest
from index.store.postgres.session import SCHEMA
from index.text import Document, split
from tests.doubles import BagEncoder
from tests.index.store.animals import animal

MANY = 400
ENCODER = EncoderId("near", "1", 32)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index is worth it from 100 passages on."""
    monkeypatch.setattr(nearest, "EXACT_BELOW", 100)


def _vectors() -> Vectors:
    """Unit vectors around 20 centres, as those of texts lie; not isotropic ones."""
    random = np.random.default_rng(5)
    centres = random.normal(size=(20, 32))
    found = centres[random.integers(0, 20, MANY)] + 0.5 * random.normal(size=(MANY, 32))
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


VECTORS = _vectors()


def _put(library: Library, numbers: Sequence[int]) -> None:
    """Make these numbers the library's documents, each with its vector."""
    with library.draft(ENCODER) as draft:
        for number in numbers:
            document = Document(f"{number:04}", "", f"Text number {number}.")
            draft.put(document, split(document))
        rows = draft.missing()
        names = [int(one.document.doc_id) for one in draft.passages(rows).values()]
        draft.fill(
            {
                row: PassageVectors(VECTORS[name], VECTORS[name][None])
                for row, name in zip(rows, names, strict=True)
            }
        )
        draft.publish()


def _recall(library: Library, generation: int, numbers: Sequence[int]) -> float:
    """The share of the ten nearest of each 20th vector that are found, in a generation."""
    right = 0
    with closing(library.open(generation)) as view:
        stored = view.evidence(view.rows().tolist())
        names = {row: int(one.passage.document.doc_id) for row, one in stored.items()}
        for asked in VECTORS[::20]:
            cosines = VECTORS[list(numbers)] @ asked
            best = {numbers[place] for place in np.argsort(-cosines)[:10]}
            found = view.nearest(asked, 10)
            assert [score for _, score in found] == sorted((s for _, s in found), reverse=True)
            right += len(best & {names[row] for row, _ in found})
    return right / (10 * len(VECTORS[::20]))


def _indexes(database: str) -> list[str]:
    with psycopg.connect(database) as connection:
        query = "SELECT indexname FROM pg_indexes WHERE schemaname = %s AND indexdef LIKE %s"
        found = connection.execute(query, (SCHEMA, "%hnsw%")).fetchall()
    return [name for (name,) in found]


def test_an_index_finds_what_comparing_finds(database: str) -> None:
    """In a generation of all, and in one of a few that shares the index with it."""
    library = open_library(database)
    some = range(0, MANY, 3)
    _put(library, some)
    assert _indexes(database) == ["vectors_hnsw_1"]
    _put(library, range(MANY))
    assert _recall(library, 2, range(MANY)) >= 0.95
    assert _recall(library, 1, some) >= 0.95
    assert [one.text for one in library.check() if not one.sound] == []


def test_a_lost_index_is_told_and_made_again(database: str) -> None:
    """Questions are answered meanwhile, by comparing all."""
    library = open_library(database)
    _put(library, range(120))
    with psycopg.connect(database) as connection:
        connection.execute(f"DROP INDEX {SCHEMA}.vectors_hnsw_1".encode())
    assert _recall(library, 1, range(120)) == 1.0
    (told,) = (one.text for one in library.check() if not one.sound)
    assert "has no index of its vectors" in told
    assert [one.text for one in library.mend()] == [
        "the vectors of generation 1 had no index: it is made"
    ]
    assert _indexes(database) == ["vectors_hnsw_1"]


def test_an_index_goes_with_its_encoder(database: str) -> None:
    """When no generation has its vectors any more."""
    library = open_library(database)
    _put(library, range(120))
    build(library, [animal("cat")], BagEncoder(), replace=True)
    assert _indexes(database) == ["vectors_hnsw_1"]
    assert library.prune(keep=0) == [1]
    assert _indexes(database) == []
