"""The library keeps its promises: generations, damage, other writers, other encoders."""

import resource
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from index.building import build, remove
from index.errors import LibraryError, LibraryNotFound, Trouble
from index.retriever import Retriever
from index.store.embedded import EmbeddedLibrary, locks
from index.store.embedded.holding import LEASES
from index.store.embedded.migrations import FORMAT
from index.store.embedded.schema import DATABASE, explained
from index.store.embedded.snapshot import SNAPSHOTS, STALE_LEAST
from index.text import Document, split
from tests.doubles import BagEncoder
from tests.index.store.animals import ANIMALS, BAG, animal, best, fill, names


@pytest.fixture
def library(tmp_path: Path, encoder: BagEncoder) -> EmbeddedLibrary:
    """A library of five animals, in its first generation."""
    library = EmbeddedLibrary(tmp_path / "library")
    build(library, map(animal, ANIMALS), encoder, replace=True)
    return library


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    """Where nothing has been built, every reader says so and leaves no trace."""
    library = EmbeddedLibrary(tmp_path / "none")
    for look in (library.live, library.generations, library.open, lambda: library.rollback(1)):
        with pytest.raises(LibraryNotFound, match=r"python -m index build"):
            look()
    assert list(tmp_path.iterdir()) == []


def test_pruning_leaves_nothing_behind(library: EmbeddedLibrary, encoder: BagEncoder) -> None:
    """What only old generations held is gone from every table."""
    build(library, [animal("ant")], encoder, replace=True)
    build(library, [animal("bee")], encoder, replace=False)
    library.prune(keep=0)
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        tables = ("documents", "passages", "lexical_docsize", "vectors", "sentence_vectors")
        counts = [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]
    assert counts == [2, 2, 2, 2, 2]


def test_pruning_gives_room_back_beside_who_reads(
    library: EmbeddedLibrary, encoder: BagEncoder
) -> None:
    """On the disk, at once, though views are open and are asked."""
    for number in range(8):
        text = " ".join(f"In w{number}x{n} nobody came." for n in range(800))
        build(library, [Document("long", "", text)], encoder, replace=False)
    (asked,) = encoder.encode_questions(["w7x7"])
    with closing(library.open()) as view:
        before, found = library.size(), view.nearest(asked, 5)
        (told,) = (one for one in library.check() if "give back" in one.text)
        assert told.sound
        assert library.prune(keep=2) == list(range(1, 7))
        assert library.size() < 0.6 * before
        assert view.nearest(asked, 5) == found
        assert library.prune(keep=0) == [7, 8]
    left = library.size()
    fresh = EmbeddedLibrary(library.path.with_name("fresh"))
    with closing(library.open()) as view:
        build(fresh, view.documents(), encoder, replace=True)
    assert left < 1.3 * (fresh.path / DATABASE).stat().st_size + 500_000
    assert not any("give back" in one.text for one in library.check())


def _files(library: EmbeddedLibrary) -> list[Path]:
    return sorted((library.path / SNAPSHOTS).iterdir())


@pytest.mark.parametrize("damage", ["missing", "cut", "bit", "empty", "other library"])
def test_a_broken_snapshot_is_built_again(
    damage: str, library: EmbeddedLibrary, encoder: BagEncoder, tmp_path: Path
) -> None:
    """Never guessed from: the answers are those of before, and the file is whole again."""
    before = Retriever(library.open(), encoder).retrieve("who wakes the pig?")
    (path,) = _files(library)
    whole = path.read_bytes()
    other = EmbeddedLibrary(tmp_path / "other")
    build(other, map(animal, reversed(ANIMALS)), encoder, replace=True)
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
    library, encoder = EmbeddedLibrary(tmp_path), BagEncoder(dimension=8_192)
    build(library, map(animal, ANIMALS), encoder, replace=True)
    more = [animal(f"animal{n}") for n in range(STALE_LEAST - 10)]
    build(library, more, encoder, replace=False)
    assert [path.name for path in _files(library)] == ["1.faiss"]
    assert best(library.open(), "animal77") == "animal77"
    remove(library, ["animal77", "cat"])
    assert [path.name for path in _files(library)] == ["1.faiss"]
    assert best(library.open(), "the animal78 sleeps") == "animal78"
    assert best(library.open(), "the cat sleeps") != "cat"
    build(library, [animal(f"beast{n}") for n in range(20)], encoder, replace=False)
    assert [path.name for path in _files(library)] == ["1.faiss", "4.faiss"]
    view = library.open()
    assert not view.is_stale
    assert best(view, "the beast7 sleeps") == "beast7"
    view.close()
    library.prune(keep=0)
    assert [path.name for path in _files(library)] == ["4.faiss"]


def test_leftovers_of_the_dead_are_swept(library: EmbeddedLibrary, encoder: BagEncoder) -> None:
    """Half written files and files of generations that never were go with the next change."""
    folder = library.path / SNAPSHOTS
    for name in (".3.faiss.12345678.tmp", "99.faiss"):
        (folder / name).write_bytes(b"half")
    build(library, [animal("fox")], encoder, replace=False)
    assert [path.name for path in _files(library)] == ["1.faiss"]


