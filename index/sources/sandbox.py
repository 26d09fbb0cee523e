"""Formats that can be made to hang or to swallow memory are read in a process of their own.

The process is `index.sources.extract`; the loaders it runs use what stands here too.
"""

import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceError

SECONDS = 120
UNPACKED = 100_000_000
# The module whose `read` reads a kind, and which is imported in the child process only.
LOADERS = {
    "pdf": "index.sources.pdf",
    "docx": "index.sources.word",
    "epub": "index.sources.epub",
}


class Unreadable(Exception):
    """Why the file cannot become text."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a file says, not normalised yet."""

    text: str
    title: str | None = None
    date: str | None = None
    language: str | None = None


def extracted(kind: str, name: str, data: bytes) -> Extracted:
    """The text in `data`, of a kind in `LOADERS`; raises SourceError."""
    command = [sys.executable, "-m", "index.sources.extract", kind]
    try:
        run = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=_environment(),
        )
    except subprocess.TimeoutExpired:
        raise SourceError(name, f"not read within {SECONDS} seconds; split it") from None
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        raise SourceError(name, f"a damaged or oversized {kind.upper()} file") from None
    if "why" in answer:
        raise SourceError(name, answer["why"])
    return Extracted(**answer)


def archive(data: bytes) -> zipfile.ZipFile:
    """The archive that a file is; raises Unreadable if it is encrypted or unpacks to too much."""
    found = zipfile.ZipFile(io.BytesIO(data))
    if any(member.flag_bits & 1 for member in found.infolist()):
        raise Unreadable("encrypted; save it without a password")
    if sum(member.file_size for member in found.infolist()) > UNPACKED:
        raise Unreadable(f"unpacks to more than {UNPACKED // 1_000_000} MB")
    return found


def _environment() -> dict[str, str]:
    """The child finds this package wherever the parent found it."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
