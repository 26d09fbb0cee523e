"""The style sheets of a book that its chapters link to: they say what of them is struck out."""

import posixpath
import re
import zipfile
import zlib
from typing import Any
from urllib.parse import unquote, urlsplit

from index.sources.container import Container
from index.sources.tree import named

# In bytes; the sheets of books have a tenth of this.
_LONGEST = 300_000
# Characters that no XML may hold.
_UNFIT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def styled(root: Any, held: Container, path: str) -> Any:
    """The chapter at the path with its style sheets in it, where it links to them."""
    for link in named(root, "link"):
        href = unquote(urlsplit(link.get("href") or "").path)
        rel = (link.get("rel") or "").lower().split()
        if link.getparent() is not None and "stylesheet" in rel and "alternate" not in rel:
            where = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
            style = root.makeelement("style", media=link.get("media") or "")
            style.text = _sheet(held, where)
            link.getparent().replace(link, style)
    return root


def _sheet(held: Container, path: str) -> str:
    """Nothing of one that cannot be read: a chapter is text without it."""
    stored = held.stored(path)
    if stored is None or stored in held.locked:
        return ""
    try:
        with held.archive.open(stored) as sheet:
            return _UNFIT.sub("", sheet.read(_LONGEST).decode("utf-8-sig", "ignore"))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        return ""
