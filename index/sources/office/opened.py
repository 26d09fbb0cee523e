"""An OpenDocument file's archive: its body, its styles, what it says of itself (ODF 1.3)."""

import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lxml import etree

from index.errors import Trouble
from index.sources.loader import Unreadable
from index.text import LeftOut, Missing

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"


class Opened:
    """A file whose parts are read when they are asked for; raises Unreadable, and as lxml does."""

    def __init__(self, parts: zipfile.ZipFile) -> None:
        self._parts = parts
        self._names = set(parts.namelist())
        if "META-INF/manifest.xml" in self._names and b"encryption-data" in parts.read(
            "META-INF/manifest.xml"
        ):
            raise Unreadable("encrypted; save it without a password", Trouble.LOCKED)

    @cached_property
    def _content(self) -> Any:
        return self._xml("content.xml")

    @property
    def body(self) -> Any:
        """What holds the text: of a text, a sheet or slides."""
        body = self._content.find(f"{OFFICE}body")
        if body is None or not len(body):
            why = "an OpenDocument file without a text; save it as ODT or PDF"
            raise Unreadable(why, Trouble.NO_TEXT)
        return body[0]

    @property
    def left_out(self) -> list[LeftOut]:
        """What of it is not taken, as far as its elements tell."""
        found = []
        if self.body.find(f".//{OFFICE}annotation") is not None:
            found.append(LeftOut(Missing.COMMENTS))
        if self.body.find(f".//{TEXT}tracked-changes") is not None:
            found.append(LeftOut(Missing.TRACKED))
        return found

    @cached_property
    def roots(self) -> list[Any]:
        """What has its styles, those of the text after those that it shares with others."""
        shared = [self._xml("styles.xml")] if "styles.xml" in self._names else []
        return [*shared, self._content]

    @property
    def styles(self) -> list[Any]:
        """All its styles."""
        return [one for root in self.roots for one in root.iter("{*}style")]

    def edges(self) -> Iterator[Any]:
        """Headers and footers of its pages."""
        if "styles.xml" in self._names:
            masters = self._xml("styles.xml").find(f"{OFFICE}master-styles")
            yield from () if masters is None else masters.iter("{*}header", "{*}footer")

    def about(self, name: str) -> str | None:
        """What it says of itself: `title`, `creation-date`."""
        if "meta.xml" not in self._names:
            return None
        found = self._xml("meta.xml").find(f".//{{*}}{name}")
        return None if found is None else (found.text or "").strip() or None

    def formulas(self, drawn: Any) -> Iterator[Any]:
        """The formulas (MathML) that a frame shows."""
        for one in drawn.iter("{*}object"):
            path = posixpath.normpath(posixpath.join(one.get(_LINK) or ".", "content.xml"))
            yield from one.iterfind("{http://www.w3.org/1998/Math/MathML}math")
            if path in self._names - {"content.xml"}:
                root = self._xml(path)
                yield from [root] if root.tag.endswith("}math") else []

    def _xml(self, name: str) -> Any:
        data, options = self._parts.read(name), {"resolve_entities": False, "no_network": True}
        try:
            return etree.fromstring(data, etree.XMLParser(**options))
        except etree.XMLSyntaxError:
            forgiving = etree.XMLParser(**options, recover=True)
            root = etree.fromstring(data, forgiving)
            # What is not fatal, such as an id that may not be one, hides no text.
            if any(error.level == etree.ErrorLevels.FATAL for error in forgiving.error_log):
                raise
            return root
