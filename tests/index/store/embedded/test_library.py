"""The library keeps its promises: generations, damage, other writers, other encoders."""

import gc
import resource
import shutil
import sqlite3
import subprocess
import threading
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index.build import build, remove
from index.errors import EncoderError, LibraryBusy, LibraryError, LibraryNotFound
from index.retriever import Retriever
from index.store.embedded import view as snapshots
from index.store.embedded.doctor import examine
from index.store.embedded.library import Library
from index.store.embedded.schema import DATABASE
from index.store.embedded.view import View
from index.text.documents import Document
from tests.doubles import BagEncoder

ANIMALS = ("cat", "cow", "dog", "hen", "pig")


def _document(name: str, more: str = "") -> Document:
    return Document(
        name, name.title(), f"The {name} sleeps. Nobody wakes the {name}. {more}".strip()
    )


@pytest.fixture
def library(tmp_path: Path, encoder: BagEncoder) -> Library:
    """A library of five animals, in its first generation."""
    library = Library(tmp_path / "library")
    build(library, map(_document, ANIMALS), encoder, replace=True)
    return library


def _names(library: Library) -> list[str]:
    return [document.doc_id for document in library.documents()]


def _best(snapshot: View, words: str) -> str:
    encoder = BagEncoder(dimension=snapshot.generation.dimension)
    row, _ = snapshot.search(encoder.encode_questions([words])[0], 1)[0]
    return snapshot.passage(row).document.doc_id


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    """Where nothing has been built, every reader says so and leaves no trace."""
    library = Library(tmp_path / "none")
    for look in (library.live, library.generations, library.open, lambda: library.document("x")):
        with pytest.raises(LibraryNotFound, match=r"python -m index build"):
            look()
    assert list(tmp_path.iterdir()) == []


def test_search_gives_cosines_best_first(library: Library, encoder: BagEncoder) -> None:
    """`search` is the exact cosine with each passage, `lexical` finds the word."""
    snapshot = library.open()
    question = encoder.encode_questions(["who wakes the hen"])[0]
    found = snapshot.search(question, 10)
    texts = [snapshot.passage(row).text for row, _ in found]
    expected = encoder.encode_questions(texts) @ question
    assert [score for _, score in found] == pytest.approx(expected.tolist(), abs=1e-3)
    assert [score for _, score in found] == sorted((s for _, s in found), reverse=True)
    assert texts[0] == _document("hen").text
    assert [
        snapshot.passage(row).document.doc_id for row, _ in snapshot.lexical("pigs", 5)[:1]
    ] == []
    assert snapshot.passage(snapshot.lexical("the pig", 5)[0][0]).document.doc_id == "pig"
    assert snapshot.document("pig") == _document("pig")
    assert snapshot.document("fox") is None
    assert set(snapshot.term_weights("pig fox")) == {"pig", "fox"}


@pytest.mark.parametrize("bad", [np.zeros(3), np.full(256, np.nan), np.full(256, np.inf)])
def test_a_vector_that_is_none_is_refused(
    bad: np.ndarray[tuple[int], np.dtype[np.float32]], library: Library
) -> None:
    """FAISS would answer with some rows."""
    with pytest.raises(ValueError, match="256 finite numbers"):
        library.open().search(bad.astype(np.float32), 5)


def test_rows_that_are_not_there(library: Library) -> None:
    """Never another passage in its place."""
    snapshot = library.open()
    with pytest.raises(KeyError):
        snapshot.passage(999)
    with pytest.raises(KeyError):
        snapshot.vectors(999)


def test_rollback_and_forth(library: Library, encoder: BagEncoder) -> None:
    """Any generation answers again at once, and what is built after builds on it."""
    build(library, [_document("fox")], encoder, replace=False)
    remove(library, ["cat", "cow"])
    assert _names(library) == ["dog", "fox", "hen", "pig"]
    assert library.rollback().number == 2
    assert _names(library) == [*ANIMALS[:3], "fox", *ANIMALS[3:]]
    assert library.rollback(1).number == 1
    assert _names(library) == list(ANIMALS)
    assert build(library, [_document("owl")], encoder, replace=False).encoded == 1
    assert _names(library) == [*ANIMALS[:4], "owl", "pig"]
    assert _best(library.open(), "the fox sleeps") != "fox"
    assert library.rollback(3).number == 3
    assert _names(library) == ["dog", "fox", "hen", "pig"]
    assert _best(library.open(), "the fox sleeps") == "fox"
    with pytest.raises(LibraryError, match="there are 1, 2, 3, 4"):
        library.rollback(7)
    library.rollback(1)
    with pytest.raises(LibraryError, match="no such generation"):
        library.rollback()


def test_prune_keeps_what_is_needed(library: Library, encoder: BagEncoder) -> None:
    """Old generations and what only they held go; the live one and its files stay."""
    for name in ("ant", "bee", "elk"):
        build(library, [_document(name)], encoder, replace=True)
    assert library.prune(keep=2) == [1]
    assert [one.number for one in library.generations()] == [2, 3, 4]
    library.rollback(2)
    assert library.prune(keep=0) == [3, 4]
    assert (_names(library), _best(library.open(), "bee")) == (["ant"], "ant")
    assert build(library, [_document("bee")], encoder, replace=False).generation.number == 5
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        tables = ("documents", "passages", "lexical", "vectors", "sentence_vectors")
        counts = [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]
    assert counts == [2, 2, 2, 2, 2]


