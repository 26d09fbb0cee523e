"""What a book says of itself in its package document: chapters in order, title, day, language."""

import posixpath
from typing import Any
from urllib.parse import unquote, urlsplit

from index.sources.tree import named
from index.text import LeftOut, Missing

_MARKUP = ("html", "xml", "dtbook")
_CONTENTS = "application/x-dtbncx+xml"
# What a book calls the day it was published, the surest first; "" where it says only "date".
_EVENTS = ("publication", "original-publication", "ops-publication", "", "issued")


class Package:
    """A package document's statements.

    `chapters` and `outside` are paths of what is marked-up text: in reading order, and in the
    book but not in that order. `unknown` tells which of the order's chapters it does not name.
    """

    def __init__(self, root: Any, folder: str) -> None:
        self._root = root
        self._folder = folder
        items = {item.get("id"): item for item in named(root, "item")}
        order = [one.get("idref") for one in named(root, "itemref")]
        self.unknown = [LeftOut(Missing.LISTED, str(ref)) for ref in order if ref not in items]
        texts = [path for item in items.values() if (path := self._path(item, items))]
        spine = [path for ref in order if ref in items and (path := self._path(items[ref], items))]
        self.chapters = list(dict.fromkeys(spine or texts))
        navigation = {self._path(item, items) for item in items.values() if _is_contents(item)}
        self.outside = [path for path in texts if path not in {*self.chapters, *navigation}]

    @property
    def title(self) -> str | None:
        """The first title."""
        return self._first("title")

    @property
    def language(self) -> str | None:
        """The first language, as the book writes it."""
        return self._first("language")

    @property
    def date(self) -> str | None:
        """The day the book was published, not the day its file was made."""
        found: dict[str, str] = {}
        for date in named(self._root, "date"):
            events = [value for key, value in date.attrib.items() if key.endswith("event")]
            found.setdefault(events[0].lower() if events else "", (date.text or "").strip())
        return next((found[event] for event in _EVENTS if event in found), None)

    def _first(self, kind: str) -> str | None:
        texts = (" ".join(str(one.xpath("string()")).split()) for one in named(self._root, kind))
        return next((text for text in texts if text), None)

    def _path(self, item: Any, items: dict[str, Any]) -> str | None:
        """Where its marked-up text is, or that of what stands in for it; None if nowhere."""
        for one in (item, items.get(item.get("fallback"), item)):
            href = urlsplit(one.get("href") or "")
            if href.path and not href.scheme and _is_markup(one.get("media-type") or ""):
                return posixpath.normpath(posixpath.join(self._folder, unquote(href.path)))
        return None


def _is_markup(media: str) -> bool:
    return media != _CONTENTS and (not media or any(kind in media for kind in _MARKUP))


def _is_contents(item: Any) -> bool:
    return "nav" in (item.get("properties") or "").split()