def test_a_newer_format_is_refused(library: EmbeddedLibrary, encoder: BagEncoder) -> None:
    """What a later version wrote is neither read nor written."""
    with closing(sqlite3.connect(library.path / DATABASE)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    before = (library.path / DATABASE).read_bytes()
    for use in (library.live, library.open, library.prune):
        with pytest.raises(LibraryError, match="newer format"):
            use()
    with pytest.raises(LibraryError, match="newer format"):
        build(library, [animal("fox")], encoder, replace=True)
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
        EmbeddedLibrary(tmp_path).live,
        lambda: build(EmbeddedLibrary(tmp_path), [animal("fox")], encoder, replace=True),
    ):
        with pytest.raises(LibraryError, match="another folder"):
            use()
    assert path.read_bytes() == before


def test_a_damaged_database_is_told(library: EmbeddedLibrary) -> None:
    """Not an answer from what is left of it, nor a trace of Python."""
    path = library.path / DATABASE
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(LibraryError, match="damaged"):
        library.live()


def test_a_full_disk_leaves_the_library_as_it_was(
    library: EmbeddedLibrary, encoder: BagEncoder
) -> None:
    """A change that finds no room is told and undone; it succeeds once there is room."""
    many = [animal(f"animal{n}") for n in range(3_000)]
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, hard))
    try:
        with pytest.raises(LibraryError, match="library"):
            build(library, many, encoder, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(library) == list(ANIMALS)
    assert best(library.open(), "the hen sleeps") == "hen"
    assert build(library, many, encoder, replace=True).generation.documents == 3_000


def test_a_change_stands_though_its_log_cannot_be_written_back(
    library: EmbeddedLibrary, encoder: BagEncoder
) -> None:
    """What is published is told as such, also where the disk is full right after."""
    build(library, [animal(f"animal{n}") for n in range(300)], encoder, replace=False)
    most = (library.path / DATABASE).stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        more = [animal(f"more{n}") for n in range(30)]
        assert build(library, more, encoder, replace=False).added == 30
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "more29" in names(library)
    library.rollback(1)
    assert (library.path / f"{DATABASE}-wal").stat().st_size == 0


def _mount_read_only(folder: Path) -> None:
    """Make a folder one that not even root can write, or skip."""
    for options in (["--bind"], ["-o", "remount,ro,bind"]):
        command = ["mount", *options, str(folder), str(folder)]
        if not shutil.which("mount") or subprocess.run(command, capture_output=True).returncode:
            _unmount(folder)
            pytest.skip("nothing can be mounted here")


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def test_a_read_only_folder_can_be_read(library: EmbeddedLibrary, encoder: BagEncoder) -> None:
    """It answers; what would change it is told, and changes nothing."""
    _mount_read_only(library.path)
    try:
        assert best(library.open(), "the hen sleeps") == "hen"
        assert names(library) == list(ANIMALS)
        with pytest.raises(LibraryError, match="library"):
            build(library, [animal("fox")], encoder, replace=True)
        assert library.live().number == 1
    finally:
        _unmount(library.path)


def test_a_read_only_copy_of_a_library_being_written(
    library: EmbeddedLibrary, tmp_path: Path
) -> None:
    """What is in the log only cannot be read there: told, rather than answered from the rest."""
    copy = EmbeddedLibrary(tmp_path / "copy")
    with (
        library.draft(BAG),
        closing(sqlite3.connect(library.path / DATABASE, isolation_level=None)) as connection,
    ):
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


def test_a_lease_that_cannot_be_had_is_told(
    library: EmbeddedLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A view without one could be pruned while somebody reads."""
    monkeypatch.setattr("index.store.embedded.locks.PATIENCE", 0.1)
    lease = library.path / LEASES / "1"
    with locks.exclusive(lease, timeout=0) as held:
        assert held
        with pytest.raises(LibraryError, match="another process is using it") as told:
            library.open(1)
        assert told.value.trouble is Trouble.BUSY
    assert library.open(1).generation.number == 1


def test_a_folder_that_has_lost_its_parts_is_told(library: EmbeddedLibrary) -> None:
    """With what to do, and the library as it was."""
    with library.draft(BAG) as draft:
        draft.put(animal("fox"), split(animal("fox")))
        fill(draft)
        shutil.rmtree(library.path / LEASES)
        with pytest.raises(LibraryError, match="library"):
            draft.publish()
    assert names(library) == list(ANIMALS)


def test_a_disk_without_room_for_readers_is_called_full(tmp_path: Path) -> None:
    """SQLite calls it an error of the disk, which sends people to look for another one."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    full = r"the disk is full .*: free some space"
    with pytest.raises(LibraryError, match=full) as told, explained(tmp_path):
        raise error
    assert told.value.trouble is Trouble.FULL