def test_prune_leaves_what_somebody_reads(library: Library, encoder: BagEncoder) -> None:
    """A reader's generation stays as long as it is open, and answers without a gap."""
    reader = library.open()
    build(library, [_document("fox")], encoder, replace=True)
    assert library.prune(keep=0) == []
    assert _best(reader, "the hen sleeps") == "hen"
    assert len(list(reader.documents())) == 5
    del reader
    gc.collect()
    assert library.prune(keep=0) == [1]


def test_a_reader_stays_with_its_generation(library: Library, encoder: BagEncoder) -> None:
    """What is built later is not seen before the library is opened again."""
    reader = library.open()
    build(library, [_document("fox")], encoder, replace=True)
    assert [document.doc_id for document in reader.documents()] == list(ANIMALS)
    assert reader.document("fox") is None
    assert reader.lexical("fox", 5) == []
    assert _best(reader, "the fox sleeps") in ANIMALS
    assert _best(library.open(), "the cat sleeps") == "fox"


def test_twenty_generations_under_readers(library: Library, encoder: BagEncoder) -> None:
    """Readers that open and ask all the while never get a wrong or a missing answer."""
    answered, wrong = [0], list[object]()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                view = library.open()
                number = view.generation.number
                names = {document.doc_id for document in view.documents()}
                expected = {f"animal{number}", "cat"} if number > 1 else set(ANIMALS)
                if names != expected or _best(view, "the cat sleeps") != "cat":
                    wrong.append((number, names))
                if number > 1 and _best(view, f"animal{number} sleeps") != f"animal{number}":
                    wrong.append(number)
                answered[0] += 1
            except Exception as error:
                wrong.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(2, 22):
        documents = [_document("cat"), _document(f"animal{number}")]
        assert build(library, documents, encoder, replace=True).generation.number == number
        if number % 5 == 0:
            library.prune(keep=1)
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert answered[0] >= 20


def _files(library: Library) -> list[Path]:
    return sorted((library.path / snapshots.SNAPSHOTS).iterdir())


