"""EPUB books: the spine's chapters (EPUB 3.3, W3C)."""

import posixpath
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from index.sources.loader import Extracted, File, archive
from index.text import Part

_BLOCKS = (*(f"h{level}" for level in range(1, 7)), "p", "li", "blockquote", "pre", "td", "div")
_NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}


def read(file: File) -> list[Extracted]:
    """Text of the chapters in reading order, and what the package document says of them.

    Raises Unreadable, and what lxml and the missing of a part do.
    """
    book = archive(file.data)
    container = _xml(book.read("META-INF/container.xml"))
    root = container.find(".//c:rootfile", _NAMES).get("full-path")
    package = _xml(book.read(root))
    items = {item.get("id"): item.get("href") for item in package.iterfind(".//o:item", _NAMES)}
    spine = [items[ref.get("idref")] for ref in package.iterfind(".//o:itemref", _NAMES)]
    folder = posixpath.dirname(root)
    paths = [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in spine]
    parts = tuple(part for path in paths for part in _parts(book.read(path)))
    date = _first(package, "d:date")
    return [Extracted(parts, _first(package, "d:title"), date, _first(package, "d:language"))]


def _first(package: Any, name: str) -> str | None:
    found = package.find(f".//{name}", _NAMES)
    return (found.text or "").strip() or None if found is not None else None


def _xml(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _parts(data: bytes) -> list[Part]:
    """The innermost blocks of one chapter."""
    found: list[Part] = []
    tree = html.fromstring(data)
    for element in tree.iter(*_BLOCKS):
        if not any(child.tag in _BLOCKS for child in element.iterdescendants()):
            text = " ".join(element.text_content().split())
            heading = element.tag[:1] == "h"
            found.append(Part(text, "heading", int(element.tag[1:])) if heading else Part(text))
    return found
