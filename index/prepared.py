"""What is made once out of an installed package, and kept: aside, checked, then under its name."""

import logging
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from index.checksums import damaged_files, write_checksums

logger = logging.getLogger(__name__)

_ASIDE = ".making-"
# What a process that died has left behind is deleted after so many seconds; none takes that long.
_ABANDONED = 3_600.0


def cache_folder() -> Path:
    """Where what is made once is kept: `$XDG_CACHE_HOME/verbatim`, or `~/.cache/verbatim`."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "verbatim"


@cache
def prepared(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder, whole; made now, if it is missing or damaged, by `make` in an empty one aside.

    Processes that make it at once do not disturb each other: the first to rename wins. A process
    checks it once. Raises OSError when it cannot be written.
    """
    if not intact(folder):
        logger.info("preparing %s, once, in %s", folder.name, folder.parent)
        _make(folder, make)
    return folder


def intact(folder: Path) -> bool:
    """Whether every file is there with the checksum it was written with."""
    try:
        return not damaged_files(folder)
    except (OSError, ValueError):
        return False


def _make(folder: Path, make: Callable[[Path], None]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder.parent)
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=folder.parent))
    try:
        # Root may make it for others: who may read its parent may read it, and none may write.
        aside.chmod(stat.S_IMODE(folder.parent.stat().st_mode) & 0o755)
        make(aside)
        write_checksums(aside, _files(aside))
        _publish(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _publish(aside: Path, folder: Path) -> None:
    for path in _files(aside):
        with path.open("rb") as file:
            os.fsync(file.fileno())
    if folder.exists() and not intact(folder):
        folder.replace(aside.with_name(aside.name + ".damaged"))
    try:
        aside.rename(folder)
    except OSError:  # another process was first
        if not intact(folder):
            raise
    for damaged in folder.parent.glob(f"{_ASIDE}*.damaged"):
        shutil.rmtree(damaged, ignore_errors=True)


def _sweep(parent: Path) -> None:
    for left in parent.glob(f"{_ASIDE}*"):
        if time.time() - left.stat().st_mtime > _ABANDONED:
            shutil.rmtree(left, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
