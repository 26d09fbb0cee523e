"""Markup becomes a tree (lxml): HTML as browsers forgive it, XHTML as XML where it is sound."""

import html
import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from index.errors import Trouble
from index.sources.characters import decode
from index.sources.loader import File, Unreadable

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# A slash that browsers pass over, and libxml2 takes for the end of the page.
_CLOSED = re.compile(r"<(html|body)\b([^<>]*)/>", re.I)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
# An ampersand that its writer forgot to escape.
_LONE_SIGN = re.compile(rb"&(?!#?\w{1,31};)")
# XML's own, which its parser must read itself.
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
# Of ISO 2022, whose bytes are all ASCII's and so are UTF-8 too.
_ESCAPED = b"\x1b$"
# How far a page declares its charset; the HTML standard asks for 1024 bytes, pages take more.
_HEAD = 4_096


def name(element: Any) -> str:
    """The element's name without its namespace, in small letters; "" of comments and the like."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


def characters(file: File) -> str:
    """The characters of a page or chapter: by its mark, as UTF-8, as declared, or as guessed.

    Raises SourceError for what is no text.
    """
    try:
        if _ESCAPED not in file.data:
            return file.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    found = _CHARSET.search(file.data[:_HEAD])
    label = file.charset or (found[1].decode("ascii", "replace") if found else "")
    return decode(file.name, file.data, label or None)


def page_tree(text: str) -> Any:
    """The root of a page, or of a piece of one; raises Unreadable if it is no markup at all.

    What says that it is XML is read as XML if it is sound: `<title/>` then has no contents.
    """
    if _DECLARATION.match(text) or 'xmlns="http://www.w3.org/1999/xhtml"' in text[:_HEAD]:
        root = _xml_tree(text)
        if root is not None:
            return root
    parser = lxml_html.HTMLParser(huge_tree=True, encoding="utf-8")
    plain = _CLOSED.sub(r"<\1\2>", _DECLARATION.sub("", text)).encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(plain, parser=parser)
    except etree.ParserError:
        raise Unreadable("there is no text in it", Trouble.NO_TEXT) from None
    if any("depth" in error.message for error in parser.error_log):
        why = "its elements stand too deep in each other to be read"
        raise Unreadable(why, Trouble.DAMAGED)
    return root


def _xml_tree(text: str) -> Any | None:
    """The root, or None if it is not sound XML, or has entities nobody defines."""
    parser = etree.XMLParser(resolve_entities=True, no_network=True, load_dtd=False)
    plain = _ENTITY.sub(_character, _DECLARATION.sub("", text))
    try:
        root = etree.fromstring(plain.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    return None if next(root.iter(etree.Entity), None) is not None else root


def _character(entity: "re.Match[str]") -> str:
    if entity[1] in _OF_XML:
        return entity[0]
    return html.unescape(entity[0])


def xml_tree(data: bytes) -> Any:
    """The root of an XML file, without anything from outside it, mended where it is not sound.

    Raises lxml's XMLSyntaxError if nothing of it can be read.
    """
    options = {"resolve_entities": False, "no_network": True}
    try:
        return etree.fromstring(data, etree.XMLParser(**options))
    except etree.XMLSyntaxError:
        whole = _LONE_SIGN.sub(b"&amp;", data)
        root = etree.fromstring(whole, etree.XMLParser(**options, recover=True))
        if root is None:
            raise
        return root


def named(root: Any, kind: str) -> list[Any]:
    """The elements in `root` of that local name, in small letters."""
    return [element for element in root.iter("*") if name(element) == kind]
