"""What kind of markup a file is, told by its outermost element."""

import re

from index.errors import SourceError
from index.sources.characters import decode

# Where the outermost element begins at the latest, in bytes; comments may stand above it.
_HEAD = 20_000
_ABOVE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?[^>]*>", re.S | re.I)
_ELEMENT = re.compile(r"<(?:[a-z_][\w.-]*:)?([a-z_][\w.-]*)[\s>/]", re.I)
# The namespace that it states for itself and what is in it.
_NAMESPACE = re.compile(r"""<[^<>]*?\sxmlns\s*=\s*["']([^"'<>]*)["']""", re.I)
_XHTML = "http://www.w3.org/1999/xhtml"
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
    space = _NAMESPACE.match(head, element.start())
    foreign = bool(doctype) or (space is not None and space[1] != _XHTML)
    if kind == "html" or (kind in _PAGES and not foreign):
        return "html"
    return "feed" if kind in _FEEDS else kind


def is_xml(data: bytes) -> bool:
    """Whether the file declares that it is XML, or its outermost element of which kind."""
    head = _head(data).lstrip()
    place = 0
    while above := _ABOVE.match(head, place):
        place = above.end()
    return head.startswith("<?xml") or bool(_NAMESPACE.match(head, place))


def _head(data: bytes) -> str:
    head = data[:_HEAD]
    if b"\0" not in head:
        return head.decode("utf-8", "replace").lstrip("\ufeff")
    try:
        return decode("", head).lstrip("\ufeff")
    except SourceError:
        return ""
