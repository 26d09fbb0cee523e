"""What a loader is given and what it gives: a file in, what it says out.

A loader is a module with `read(file: File) -> Iterable[Extracted]`; which reads what is named in
`index.sources.sandbox.LOADERS`. It takes the file's text once, in order, as blocks, and names in
`left_out` what it could not take.
"""

import io
import zipfile
from dataclasses import dataclass

from index.errors import Trouble
from index.text import LeftOut, Part

UNPACKED = 100_000_000
# Text longer than this is no document a reader asks about; a library of a book holds 2 MB.
MAX_TEXT = 20_000_000
# Blocks of one document: those of the longest text, were they of forty letters each. Each costs
# its reader some hundred bytes, however short it is.
MOST_PARTS = 500_000


class Unreadable(Exception):
    """Why the file cannot become text."""

    def __init__(self, why: str, trouble: Trouble = Trouble.OTHER) -> None:
        super().__init__(why)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes, its name with suffix, and the address and charset it was served with."""

    name: str
    data: bytes
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """One document of a file, not normalised yet.

    `title`, `date` (as `index.sources.dates` reads them) and `language` are what the file says,
    believed only as far as `index.sources.composing` finds them likely. `name` tells it from the
    file's other documents; "" of an only one. `is_own` if that is a name wherever the file is.
    `entry` is what an entry of a feed says that it is, whatever its link. `why`, with its
    `trouble`, says why it is no document though others of its file are; it has no parts then.
    """

    parts: tuple[Part, ...]
    title: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    name: str = ""
    left_out: tuple[LeftOut, ...] = ()
    is_own: bool = False
    entry: str = ""
    why: str = ""
    trouble: Trouble = Trouble.OTHER


def require_bounded(found: Extracted) -> None:
    """Raises Unreadable for more letters or blocks than a document may have."""
    if sum(len(part.text) for part in found.parts) > MAX_TEXT:
        why = f"more than {MAX_TEXT // 1_000_000} million characters; split it"
        raise Unreadable(why, Trouble.TOO_LARGE)
    if len(found.parts) > MOST_PARTS:
        raise Unreadable(f"more than {MOST_PARTS:,} paragraphs; split it", Trouble.TOO_LARGE)


def bounded(found: Extracted) -> Extracted:
    """The same; of one that has too many letters or blocks only that it has."""
    try:
        require_bounded(found)
    except Unreadable as error:
        return unread(found.name, error)
    return found


def unread(name: str, error: Unreadable) -> Extracted:
    """In the stead of one of several in a file: why it is none."""
    return Extracted((), name=name, why=str(error), trouble=error.trouble)


def archive(data: bytes) -> zipfile.ZipFile:
    """The archive that a file is; raises Unreadable if it is encrypted or unpacks to too much."""
    found = zipfile.ZipFile(io.BytesIO(data))
    if any(member.flag_bits & 1 for member in found.infolist()):
        raise Unreadable("encrypted; save it without a password", Trouble.LOCKED)
    if sum(member.file_size for member in found.infolist()) > UNPACKED:
        raise Unreadable(f"unpacks to more than {UNPACKED // 1_000_000} MB", Trouble.TOO_LARGE)
    return found
