"""What of marked-up text is seen and no text: struck out, remarked, or for the reader to fill."""

from typing import Any, NamedTuple

from index.sources.remarks import remarks_of
from index.sources.styles import Styles
from index.sources.tree import name

_STRUCK = "text that is struck out"
_NAMED = {
    "del": _STRUCK,
    "s": _STRUCK,
    "strike": _STRUCK,
    "select": "the choices of a form",
    "datalist": "the choices of a form",
    "textarea": "the fields of a form",
}


class LeftOut(NamedTuple):
    """What was not taken, in words ("" if nobody misses it), and where it stood."""

    what: str
    element: Any


class Withdrawn:
    """What of a page is told and never taken."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._remarks = remarks_of(root)

    def named(self, element: Any) -> LeftOut | None:
        """The element with what it is; None of what is taken."""
        if element in self._remarks:
            return LeftOut("comments", element)
        if "line-through" in self._styles.value(element, "text-decoration"):
            return LeftOut(_STRUCK, element)
        kind = name(element)
        if kind in _NAMED:
            return LeftOut(_NAMED[kind], element)
        return None
