"""OpenDocument texts (ODF 1.3, OASIS): the body of `content.xml`, walked once."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from index.sources.loader import Extracted, File, Unreadable, archive
from index.text import BELOW_HEADER, HEADER, Part

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_NAMES = {"dc": "http://purl.org/dc/elements/1.1/"}
# What is drawn or counted rather than said, and what somebody deleted or remarked.
_UNSAID = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}forms"}
_SPACES = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
# A cell may say that it is repeated to the end of the sheet; so often it is read.
_MOST_REPEATED = 100


def read(file: File) -> list[Extracted]:
    """The text with its headings, lists, tables and notes.

    Raises Unreadable, and what lxml does.
    """
    parts = archive(file.data)
    body = _xml(parts.read("content.xml")).find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise Unreadable("an OpenDocument file without a text; save it as ODT or PDF")
    left_out = ["comments"] if body.find(f".//{_OFFICE}annotation") is not None else []
    if body.find(f".//{_TEXT}tracked-changes") is not None:
        left_out.append("text that tracked changes deleted")
    about = _xml(parts.read("meta.xml")) if "meta.xml" in parts.namelist() else None
    title = about.find(".//dc:title", _NAMES) if about is not None else None
    return [
        Extracted(
            tuple(_blocks(body)), title.text if title is not None else None,
            left_out=tuple(left_out),
        )
    ]  # fmt: skip


def _xml(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _blocks(element: Any, depth: int = 0) -> Iterator[Part]:
    """The blocks in it, items `depth` lists deep; frames and sections are looked into."""
    for child in element:
        if child.tag == f"{_TEXT}h":
            yield Part(_words(child), "heading", int(child.get(f"{_TEXT}outline-level") or 1))
        elif child.tag == f"{_TEXT}p":
            yield Part(_words(child), "item", depth) if depth else Part(_words(child))
            yield from _hung(child)
        elif child.tag == f"{_TEXT}list":
            yield from _blocks(child, depth + 1)
        elif child.tag == f"{_TABLE}table":
            yield from _rows(child)
        elif child.tag not in _UNSAID:
            yield from _blocks(child, depth)


def _hung(paragraph: Any) -> Iterator[Part]:
    """Notes and the text of frames that hang on a paragraph."""
    for note in paragraph.iterfind(f".//{_TEXT}note-body"):
        yield Part(" ".join(_words(one) for one in note.iter(f"{_TEXT}p")), "note")
    for box in paragraph.iter("{*}text-box"):
        yield from _blocks(box)


def _rows(table: Any) -> Iterator[Part]:
    headed = table.find(f"{_TABLE}table-header-rows") is not None
    for row in table.iter(f"{_TABLE}table-row"):
        cells = [
            " ".join(_words(one) for one in cell.iter(f"{_TEXT}p"))
            for cell in row.iterfind(f"{_TABLE}table-cell")
            for _ in range(_repeated(cell))
        ]
        header = row.getparent().tag == f"{_TABLE}table-header-rows"
        level = HEADER if header else headed * BELOW_HEADER
        yield Part(" | ".join(cells).rstrip(" |"), "row", level)


def _repeated(cell: Any) -> int:
    return min(int(cell.get(f"{_TABLE}number-columns-repeated") or 1), _MOST_REPEATED)


def _words(element: Any) -> str:
    """The words of a paragraph, without what hangs on it."""
    found = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            found.append(" " * min(int(child.get(f"{_TEXT}c") or 1), _MOST_REPEATED))
        elif child.tag in _SPACES:
            found.append(_SPACES[child.tag])
        elif child.tag != f"{_TEXT}note" and child.tag not in _UNSAID and _is_inline(child):
            found.append(_words(child))
        found.append(child.tail or "")
    return "".join(found)


def _is_inline(element: Any) -> bool:
    """Whether it is no comment of the file's and no frame, whose text is read after."""
    return isinstance(element.tag, str) and not element.tag.endswith("}frame")
