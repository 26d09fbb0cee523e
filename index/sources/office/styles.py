"""What the styles of an OpenDocument file say of its text: titles, raised letters, hidden ones."""

from collections.abc import Iterable, Iterator
from typing import Any

from index.sources.office.opened import TABLE, TEXT

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TITLES = {"Title", "Titel", "Titre", "Título", "Titolo"}


class Styles:
    """The styles by name."""

    def __init__(self, styles: Iterable[Any]) -> None:
        self._styles = {one.get(f"{_STYLE}name"): one for one in styles}

    def is_title(self, element: Any) -> bool:
        """Whether a paragraph is the title of the document."""
        return any(
            (one.get(f"{_STYLE}display-name") or one.get(f"{_STYLE}name")) in _TITLES
            for one in self._based(element)
        )

    def place(self, element: Any) -> int:
        """1 of raised letters, -1 of lowered ones, else 0."""
        stated = (self._stated(element, "text-position") or "").split(" ")[0]
        if stated.endswith("%"):
            return 0 if stated.startswith("0") else -1 if stated.startswith("-") else 1
        return {"super": 1, "sub": -1}.get(stated, 0)

    def withdrawn(self, element: Any) -> str | None:
        """Why the text of a span is none of the page; None if it is."""
        if (self._stated(element, "display", TEXT) or "true") == "none":
            return "hidden text"
        if (self._stated(element, "text-line-through-style") or "none") != "none":
            return "text that is struck out"
        return None

    def hides(self, table: Any) -> bool:
        """Whether a table, such as a sheet, is not shown at all."""
        style = self._styles.get(table.get(f"{TABLE}style-name"))
        found = () if style is None else style.iterfind(f"{_STYLE}table-properties")
        return any(one.get(f"{TABLE}display") == "false" for one in found)

    def _stated(self, element: Any, name: str, of: str = _STYLE) -> str | None:
        for style in self._based(element):
            for properties in style.iterfind(f"{_STYLE}text-properties"):
                if (found := properties.get(f"{of}{name}")) is not None:
                    return str(found)
        return None

    def _based(self, element: Any) -> Iterator[Any]:
        """The element's style, then those that it is based on."""
        seen: set[str] = set()
        name = element.get(f"{TEXT}style-name")
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = self._styles[name].get(f"{_STYLE}parent-style-name")
