"""What of marked-up text is seen and no text: struck out, remarked, or for the reader to fill."""

from typing import Any, NamedTuple

from index.sources.css import Styles
from index.sources.remarks import remarks_of
from index.sources.tree import name
from index.text import Missing

_NAMED = {
    "del": Missing.STRUCK,
    "s": Missing.STRUCK,
    "strike": Missing.STRUCK,
    "select": Missing.CHOICES,
    "datalist": Missing.CHOICES,
    "textarea": Missing.FIELDS,
}


class Left(NamedTuple):
    """What was not taken (None if nobody misses it), and where it stood."""

    what: Missing | None
    element: Any


class Withdrawn:
    """What of a page is told and never taken."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._remarks = remarks_of(root)

    def named(self, element: Any) -> Left | None:
        """The element with what it is; None of what is taken."""
        if element in self._remarks:
            return Left(Missing.COMMENTS, element)
        if "line-through" in self._styles.value(element, "text-decoration"):
            return Left(Missing.STRUCK, element)
        kind = name(element)
        if kind in _NAMED:
            return Left(_NAMED[kind], element)
        return None
