"""Files as they lie: only regular ones are opened, and nothing leads out of a named folder."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from index.errors import SourceError
from index.sources.files import MAX_FILE, TOO_LARGE

PART = 1_000_000
NOT_REGULAR = "no regular file; what a pipe gives is read with -"


def files_in(folder: Path) -> Iterator[Path | SourceError]:
    """The files below a folder, in the order of their names; hidden ones are passed over.

    A link is followed as long as it stays inside; one that leads out, leads nowhere, or a folder
    that cannot be listed is told in its place.
    """
    inside = folder.resolve()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if path.is_symlink() and path != folder:
                target = path.resolve(strict=True)
                if not target.is_relative_to(inside):
                    raise SourceError(str(path), "a link out of the folder; name what it leads to")
                if target.is_dir():
                    continue  # its files are met where they lie
            if path.is_dir():
                waiting.extend(sorted(_visible(path), reverse=True))
            else:
                yield path
        except SourceError as error:
            yield error
        except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
            yield SourceError(str(path), getattr(error, "strerror", None) or str(error))


def content(path: Path) -> bytes:
    """What a file holds; raises SourceError.

    Pipes and devices are refused, since they may never end, or do something when opened.
    """
    try:
        _require_regular(path, path.stat())
        # A pipe put in its place meanwhile is not waited for.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            _require_regular(path, os.fstat(file.fileno()))
            return _bounded(path, file)
    except OSError as error:
        raise SourceError(str(path), error.strerror or str(error)) from None


def require_regular(path: Path) -> None:
    """Raises SourceError for a pipe or a device, which may never end, OSError for none at all."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise SourceError(str(path), NOT_REGULAR)


def _visible(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if not path.name.startswith((".", "~$")))


def _require_regular(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise SourceError(str(path), NOT_REGULAR)
    if found.st_size > MAX_FILE:
        raise SourceError(str(path), TOO_LARGE)


def _bounded(path: Path, file: BinaryIO) -> bytes:
    """All of it, also where it grows meanwhile or says no size."""
    parts: list[bytes] = []
    size = 0
    while part := file.read(PART):
        parts.append(part)
        size += len(part)
        if size > MAX_FILE:
            raise SourceError(str(path), TOO_LARGE)
    return b"".join(parts)
