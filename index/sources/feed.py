"""Feeds (RSS, Atom) by feedparser: an entry is a document."""

import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from index.errors import Trouble
from index.foreign import without_login
from index.sources.characters import damage
from index.sources.dates import day
from index.sources.lines import parts_of_lines
from index.sources.loader import Extracted, File, Unreadable, unread
from index.sources.markup import fragment
from index.sources.tree import characters
from index.text import ENTRY, LeftOut, Part

_ELEMENT = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
# What only markup has: a text may name an element, "the <canvas> of a page".
_MARKUP = re.compile(r"</[a-z][a-z0-9]*\s*>|<(?:br|hr|img|wbr)\b[^<>]*>", re.IGNORECASE)
_ESCAPED = re.compile(r"&lt;(?:/[a-z][a-z0-9]*\s*|(?:br|hr|img|p)\b[^<>]*?)&gt;", re.IGNORECASE)
_XHTML = "application/xhtml+xml"
_DATES = ("published", "created", "updated")
# A content this much shorter than the summary was cut off.
_ENOUGH = 0.8
Body = tuple[tuple[Part, ...], tuple[LeftOut, ...]]


def read(file: File) -> Iterator[Extracted]:
    """Every entry that says something; raises Unreadable if none does.

    An entry that was read from disk has its title for a text if it has no other; of one that was
    fetched the page behind its link may have one.
    """
    about = {"content-location": file.url} if file.url else {}
    # As it declares itself, unless its bytes say otherwise, which the parser takes for Latin.
    about["content-type"] = "application/xml; charset=utf-8"
    data = characters(file).encode("utf-8", "replace")
    feed: Any = feedparser.parse(data, response_headers=about, sanitize_html=False)
    site = feed.feed.get("link") or ""
    language = feed.feed.get("language")
    found = [_tried(entry, file.url or site, language) for entry in feed.entries]
    if not file.url:
        found = [entry if entry.parts else _titled(entry) for entry in found]
    told = [one for one in found if one.parts or one.why or (file.url and one.url)]
    if not told:
        raise Unreadable("a feed without readable entries", Trouble.NO_TEXT)
    yield from _named(told)


def _tried(entry: Any, base: str, language: str | None) -> Extracted:
    """The entry, or why it cannot be read, which costs no other."""
    try:
        return _entry(entry, base, language)
    except Unreadable as error:
        return unread(without_login(entry.get("link") or entry.get("id") or ""), error)


def _entry(entry: Any, base: str, language: str | None) -> Extracted:
    stated = entry.get("link") or ""
    # Without a link feedparser gives the id, which is an address only if it is a whole one.
    meant = entry.get("links") or stated.startswith(("http://", "https://"))
    link = without_login(urljoin(base, stated)) if stated and meant else ""
    id = without_login(entry.get("id") or "")
    parts, left_out = _body(entry)
    title = _title(entry)
    return Extracted(
        parts,
        " ".join(title.split()) or None,
        next((date for key in _DATES if (date := day(dict.get(entry, key)))), None),
        language,
        link if link.startswith(("http://", "https://")) else None,
        id,
        damage("".join(part.text for part in parts)) + left_out,
        entry=_said_to_be(id, base),
    )


def _title(entry: Any) -> str:
    detail = entry.get("title_detail") or {}
    value, media = entry.get("title") or "", detail.get("type") or ""
    if _is_plain(value, media):
        return str(value)
    return " ".join(part.text for part in _read(value, media)[0])


def _said_to_be(id: str, base: str) -> str:
    """The entry's id, with the site where it may be one of others, too; "" for none."""
    if not id:
        return ""
    return f"{ENTRY}#{id}" if ":" in id else f"{ENTRY}{urlsplit(base).hostname or ''}#{id}"


def _titled(entry: Extracted) -> Extracted:
    return replace(entry, parts=(Part(entry.title),) if entry.title else ())


def _named(entries: Iterable[Extracted]) -> Iterator[Extracted]:
    """The entries by their link, id or title, each once.

    What shares its link with an earlier one is told by its id, which stays when its text is
    corrected; what has none, or no name at all, by a sum of its text, which stays when others
    come and go.
    """
    taken: dict[str, str] = {}
    for entry in entries:
        name = entry.url or entry.name or entry.title or ""
        text = "\n".join(part.text for part in entry.parts)
        if name and taken.get(name) == text:
            continue
        if name in taken and entry.name not in ("", name):
            name = f"{name}#{entry.name}"
        if not name or name in taken:
            name = f"{name}#{_checksum(text)}".lstrip("#")
        if name not in taken:
            taken[name] = text
            yield replace(entry, name=name)


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def _body(entry: Any) -> Body:
    """What the entry carries; the summary only if it says clearly more than the content."""
    details = [*entry.get("content", []), entry.get("summary_detail") or {}]
    bodies = [_read(detail.get("value") or "", detail.get("type") or "") for detail in details]
    sizes = [sum(len(part.text) for part in body[0]) for body in bodies]
    return next(
        body for body, size in zip(bodies, sizes, strict=True) if size >= _ENOUGH * max(sizes)
    )


def _read(value: str, media: str) -> Body:
    if _is_plain(value, media):
        return tuple(parts_of_lines(value)), ()
    # Escaped once more than the format asks for, as many feeds are.
    twice = media != _XHTML and not _ELEMENT.search(value) and _ESCAPED.search(value)
    return fragment(html.unescape(value) if twice else value)


def _is_plain(value: str, media: str) -> bool:
    return media == "text/plain" and not _MARKUP.search(value)
