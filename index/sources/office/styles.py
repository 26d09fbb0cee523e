"""What the styles of an OpenDocument file say of its text: titles, raised letters, hidden ones."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from index.sources.office.opened import TABLE, TEXT
from index.text import Missing

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TITLES = {"Title", "Titel", "Titre", "Título", "Titolo"}
# Of a line through the letters a program may say only one of these.
_LINES = tuple(f"{_STYLE}text-line-through-{one}" for one in ("style", "type"))
_PARAGRAPHS = {f"{TEXT}h", f"{TEXT}p"}
_CELLS = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}


class _Marks(NamedTuple):
    """Whether a style hides its letters, and strikes them out; None if it does not say."""

    hidden: bool | None
    struck: bool | None


class Styles:
    """The styles by name."""

    def __init__(self, styles: Iterable[Any]) -> None:
        self._styles = {one.get(f"{_STYLE}name"): one for one in styles}
        self._marks: dict[str, _Marks] = {}

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

    def withdrawn(self, element: Any) -> Missing | None:
        """Why the text of an element is none of the page; None if it is.

        What the innermost of its spans, its paragraph and its cell says of that holds.
        """
        marks = [self._marks_of(one) for one in _around(element)]
        if next((one.hidden for one in marks if one.hidden is not None), False):
            return Missing.HIDDEN
        if next((one.struck for one in marks if one.struck is not None), False):
            return Missing.STRUCK
        return None

    def _marks_of(self, element: Any) -> "_Marks":
        name = _named(element)
        if name not in self._marks:
            display = self._stated(element, "display", TEXT)
            hidden = None if display is None else display == "none"
            self._marks[name] = _Marks(hidden, self._strikes(element))
        return self._marks[name]

    def _strikes(self, element: Any) -> bool | None:
        for style in self._based(element):
            for properties in style.iterfind(f"{_STYLE}text-properties"):
                if said := {line for name in _LINES if (line := properties.get(name))}:
                    return "none" not in said
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
        name = _named(element)
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = self._styles[name].get(f"{_STYLE}parent-style-name")


def _named(element: Any) -> str:
    """The name of its style."""
    return element.get(f"{TEXT}style-name") or element.get(f"{TABLE}style-name") or ""


def _around(element: Any) -> Iterator[Any]:
    """The element, the spans around it, their paragraph, and its cell."""
    while element is not None:
        yield element
        outer = element.getparent()
        if element.tag in _PARAGRAPHS:
            yield from [outer] if outer is not None and outer.tag in _CELLS else []
            return
        element = outer
