"""A file whose every byte is checked: its description and a SHA-256 stand at its end."""

import json
import os
import struct
from pathlib import Path
from typing import Any, BinaryIO

from index.checksums import digest

_MAGIC = b"VERBATIM"
_FOOTER = struct.Struct("<Q32s8s")  # length of the description, SHA-256 of all before, magic


class UnusableFile(Exception):
    """A file that is missing, broken or of something else; its message says which."""


def seal(path: Path, more: bytes, description: dict[str, Any]) -> None:
    """Append `more`, the description and the checksum to a file, and sync it."""
    encoded = json.dumps(description).encode()
    with path.open("r+b") as file:
        file.seek(0, os.SEEK_END)
        file.write(more + encoded)
        file.seek(0)
        checksum = digest(file)
        file.write(_FOOTER.pack(len(encoded), checksum, _MAGIC))
        file.flush()
        os.fsync(file.fileno())


def opened(path: Path) -> dict[str, Any]:
    """The description of a sealed file; raises UnusableFile if any byte is not as it was."""
    try:
        with path.open("rb") as file:
            return _description(file)
    except (OSError, ValueError, struct.error) as error:
        raise UnusableFile(f"{path.name}: {error}") from error


def _description(file: BinaryIO) -> dict[str, Any]:
    size = file.seek(0, os.SEEK_END)
    file.seek(max(size - _FOOTER.size, 0))
    length, checksum, magic = _FOOTER.unpack(file.read())
    start = size - _FOOTER.size - length
    if magic != _MAGIC or start < 0:
        raise ValueError("it was cut short, or is no snapshot")
    file.seek(0)
    if digest(file, size - _FOOTER.size) != checksum:
        raise ValueError("its checksum is wrong")
    file.seek(start)
    return dict(json.loads(file.read(length)))


def sync_folder(path: Path) -> None:
    """Make the names in a folder survive a loss of power."""
    if os.name == "nt":  # Windows cannot open folders, nor needs to
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
