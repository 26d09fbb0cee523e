"""EPUB books: the spine's chapters (EPUB 3.3, W3C)."""

import posixpath
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from index.sources.sandbox import Extracted, archive

_BLOCKS = (*(f"h{level}" for level in range(1, 7)), "p", "li", "blockquote", "pre", "td", "div")
_NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}


def read(data: bytes) -> Extracted:
    """Text of the chapters in reading order, and what the package document says of them.

    Raises Unreadable, and what lxml and the missing of a part do.
    """
    book = archive(data)
    container = _xml(book.read("META-INF/container.xml"))
    root = container.find(".//c:rootfile", _NAMES).get("full-path")
    package = _xml(book.read(root))
    items = {item.get("id"): item.get("href") for item in package.iterfind(".//o:item", _NAMES)}
    spine = [items[ref.get("idref")] for ref in package.iterfind(".//o:itemref", _NAMES)]
    folder = posixpath.dirname(root)
    paths = [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in spine]
    blocks = [block for path in paths for block in _blocks(book.read(path))]
    date = _first(package, "d:date")
    return Extracted(
        "\n\n".join(blocks), _first(package, "d:title"), date, _first(package, "d:language")
    )


def _first(package: Any, name: str) -> str | None:
    found = package.find(f".//{name}", _NAMES)
    text = (found.text or "").strip() if found is not None else ""
    return (text.split("-")[0] if name == "d:language" else text) or None


def _xml(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _blocks(data: bytes) -> list[str]:
    """Text of the innermost blocks of one chapter."""
    found: list[str] = []
    tree = html.fromstring(data)
    for element in tree.iter(*_BLOCKS):
        if not any(child.tag in _BLOCKS for child in element.iterdescendants()):
            found.append(" ".join(element.text_content().split()))
    return [block for block in found if block]
