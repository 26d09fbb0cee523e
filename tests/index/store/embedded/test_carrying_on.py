"""What a process has seen whole of a library is not read again; what has changed is."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import pytest

from index.building import build
from index.doctor import examine
from index.encoding import Vectors
from index.errors import LibraryError
from index.retriever import Retriever
from index.store.embedded import EmbeddedLibrary, faiss_file, faiss_index, members, schema
from index.store.embedded.faiss_file import Stamp
from index.store.embedded.faiss_index import VectorIndex
from index.store.embedded.generations import SERVED
from index.store.embedded.schema import DATABASE
from index.store.embedded.snapshot import Snapshot
from index.store.interface import Rows, View
from index.text import Document
from tests.doubles import BagEncoder
from tests.index.store.animals import ANIMALS, animal, best, change_often, names

# So many instructions of SQLite's are counted as one step.
STEP = 100


@pytest.fixture
def library(tmp_path: Path, encoder: BagEncoder) -> EmbeddedLibrary:
    """A library of five animals, in its first generation."""
    library = EmbeddedLibrary(tmp_path / "library")
    build(library, map(animal, ANIMALS), encoder, replace=True)
    return library


def _change(library: EmbeddedLibrary, statement: str) -> None:
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        connection.execute(statement)
        connection.commit()


@contextmanager
def _steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How much SQLite does meanwhile, in steps."""
    done = [0]
    opened = schema._open

    def counted(path: Path, options: str) -> sqlite3.Connection:
        connection = opened(path, options)

        def step() -> int:
            done[0] += 1
            return 0

        connection.set_progress_handler(step, STEP)
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(schema, "_open", counted)
        yield done


