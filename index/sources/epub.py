"""EPUB books (EPUB 3.3, W3C; OPF 2): the chapters in the order of the spine."""

import zipfile
import zlib
from dataclasses import dataclass, field

from index.errors import SourceError, Trouble
from index.sources.container import Container
from index.sources.linked import styled
from index.sources.loader import Extracted, File, Unreadable
from index.sources.markup import parts_of
from index.sources.package import Package
from index.sources.tree import characters, page_tree
from index.text import LeftOut, Missing, Part


@dataclass
class _Read:
    """What was read of a book so far."""

    parts: list[Part] = field(default_factory=list)
    left_out: dict[LeftOut, None] = field(default_factory=dict)


def read(file: File) -> list[Extracted]:
    """Text of the chapters in reading order, and what the package document says of them.

    A chapter that is missing, broken or outside that order is named in `left_out`. Raises
    Unreadable where there is no book at all.
    """
    held = Container(file.data)
    book = Package(held.package(), held.folder)
    found = _Read(left_out=dict.fromkeys(book.unknown))
    for path in book.chapters:
        _take(found, held, path)
    if not found.parts and held.locked:
        why = "protected against copying (DRM); only its own reader can open it"
        raise Unreadable(why, Trouble.LOCKED)
    for path in book.outside:
        if _chapter(held, path)[0]:
            found.left_out[LeftOut(Missing.OUTSIDE, path)] = None
    return [
        Extracted(
            tuple(found.parts),
            book.title,
            book.date,
            book.language,
            left_out=tuple(found.left_out),
        )
    ]


def _take(found: _Read, held: Container, path: str) -> None:
    """Add the chapter, or why it is not there."""
    parts, left_out = _chapter(held, path)
    found.parts += parts
    found.left_out |= dict.fromkeys(left_out)


def _chapter(held: Container, path: str) -> tuple[tuple[Part, ...], tuple[LeftOut, ...]]:
    if (stored := held.stored(path)) is None:
        return (), (LeftOut(Missing.ABSENT, path),)
    if stored in held.locked:
        return (), (LeftOut(Missing.ENCRYPTED, path),)
    try:
        text = characters(File(path, held.archive.read(stored)))
        return parts_of(styled(page_tree(text), held, path)) if text.strip() else ((), ())
    except (Unreadable, SourceError, zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        return (), (LeftOut(Missing.DAMAGED, path, str(error)),)