@pytest.mark.parametrize("damage", ["missing", "cut", "bit", "empty", "other library"])
def test_a_broken_snapshot_is_built_again(
    damage: str, library: Library, encoder: BagEncoder, tmp_path: Path
) -> None:
    """Never guessed from: the answers are those of before, and the file is whole again."""
    before = Retriever(library.open(), encoder).retrieve("who wakes the pig?")
    (path,) = _files(library)
    whole = path.read_bytes()
    other = Library(tmp_path / "other")
    build(other, map(_document, reversed(ANIMALS)), encoder, replace=True)
    path.write_bytes(
        {
            "missing": b"",
            "cut": whole[: len(whole) // 2],
            "bit": whole[:99] + bytes([whole[99] ^ 4]) + whole[100:],
            "empty": b"",
            "other library": _files(other)[0].read_bytes(),
        }[damage]
    )
    if damage == "missing":
        path.unlink()
    assert Retriever(library.open(), encoder).retrieve("who wakes the pig?") == before
    assert path.read_bytes() == whole


def test_few_changes_use_the_old_snapshot_many_make_a_new_one(tmp_path: Path) -> None:
    """Either way the answers are the same; only the files differ."""
    library, encoder = Library(tmp_path), BagEncoder(dimension=8_192)
    build(library, map(_document, ANIMALS), encoder, replace=True)
    more = [_document(f"animal{n}") for n in range(snapshots.STALE_LEAST - 10)]
    build(library, more, encoder, replace=False)
    assert [path.name for path in _files(library)] == ["1.faiss"]
    assert _best(library.open(), "animal77") == "animal77"
    remove(library, ["animal77", "cat"])
    assert [path.name for path in _files(library)] == ["1.faiss"]
    assert _best(library.open(), "the animal78 sleeps") == "animal78"
    assert _best(library.open(), "the cat sleeps") != "cat"
    build(library, [_document(f"beast{n}") for n in range(20)], encoder, replace=False)
    assert [path.name for path in _files(library)] == ["1.faiss", "4.faiss"]
    view = library.open()
    assert view.stale == 0
    assert _best(view, "the beast7 sleeps") == "beast7"
    view.close()
    library.prune(keep=0)
    assert [path.name for path in _files(library)] == ["4.faiss"]


def test_leftovers_of_the_dead_are_swept(library: Library, encoder: BagEncoder) -> None:
    """Half written files and files of generations that never were go with the next change."""
    folder = library.path / snapshots.SNAPSHOTS
    for name in (".3.faiss.12345678.tmp", "99.faiss"):
        (folder / name).write_bytes(b"half")
    build(library, [_document("fox")], encoder, replace=False)
    assert [path.name for path in _files(library)] == ["1.faiss"]


def test_another_encoder_is_told_what_to_do(library: Library) -> None:
    """Vectors of two encoders are never compared."""
    with pytest.raises(EncoderError, match="ENCODER"):
        Retriever(library.open(), BagEncoder(revision="2"))


def test_a_second_writer_is_told(library: Library, encoder: BagEncoder) -> None:
    """It waits for a while, then says who is in the way; nothing of it is lost or mixed."""
    with library.writing(), pytest.raises(LibraryBusy, match="wait for it"), library.writing(0.1):
        pass
    start = time.monotonic()
    with library.writing():
        other = threading.Thread(
            target=build, args=(library, [_document("fox")], encoder), kwargs={"replace": False}
        )
        other.start()
        time.sleep(0.3)
        assert library.live().number == 1
    other.join()
    assert time.monotonic() - start >= 0.3
    assert "fox" in _names(library)


def test_a_newer_format_is_refused(library: Library, encoder: BagEncoder) -> None:
    """What a later version wrote is neither read nor written."""
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        connection.execute("PRAGMA user_version = 2")
    before = (library.path / DATABASE).read_bytes()
    for use in (library.live, library.open, library.prune):
        with pytest.raises(LibraryError, match="newer format"):
            use()
    with pytest.raises(LibraryError, match="newer format"):
        build(library, [_document("fox")], encoder, replace=True)
    assert (library.path / DATABASE).read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all" * 99, None])
def test_somebody_elses_file_is_left_alone(
    content: bytes | None, tmp_path: Path, encoder: BagEncoder
) -> None:
    """A file of that name that is no library is not read and not changed."""
    path = tmp_path / DATABASE
    if content is None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE mine (precious)")
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    for use in (
        Library(tmp_path).live,
        lambda: build(Library(tmp_path), [_document("fox")], encoder, replace=True),
    ):
        with pytest.raises(LibraryError, match="another folder"):
            use()
    assert path.read_bytes() == before


def test_a_damaged_database_is_told(library: Library) -> None:
    """Not an answer from what is left of it, nor a trace of Python."""
    path = library.path / DATABASE
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(LibraryError, match="damaged"):
        library.live()


def test_a_full_disk_leaves_the_library_as_it_was(library: Library, encoder: BagEncoder) -> None:
    """A change that finds no room is told and undone; it succeeds once there is room."""
    many = [_document(f"animal{n}") for n in range(3_000)]
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, hard))
    try:
        with pytest.raises(LibraryError, match="library"):
            build(library, many, encoder, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert _names(library) == list(ANIMALS)
    assert _best(library.open(), "the hen sleeps") == "hen"
    assert build(library, many, encoder, replace=True).generation.documents == 3_000


def test_rows_are_never_used_again(library: Library, encoder: BagEncoder) -> None:
    """A row that somebody has noted is that passage or none, whatever was pruned and added."""
    old = set(library.open().rows().tolist())
    gc.collect()
    build(library, [_document("fox")], encoder, replace=True)
    remove(library, ["fox"])
    assert library.prune(keep=0) == [1, 2]
    build(library, map(_document, ANIMALS), encoder, replace=True)
    assert not old & set(library.open().rows().tolist())
    assert _names(library) == list(ANIMALS)


def _mount_read_only(folder: Path) -> None:
    """Make a folder one that not even root can write, or skip."""
    for options in (["--bind"], ["-o", "remount,ro,bind"]):
        command = ["mount", *options, str(folder), str(folder)]
        if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
            _unmount(folder)
            pytest.skip("nothing can be mounted here")


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def test_a_read_only_folder_can_be_read(library: Library, encoder: BagEncoder) -> None:
    """It answers; what would change it is told, and changes nothing."""
    _mount_read_only(library.path)
    try:
        assert _best(library.open(), "the hen sleeps") == "hen"
        assert _names(library) == list(ANIMALS)
        with pytest.raises(LibraryError, match="library"):
            build(library, [_document("fox")], encoder, replace=True)
        assert library.live().number == 1
    finally:
        _unmount(library.path)


def test_a_read_only_copy_of_a_library_being_written(library: Library, tmp_path: Path) -> None:
    """What is in the log only cannot be read there: told, rather than answered from the rest."""
    copy = Library(tmp_path / "copy")
    with library.writing() as connection:
        connection.execute("UPDATE generations SET created = 'now'")
        shutil.copytree(library.path, copy.path)
    (copy.path / f"{DATABASE}-shm").unlink()
    _mount_read_only(copy.path)
    try:
        with pytest.raises(LibraryError, match="was being written"):
            copy.live()
    finally:
        _unmount(copy.path)
    assert copy.live().created == "now"


def test_lost_vectors_are_told(library: Library) -> None:
    """A database that lacks some is not searched as if it had them."""
    (path,) = _files(library)
    path.unlink()
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        connection.execute("DELETE FROM vectors WHERE id = 3")
        connection.commit()
    with pytest.raises(LibraryError, match="lost their vectors"):
        library.open()
    assert any(not finding.sound for finding in examine(library, BagEncoder))