def test_one_text_more_takes_no_longer_in_a_large_library(
    tmp_path: Path, encoder: BagEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the text to its being found, once the library is open; counted in SQLite's steps.

    Also after a change that was refused.
    """
    taken = []

    def refuse(_: View) -> None:
        raise LibraryError("no")

    for count in (50, 1_000):
        library = EmbeddedLibrary(tmp_path / f"{count}")
        build(library, (animal(f"animal{n}") for n in range(count)), encoder, replace=True)
        with closing(library.open()) as view:
            Retriever(view, encoder)
            with pytest.raises(LibraryError, match="no"):
                build(library, [animal("bat")], encoder, replace=False, gate=refuse)
            with _steps(monkeypatch) as steps:
                build(library, [animal("owl")], encoder, replace=False)
                with closing(library.open()) as after:
                    found = Retriever(after, encoder).retrieve("the owl sleeps")
                    assert "owl" in {hit.passage.document.doc_id for hit in found}
                taken.append(steps[0])
    assert taken[1] < 2 * taken[0] + 20, taken


def test_each_generation_has_its_rows_whichever_was_seen_before(
    library: EmbeddedLibrary, encoder: BagEncoder
) -> None:
    """Forward and back, over what was removed and added again; as if all of it were read."""
    change_often(library, encoder)
    query = f"SELECT row FROM passages WHERE document IN ({SERVED}) ORDER BY row"
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        expected = {n: [r for (r,) in connection.execute(query, (n,))] for n in range(1, 7)}
    for number in (6, 1, 4, 2, 5, 3, 6, 3, 3, 1):
        with closing(library.open(number)) as view:
            assert view.rows().tolist() == expected[number]
            assert view.generation.passages == len(expected[number])
            assert view.generation.documents == len(list(view.documents()))
    assert [one.text for one in examine(library, lambda: encoder) if not one.sound] == []


def test_damage_after_a_generation_was_seen_is_found(
    library: EmbeddedLibrary, encoder: BagEncoder
) -> None:
    """By `doctor`, by what goes on from it, and by the next process that opens it."""
    names(library)
    _change(library, "DELETE FROM served WHERE document = 3")
    assert any("which documents it has" in one.text for one in examine(library, lambda: encoder))
    with pytest.raises(LibraryError, match="doctor --repair"):
        library.open()
    _change(library, "INSERT INTO served VALUES (3, 1, NULL)")
    names(library)
    with pytest.raises(LibraryError, match="is damaged: which documents"):
        _damaged_while_added(library, encoder)


def _damaged_while_added(library: EmbeddedLibrary, encoder: BagEncoder) -> None:
    build(library, [animal("owl")], encoder, replace=False)
    _change(library, "UPDATE served SET document = 3 WHERE document = 6")
    members.forget(library.path)
    library.open()


def test_a_text_that_was_mended_is_found_by_who_saw_it_before(
    library: EmbeddedLibrary, encoder: BagEncoder
) -> None:
    """Its passages have other rows then, in the same generation."""
    with closing(library.open()) as view:
        rows = view.rows().tolist()
    _change(library, "DELETE FROM passages WHERE document = 3")
    assert build(library, [animal("dog")], encoder, replace=False).generation.number == 1
    with closing(library.open()) as view:
        assert len(view.rows()) == len(rows)
        assert view.rows().tolist() != rows
        assert best(view, "nobody wakes the dog") == "dog"


def test_another_library_in_its_place_is_read(
    library: EmbeddedLibrary, encoder: BagEncoder, tmp_path: Path
) -> None:
    """A copy that was kept, from which another text was added: a generation of the same number."""
    copy = EmbeddedLibrary(Path(shutil.copytree(library.path, tmp_path / "copy")))
    build(library, [animal("owl"), animal("elk")], encoder, replace=False)
    assert names(library) == sorted([*ANIMALS, "elk", "owl"])
    build(copy, [animal("fox")], encoder, replace=False)
    shutil.rmtree(library.path)
    shutil.copytree(copy.path, library.path)
    with closing(library.open()) as view:
        assert view.generation.number == 2
        assert len(view.rows()) == 6
        assert best(view, "nobody wakes the fox") == "fox"


def test_a_file_of_vectors_is_read_once_while_it_is_open(tmp_path: Path) -> None:
    """For all who search it, each hiding what it has not; written anew, it is read again."""
    path, stamp = tmp_path / "1.faiss", Stamp("id", 1, "bag", "1", 8)
    vectors = np.eye(8, dtype=np.float32)
    rows = np.arange(8, dtype=np.int64)
    made = faiss_index.build(rows, 8, lambda some: vectors[some])
    faiss_file.write(made, path, stamp)
    assert faiss_file.known(path, stamp) is None
    first: VectorIndex | None = faiss_file.read(path, stamp)
    second = faiss_file.known(path, stamp)
    assert second is not None
    second.hide(rows[:4])
    assert first is not None
    assert [row for row, _ in first.search(vectors[1], 1)] == [1]
    assert sorted(row for row, _ in second.search(vectors[1], 8)) == [4, 5, 6, 7]
    assert faiss_file.known(path, Stamp("id", 2, "bag", "1", 8)) is None
    faiss_file.write(made, path, stamp)
    assert faiss_file.known(path, stamp) is None
    faiss_file.write(made, path, stamp)
    third = faiss_file.read(path, stamp)
    assert faiss_file.known(path, stamp) is not None
    del first, second, third
    assert faiss_file.known(path, stamp) is None


def test_vectors_that_a_file_has_not_are_read_once_while_it_is_open(tmp_path: Path) -> None:
    """What is found is the same in whatever order generations come; damaged ones are left out."""
    path, stamp = tmp_path / "1.faiss", Stamp("id", 1, "bag", "1", 8)
    vectors, asked = np.eye(8, dtype=np.float32), list[int]()
    vectors[6] = 0.0  # is damaged

    def read(rows: Rows) -> Vectors:
        asked.extend(rows.tolist())
        return vectors[rows]

    made = faiss_index.build(np.array([0, 2, 4]), 8, lambda some: vectors[some])
    faiss_file.write(made, path, stamp)
    first = faiss_file.read(path, stamp)
    question = np.arange(8, dtype=np.float32)
    for rows, read_now in (
        ([0, 2, 4, 5, 7], [5, 7]),
        ([0, 1, 2, 4, 5, 6, 7], [1, 6]),
        ([0, 2, 7], []),
        ([0, 1, 2, 7], [1]),
        ([0, 2, 4], []),
    ):
        index = faiss_file.known(path, stamp)
        assert index is not None
        asked.clear()
        snapshot = Snapshot(index, np.array(rows), read)
        assert asked == read_now
        expected = sorted(set(rows) - {6}, reverse=True)
        found = snapshot.search(question, 8, read)
        assert [(row, score) for row, score in found] == [(row, row) for row in expected]
    del first


def test_documents_are_told_by_hash_and_key(library: EmbeddedLibrary, encoder: BagEncoder) -> None:
    """Whatever of a generation's documents is another makes another tally."""
    fox = Document("fox", "", "The fox runs.")
    build(library, [fox], encoder, replace=False)
    for statement in (
        "UPDATE documents SET hash = x'00' || substr(hash, 2) WHERE id = 6",
        "UPDATE documents SET hash = substr(hash, 2) WHERE id = 6",
        "UPDATE served SET document = 7 WHERE document = 6",
        "DELETE FROM served WHERE document = 6",
        "UPDATE served SET until = 2 WHERE document = 1",
        "UPDATE generations SET passages = 7 WHERE number = 2",
        "UPDATE generations SET seal = x'00' || substr(seal, 2)",
        "UPDATE generations SET seal = substr(seal, 1, 8) || zeroblob(8) || substr(seal, 17)",
        "UPDATE generations SET seal = substr(seal, 1, 16) || zeroblob(8)",
    ):
        whole = (library.path / DATABASE).read_bytes()
        _change(library, statement)
        assert any(not one.sound for one in examine(library, lambda: encoder)), statement
        for file in library.path.glob(f"{DATABASE}*"):
            file.unlink()
        (library.path / DATABASE).write_bytes(whole)
    assert [one.text for one in examine(library, lambda: encoder) if not one.sound] == []
