"""The parts of a Word file: a zip archive of XML, held together by relationships (ECMA-376-2).

Read by lxml and not through python-docx, which refuses files that lack a part nobody needs, and
those of the strict kind.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from lxml import etree

from index.errors import Trouble
from index.sources.loader import Unreadable, archive
from index.sources.ooxml import as_usual

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Related(NamedTuple):
    """What a part names by an id: its kind ("footnotes") and the part it means."""

    kind: str
    path: str


# What reading a part raises that is damaged.
_DAMAGE = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, NotImplementedError)


class Package:
    """A Word file, opened; raises Unreadable, and zipfile.BadZipFile.

    `damaged` are the parts that were asked for by `others` and cannot be read.
    """

    def __init__(self, data: bytes) -> None:
        self.damaged: list[str] = []
        self._archive = archive(data)
        self._names = {_key(name): name for name in self._archive.namelist()}
        mains = [one.path for one in self.related("").values() if one.kind == "officeDocument"]
        self.main = next((path for path in mains if self.has(path)), "word/document.xml")

    def has(self, path: str) -> bool:
        """Whether there is such a part."""
        return _key(path) in self._names

    def bytes(self, path: str) -> bytes:
        """The part as it is stored; raises KeyError, and zipfile.BadZipFile if it is damaged."""
        return self._archive.read(self._names[_key(path)])

    def xml(self, path: str) -> Any:
        """The root of a part, its names those of the usual kind; raises as `bytes` and lxml do."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        root = etree.fromstring(as_usual(self.bytes(path)), parser)
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable("a Word file with a document type, which none has", Trouble.DAMAGED)
        return root

    def related(self, path: str) -> dict[str, Related]:
        """What the part relates to, by id; {} if nothing. "" is the package itself."""
        folder, name = posixpath.split(path)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(relations):
            return {}
        found = self._sound(relations)
        return {
            one.get("Id", ""): Related(
                one.get("Type", "").rsplit("/", 1)[-1], _path(folder, one.get("Target", ""))
            )
            for one in (() if found is None else found)
            if one.get("TargetMode") != "External"
        }

    def others(self, kind: str, path: str | None = None) -> Iterator[tuple[str, Any]]:
        """Path and root of each part of a kind that the part, the main one if None, relates to.

        Those that are damaged are left out.
        """
        found = self.related(self.main if path is None else path).values()
        for one in dict.fromkeys(related.path for related in found if related.kind == kind):
            if self.has(one) and (root := self._sound(one)) is not None:
                yield one, root

    def _sound(self, path: str) -> Any:
        """The root of the part; None if it is damaged."""
        try:
            return self.xml(path)
        except _DAMAGE:
            self.damaged += [path] if path not in self.damaged else []
            return None


@cache
def local(tag: Any) -> str:
    """The name of an element without its namespace; "" of what is no element."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Any, name: str = "val") -> str | None:
    """An attribute of WordprocessingML; None if there is no such element or attribute."""
    return None if element is None else element.get(f"{{{_WORD}}}{name}")


def child(element: Any, *path: str) -> Any:
    """The first element down that path of names of WordprocessingML; None if there is none."""
    for name in path:
        if element is None:
            return None
        element = element.find(f"{{{_WORD}}}{name}")
    return element


def is_on(element: Any) -> bool:
    """Whether a switch (`<w:b/>`, `<w:b w:val="0"/>`) is there and on."""
    return element is not None and value(element) not in {"0", "false", "off", "none"}


def _key(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").lower()


def _path(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
