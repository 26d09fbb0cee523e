"""Exact words in a database: counts of each generation, long terms, segments put together."""

import math
from contextlib import closing

import psycopg
import pytest

from index.building import build, remove
from index.store import Library, open_library
from index.store.postgres import words
from index.store.postgres.session import SCHEMA
from index.text import Document
from tests.doubles import BagEncoder
from tests.index.store.animals import animal, passage

BAG = BagEncoder()


def _idf(total: int, found: int) -> float:
    return math.log1p((total - found + 0.5) / (found + 0.5))


def _sound(library: Library) -> bool:
    return all(one.sound for one in library.check())


def test_each_generation_has_its_own_counts(database: str) -> None:
    """Also after a rollback, a build on it, and when what was between them is pruned."""
    library = open_library(database)
    build(library, map(animal, ("cat", "dog")), BAG, replace=True)
    build(library, [animal("fox", "A cat came.")], BAG, replace=False)
    remove(library, ["cat"])
    expected = {1: _idf(2, 1), 2: _idf(3, 2), 3: _idf(2, 1)}
    for number, weight in expected.items():
        with closing(library.open(number)) as view:
            assert view.rarity(["cat"]) == pytest.approx({"cat": weight})
    library.rollback(1)
    build(library, [animal("hen", "A cat. A cat.")], BAG, replace=False)
    with closing(library.open()) as view:
        assert view.rarity(["cat", "fox"]) == pytest.approx({"cat": _idf(3, 2), "fox": _idf(3, 0)})
        (first, _) = view.sharing(["cat"], 5)
        assert passage(view, first[0]).document.doc_id == "cat"
    assert _sound(library)
    assert library.prune(keep=0) == [1, 2, 3]
    with closing(library.open()) as view:
        assert view.rarity(["cat", "fox"]) == pytest.approx({"cat": _idf(3, 2), "fox": _idf(3, 0)})
    assert _sound(library)


def test_a_number_of_any_length_is_found(database: str) -> None:
    """The index of terms takes no long ones: the number is kept by its hash."""
    library = open_library(database)
    long = "123456789" * 50
    build(
        library, [Document("n", "", f"It is {long}, they say."), animal("cat")], BAG, replace=True
    )
    with closing(library.open()) as view:
        ((row, _),) = view.sharing([long], 5)
        assert passage(view, row).document.doc_id == "n"
        assert view.rarity([long]) == pytest.approx({long: _idf(2, 1)})
        assert view.sharing([long[:-1]], 5) == []
    assert _sound(library)


def test_many_small_segments_become_one(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is added to a thousand times is searched as quickly as one built at once."""
    monkeypatch.setattr(words, "SEGMENTS", 3)
    library = open_library(database)
    for number in range(8):
        build(library, [animal(f"animal{number}", "Nobody.")], BAG, replace=number == 0)
    remove(library, ["animal3"])
    library.prune(keep=0)
    with psycopg.connect(database) as connection:
        found = connection.execute(f"SELECT count(*) FROM {SCHEMA}.segments".encode()).fetchone()
    assert found in {(1,), (2,), (3,)}
    assert _sound(library)
    with closing(library.open()) as view:
        ((row, _),) = view.sharing(["animal"], 1)
        assert view.evidence([row])
        assert view.rarity(["nobody"]) == pytest.approx({"nobody": _idf(7, 7)})
