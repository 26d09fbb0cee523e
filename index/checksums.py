"""Checksums: the SHA-256 of a stream, and of the files of a folder, listed in the folder."""

import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

LIST = "checksums.json"
# So many bytes are read at a time.
PART = 1 << 20


def digest(file: BinaryIO, size: int = sys.maxsize) -> bytes:
    """The SHA-256, 32 bytes, of what is left of a stream, or of its next `size` bytes."""
    found = hashlib.sha256()
    while size > 0 and (part := file.read(min(size, PART))):
        found.update(part)
        size -= len(part)
    return found.digest()


def checksum(path: Path) -> str:
    """The SHA-256 of a whole file, in hexadecimal; raises OSError."""
    with path.open("rb") as file:
        return digest(file).hex()


def write_checksums(folder: Path, files: Iterable[Path]) -> None:
    """Write down in the folder's `checksums.json` what these files of it are now."""
    sums = {path.relative_to(folder).as_posix(): checksum(path) for path in files}
    (folder / LIST).write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")


def damaged_files(folder: Path) -> list[str]:
    """Names of the folder's listed files that are not what they were.

    Raises OSError if the list or one of the files cannot be read, ValueError if the list is none.
    """
    sums = json.loads((folder / LIST).read_text(encoding="utf-8"))
    if not isinstance(sums, dict) or not sums:
        raise ValueError(f"{LIST} is no list of checksums")
    return [name for name, expected in sums.items() if checksum(folder / name) != expected]
