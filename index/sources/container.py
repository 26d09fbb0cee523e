"""The archive that a book is (OCF 3.3): its files by their paths, and which of them are locked."""

import posixpath
from typing import Any
from urllib.parse import unquote

from index.errors import Trouble
from index.sources.loader import Unreadable, archive
from index.sources.tree import named, xml_tree

_PACKAGE = "application/oebps-package+xml"
_CONTAINER, _RIGHTS = "META-INF/container.xml", "META-INF/encryption.xml"
# Fonts may be scrambled in any book (EPUB 3.3, 4.3); a chapter that is was sold to one reader.
_FONTS = ("embedding", "font")


class Container:
    """An opened book; raises Unreadable if the file is none.

    `folder` is where its package document stands, to which all paths are relative; `locked` are
    the files encrypted for one reader.
    """

    def __init__(self, data: bytes) -> None:
        self.archive = archive(data)
        names = self.archive.namelist()
        self._names = {posixpath.normpath(one): one for one in names}
        # Some books were packed where the case of letters makes no difference.
        self._folded = {path.casefold(): one for path, one in self._names.items()}
        self._root = self._package_path()
        self.folder = posixpath.dirname(self._root)
        self.locked = self._locked_files()

    def stored(self, path: str) -> str | None:
        """What the archive calls the file at a path; None if it has none."""
        return self._names.get(path) or self._folded.get(path.casefold())

    def package(self) -> Any:
        """The package document, mended where its writer forgot to escape a sign."""
        return xml_tree(self.archive.read(self.stored(self._root) or ""))

    def _package_path(self) -> str:
        """What the container names, or else whatever looks like a package document."""
        stated = [
            posixpath.normpath(unquote(one.get("full-path") or ""))
            for one in sorted(self._elements(_CONTAINER, "rootfile"), key=_is_other)
        ]
        found = [path for path in stated if self.stored(path)]
        found += [path for path in self._names if path.lower().endswith(".opf")]
        if not found:
            raise Unreadable("a book without a package document (.opf)", Trouble.DAMAGED)
        return found[0]

    def _locked_files(self) -> set[str]:
        found: set[str] = set()
        for data in self._elements(_RIGHTS, "encrypteddata"):
            methods = [one.get("Algorithm") or "" for one in named(data, "encryptionmethod")]
            if not any(kind in method for method in methods for kind in _FONTS):
                uris = (one.get("URI") or "" for one in named(data, "cipherreference"))
                found.update(self.stored(posixpath.normpath(unquote(uri))) or "" for uri in uris)
        return found - {""}

    def _elements(self, path: str, kind: str) -> list[Any]:
        """The elements of that name in a file of the archive; none if there is no such file."""
        stored = self.stored(path)
        return named(xml_tree(self.archive.read(stored)), kind) if stored else []


def _is_other(rootfile: Any) -> bool:
    return bool(rootfile.get("media-type", _PACKAGE) != _PACKAGE)
