"""What kind of markup a file is, told by its outermost element."""

import re

from index.errors import SourceError
from index.sources.characters import decode

# Where the outermost element begins at the latest, in bytes; comments may stand above it.
_HEAD = 20_000
_ABOVE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?[^>]*>", re.S | re.I)
_ELEMENT = re.compile(r"<(?:[a-z_][\w.-]*:)?([a-z_][\w.-]*)[\s>/]", re.I)
_FEEDS = {"rss", "feed", "rdf"}
_PAGES = {
    "html", "head", "body", "title", "meta", "link", "main", "article", "section", "header", "nav",
    "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote",
    "center", "font", "span", "style", "script", "details", "form",
}  # fmt: skip


def markup_kind(data: bytes) -> str | None:
    """`html`, `feed`, the name of another outermost element, or None of what is no markup."""
    head = _head(data)
    place, doctype = 0, ""
    while above := _ABOVE.match(head, place):
        doctype = above[0] if above[0][:9].lower() == "<!doctype" else doctype
        place = above.end()
    if doctype[9:].strip().lower().startswith("html"):
        return "html"
    element = _ELEMENT.match(head, place)
    if element is None:
        return None
    kind = element[1].lower()
    return "feed" if kind in _FEEDS else "html" if kind in _PAGES else kind


def is_xml(data: bytes) -> bool:
    """Whether the file declares that it is XML."""
    return _head(data).lstrip().startswith("<?xml")


def _head(data: bytes) -> str:
    head = data[:_HEAD]
    if b"\0" not in head:
        return head.decode("utf-8", "replace").lstrip("\ufeff")
    try:
        return decode("", head).lstrip("\ufeff")
    except SourceError:
        return ""
