"""Feeds (RSS, Atom) by feedparser: an entry is a document."""

from collections.abc import Iterator
from typing import Any

import feedparser

from index.sources.html import parts_of_fragment
from index.sources.loader import Extracted, File, Unreadable


def read(file: File) -> Iterator[Extracted]:
    """Every entry, named by its link, its id or its place; raises Unreadable if there are none."""
    parsed: Any = feedparser.parse(file.data)
    if not parsed.entries:
        raise Unreadable("a feed without readable entries")
    for place, entry in enumerate(parsed.entries, start=1):
        yield _entry(entry, file, place)


def _entry(entry: Any, file: File, place: int) -> Extracted:
    link, title = entry.get("link"), entry.get("title") or None
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    date = "{:04d}-{:02d}-{:02d}".format(*moment[:3]) if moment else None
    bodies = [part.get("value", "") for part in entry.get("content", [])]
    body = max([*bodies, entry.get("summary", "")], key=len)
    name = link or entry.get("id") or f"{file.url or file.name}#{title or place}"
    parts = tuple(parts_of_fragment(body)) if body else ()
    return Extracted(parts, title, date, url=link, name=name)
