"""The file of an index: whole, of what it should be, and read once for all who search it.

It carries what FAISS does not check: which library, generation and encoder it is of, how many
vectors, and a SHA-256.
"""

import contextlib
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from weakref import WeakValueDictionary

import faiss
import numpy as np

from index.store.embedded.faiss_index import KINDS, Mapped, VectorIndex
from index.store.embedded.sealed_files import UnusableFile, opened, seal, sync_folder


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a snapshot file must be of: a library's id, a generation, an encoder."""

    library: str
    generation: int
    encoder: str
    revision: str
    dimension: int


_mapped: WeakValueDictionary[tuple[Path, Stamp, tuple[int, ...]], Mapped] = WeakValueDictionary()


def write(index: VectorIndex, path: Path, stamp: Stamp) -> None:
    """Write the file under its name only when it is whole and on the disk.

    Raises OSError if the disk is full or must not be written.
    """
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        _write(index, temporary, stamp)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _write(index: VectorIndex, path: Path, stamp: Stamp) -> None:
    try:
        faiss.write_index(index.faiss_index, str(path))
    except RuntimeError as error:
        raise OSError(f"{path}: {_last_line(error)}") from error
    described = {"kind": index.kind, "count": len(index.rows), "size": path.stat().st_size}
    seal(path, index.rows.astype("<i8").tobytes(), asdict(stamp) | described)


def known(path: Path, stamp: Stamp) -> VectorIndex | None:
    """The index in a file that was read, is open, and has not been written since; or None."""
    with contextlib.suppress(OSError):
        if mapped := _mapped.get((path, stamp, _state(path))):
            return VectorIndex(mapped.index, mapped.rows, mapped.kind, mapped)
    return None


def _state(path: Path) -> tuple[int, ...]:
    """By which a file that was written anew is told."""
    found = path.stat()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def read(path: Path, stamp: Stamp) -> VectorIndex:
    """The index in a file, mapped, not loaded: its pages are shared and can be dropped.

    Raises UnusableFile unless every byte is as it was written and it is what `stamp` says.
    """
    try:
        state = _state(path)
    except OSError as error:
        raise UnusableFile(f"{path.name}: {error}") from error
    found = opened(path)
    if {name: found.get(name) for name in asdict(stamp)} != asdict(stamp):
        raise UnusableFile(f"{path.name} is of another library, generation or encoder")
    if found.get("kind") not in KINDS:
        raise UnusableFile(f"{path.name} is of a kind that is no longer made")
    try:
        index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        rows = np.fromfile(path, dtype="<i8", count=found["count"], offset=found["size"])
    except (OSError, RuntimeError, ValueError, KeyError) as error:
        raise UnusableFile(f"{path.name}: {_last_line(error)}") from error
    if (index.ntotal, index.d, len(rows)) != (found["count"], stamp.dimension, found["count"]):
        raise UnusableFile(f"{path.name} does not hold what it says")
    mapped = Mapped(index, rows.astype(np.int64, copy=False), found["kind"])
    _mapped[path, stamp, state] = mapped
    return VectorIndex(mapped.index, mapped.rows, mapped.kind, mapped)


def _last_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[-1]
