"""EPUB books (EPUB 3.3, W3C; OPF 2): the chapters in the order of the spine."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from index.errors import SourceError
from index.sources.loader import Extracted, File, Unreadable, archive
from index.sources.markup import parts_of
from index.sources.tree import characters, name, page_tree, xml_tree
from index.text import Part

_MARKUP = ("html", "xml", "dtbook")
_PACKAGE = "application/oebps-package+xml"
# Fonts may be scrambled in any book (EPUB 3.3, 4.3); a chapter that is was sold to one reader.
_FONTS = ("embedding", "font")
# What a book calls the day it was published, the surest first; "" where it says only "date".
_EVENTS = ("publication", "original-publication", "ops-publication", "", "issued")


@dataclass
class _Read:
    """What was read of a book so far."""

    parts: list[Part] = field(default_factory=list)
    left_out: dict[str, None] = field(default_factory=dict)


def read(file: File) -> list[Extracted]:
    """Text of the chapters in reading order, and what the package document says of them.

    A chapter that is missing or broken is named in `left_out`. Raises Unreadable, and what lxml
    does, where there is no book at all.
    """
    book = archive(file.data)
    names = {posixpath.normpath(one): one for one in book.namelist()}
    root = _root(book, names)
    package = xml_tree(book.read(names[root]))
    locked = _locked(book, names)
    found = _Read()
    for path, media in dict.fromkeys(_chapters(package, posixpath.dirname(root))):
        if any(kind in media for kind in _MARKUP) or not media:
            _take(found, book, names.get(path), path, locked)
    if not found.parts and locked:
        raise Unreadable("protected against copying (DRM); only its own reader can open it")
    return [
        Extracted(
            tuple(found.parts),
            next(_metadata(package, "title"), None),
            _date(package),
            next(_metadata(package, "language"), None),
            left_out=tuple(found.left_out),
        )
    ]


def _take(
    found: _Read, book: zipfile.ZipFile, stored: str | None, path: str, locked: set[str]
) -> None:
    """Add the chapter, or why it is not there."""
    if stored is None:
        found.left_out[f"{path}, which the file does not hold"] = None
        return
    if stored in locked:
        found.left_out[f"{path}, which is encrypted"] = None
        return
    try:
        text = characters(File(path, book.read(stored)))
        parts, left_out = parts_of(page_tree(text)) if text.strip() else ((), ())
    except (Unreadable, SourceError, zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        found.left_out[f"{path}, which is damaged: {error}"] = None
        return
    found.parts += parts
    found.left_out |= dict.fromkeys(left_out)


def _root(book: zipfile.ZipFile, names: dict[str, str]) -> str:
    """Where the package document is; raises Unreadable if there is none."""
    stated: list[str] = []
    if "META-INF/container.xml" in names:
        container = _sound_xml(book.read(names["META-INF/container.xml"]))
        files = [] if container is None else _named(container, "rootfile")
        files.sort(key=lambda one: one.get("media-type", _PACKAGE) != _PACKAGE)
        stated = [posixpath.normpath(unquote(one.get("full-path") or "")) for one in files]
    found = [path for path in (*stated, *names) if path in names]
    for path in found:
        if path in stated or path.lower().endswith(".opf"):
            return path
    raise Unreadable("a book without a package document (.opf)")


def _chapters(package: Any, folder: str) -> Iterator[tuple[str, str]]:
    """Path and media type of what the spine names, in order; of all there is if it names none."""
    items = {item.get("id"): item for item in _named(package, "item")}
    spine = [
        items[ref] for one in _named(package, "itemref") if (ref := one.get("idref")) in items
    ]
    for item in spine or items.values():
        media = item.get("media-type") or ""
        if not any(kind in media for kind in _MARKUP) and item.get("fallback") in items:
            item = items[item.get("fallback")]
            media = item.get("media-type") or ""
        href = urlsplit(item.get("href") or "")
        if not href.scheme and media != "application/x-dtbncx+xml":
            yield posixpath.normpath(posixpath.join(folder, unquote(href.path))), media


def _locked(book: zipfile.ZipFile, names: dict[str, str]) -> set[str]:
    """The files that are encrypted for one reader."""
    if "META-INF/encryption.xml" not in names:
        return set()
    rights = _sound_xml(book.read(names["META-INF/encryption.xml"]))
    found: set[str] = set()
    for data in [] if rights is None else _named(rights, "encrypteddata"):
        methods = [one.get("Algorithm") or "" for one in _named(data, "encryptionmethod")]
        if not any(kind in method for method in methods for kind in _FONTS):
            uris = (one.get("URI") or "" for one in _named(data, "cipherreference"))
            found.update(names.get(posixpath.normpath(unquote(uri)), "") for uri in uris)
    return found


def _date(package: Any) -> str | None:
    """The day the book was published, not the day its file was made."""
    found: dict[str, str] = {}
    for date in _named(package, "date"):
        events = [value for key, value in date.attrib.items() if key.endswith("event")]
        found.setdefault(events[0].lower() if events else "", (date.text or "").strip())
    return next((found[event] for event in _EVENTS if event in found), None)


def _metadata(package: Any, kind: str) -> Iterator[str]:
    texts = (" ".join(str(one.xpath("string()")).split()) for one in _named(package, kind))
    return (text for text in texts if text)


def _named(root: Any, kind: str) -> list[Any]:
    """The elements of that local name, in small letters."""
    return [element for element in root.iter("*") if name(element) == kind]


def _sound_xml(data: bytes) -> Any | None:
    try:
        return xml_tree(data)
    except etree.XMLSyntaxError:
        return None
