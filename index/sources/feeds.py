"""A second reading of feeds, to hold their loader against: by Python's own XML parser."""

import base64
import html
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from index.sources.characters import decode
from index.sources.loader import File
from index.sources.reading import markup

_CONTENT = "http://purl.org/rss/1.0/modules/content/"
# Of an entry's bodies the first that is about as long as the longest, by what they are for.
_BODIES = ("content", "encoded", "body", "fullitem", "description", "summary")
_ENOUGH = 0.8
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[a-z][a-z0-9]*;", re.IGNORECASE)
_END_TAG, _CUT_OFF = re.compile(r"</[a-zA-Z]"), re.compile(r"<[a-zA-Z/][^<>]*$")
_TEXTS = re.compile(r"text|html|xhtml|text/.*|.*[/+]x?html(?:\+xml)?|.*[/+]xml|")


def entries(file: File) -> tuple[str, str]:
    """Of each entry one body, its title where it has none; with them all it has."""
    declared = _DECLARED.search(file.data)
    charset = declared[1].decode() if declared else file.charset
    text = decode(file.name, file.data, charset).strip()
    root = ElementTree.fromstring(_NAMED.sub(lambda one: html.unescape(one[0]), text))
    told: dict[tuple[str, str], list[str]] = {}
    for one in (one for one in root.iter() if _local(one) in {"item", "entry"}):
        body, *others = [*_bodies(one), *_titles(one), ""]
        # What is there twice is one entry.
        told[_link(one), body] = others
    must = "\n".join(body for _, body in told)
    return must, "\n".join((must, *(text for others in told.values() for text in others)))


def _bodies(entry: ElementTree.Element) -> list[str]:
    own = [one for one in entry if _space(one) in {_space(entry), _CONTENT}]
    # A description of another format, or of what the entry is about, only where it has no other.
    found = _fullest(own) or _fullest(list(entry.iter()))
    longest = max(map(len, found), default=0)
    return sorted(found, key=lambda body: len(body) < _ENOUGH * longest)


def _fullest(elements: list[ElementTree.Element]) -> list[str]:
    ordered = (one for kind in _BODIES for one in elements if _local(one) == kind)
    return [text for one in ordered if (text := _as_read(one)).strip()]


def _titles(entry: ElementTree.Element) -> Iterator[str]:
    titles = [one for one in entry if _local(one) == "title"]
    for one in sorted(titles, key=lambda one: _space(one) != _space(entry)):
        yield _as_read(one) if len(one) or _END_TAG.search(_as_written(one)) else _as_written(one)


def _link(entry: ElementTree.Element) -> str:
    found = (one.get("href") or one.text or "" for one in entry if _local(one) == "link")
    return next(found, "").strip()


def _as_read(element: ElementTree.Element) -> str:
    inner = "".join(ElementTree.tostring(one, "unicode") for one in element)
    if inner:
        return markup((element.text or "") + inner)
    text = _as_written(element)
    plain = element.get("type") in {"text", "text/plain"} and not _END_TAG.search(text)
    found = text if plain else markup(_CUT_OFF.sub("", text))
    # Escaped once more than the format asks for.
    twice = not plain and "<" not in text and _END_TAG.search(found)
    return markup(found) if twice else found


def _as_written(element: ElementTree.Element) -> str:
    """The text of an element, which may be in base 64."""
    text, media = element.text or "", element.get("type") or ""
    if element.get("mode") != "base64" and _TEXTS.fullmatch(media):
        return text
    try:
        return base64.b64decode(text).decode()
    except ValueError:
        return text


def _space(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[0].lstrip("{")


def _local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()
