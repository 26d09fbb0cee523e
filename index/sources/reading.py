"""Second readings of texts and marked-up files: these by Python's own HTML parser.

All text outside scripts and styles, with white space wherever an element begins or ends that is
not one of a line.
"""

import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from index.sources.characters import decode
from index.sources.loader import File

_IN_LINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "output", "q", "ruby", "rb", "samp", "small", "span",
    "strong", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_NO_TEXT = {
    "del", "head", "iframe", "math", "noscript", "object", "s", "script", "select", "strike",
    "style", "template", "textarea",
}  # fmt: skip
# Elements that are always closed, of those that hide what is in them.
_HIDEABLE = {"aside", "div", "nav", "ol", "section", "span", "ul"}
_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SHIFTED = re.compile(r"</?su[bp]\b[^>]*>", re.IGNORECASE)


class _Text(HTMLParser):
    """The text of what is fed, in `pieces`."""

    def __init__(self, *, shown: bool) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._shown = shown
        self._silent = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        hidden = self._shown and tag in _HIDEABLE and _is_hidden(dict(attrs))
        if (tag in _NO_TEXT or hidden or tag == self._silent) and self._silent in {"", tag}:
            self._silent, self._depth = tag, self._depth + 1
        if tag not in _IN_LINE:
            self.pieces.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without contents."""
        if tag not in _IN_LINE:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag == self._silent:
            self._depth -= 1
            self._silent = self._silent if self._depth else ""
        if tag not in _IN_LINE:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        """Text comes."""
        if not self._silent:
            self.pieces.append(data)


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or bool(_UNSEEN.search(attributes.get("style") or ""))


def markup(text: str, *, shown: bool = False) -> str:
    """The text of a page or a piece of one; only what is `shown` at once, if it is to be."""
    parser = _Text(shown=shown)
    parser.feed(text)
    parser.close()
    return "".join(parser.pieces)


def letters(file: File) -> tuple[str, str]:
    """All characters of a plain text."""
    text = decode(file.name, file.data, file.charset)
    return text, text


def page(file: File) -> tuple[str, str]:
    """What trafilatura finds of a page, and all its text."""
    import trafilatura

    text = decode(file.name, file.data, file.charset)
    found: Any = trafilatura.bare_extraction(text, include_comments=False)
    body = None if found is None else found.body
    lines = [] if body is None else body.itertext()
    # What is raised or lowered stands apart or not: 10³ is written without a gap.
    return " ".join(lines), f"{markup(text)}\n{markup(_SHIFTED.sub('', text))}"


def book(file: File) -> tuple[str, str]:
    """The text of all that the spine names and shows; with it what it hides."""
    with zipfile.ZipFile(BytesIO(file.data)) as archive:
        container = ElementTree.fromstring(archive.read("META-INF/container.xml"))
        root = next(one for one in container.iter() if one.tag.endswith("}rootfile"))
        path = root.attrib["full-path"]
        package = ElementTree.fromstring(archive.read(path))
        chapters = [_markup_of(archive, path, href) for href in _spine(package)]
    must = "\n".join(markup(chapter, shown=True) for chapter in chapters)
    return must, "\n".join((must, *map(markup, chapters)))


def _spine(package: ElementTree.Element) -> Iterator[str]:
    items = {
        one.get("id"): one.get("href") or "" for one in package.iter() if _local(one) == "item"
    }
    refs = (one.get("idref") for one in package.iter() if _local(one) == "itemref")
    return (items[ref] for ref in refs if ref in items)


def _markup_of(archive: zipfile.ZipFile, package: str, href: str) -> str:
    try:
        data = archive.read(normpath(join(dirname(package), unquote(href))))
    except KeyError:
        return ""
    return decode(href, data)


def _local(element: ElementTree.Element) -> str:
    return element.tag.rsplit("}", 1)[-1].lower()
