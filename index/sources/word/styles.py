"""What the styles of a Word file say of its paragraphs: headings, the title, code, list items."""

import re
from collections.abc import Iterator
from typing import Any

from index.sources.word.package import Package, child, is_on, value

# Word's own programs name the built-in styles in English whatever their language; others write
# what their user sees.
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|encabezado|titolo|intestazione|kop|rubrik|"
    r"overskrift|otsikko|nagłówek|заголовок|başlık|nadpis|címsor|naslov|titlu|επικεφαλίδα|"
    r"berschrift|标题|標題|見出し|제목)\s?([1-9])",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"title|titel|titre(?: principal)?|título|titulo|titolo|titre du document|название|"
    r"заголовок|tytuł|başlık|název|cím|otsikko|rubrik|tittel|标题|標題|表題|제목",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"subtitle|untertitel|sous-titre|subtítulo|sottotitolo", re.IGNORECASE)
_CODE = re.compile(r"(?:source|html) ?(?:code|preformatted)|code( block)?|macro text|macro|"
                   r"preformatted text|verbatim", re.IGNORECASE)  # fmt: skip
_CONTENTS = re.compile(
    r"(?:toc|verzeichnis|tm|contents|tdc)\s?([1-9])|table of (?:figures|authorities)",
    re.IGNORECASE,
)
_LIST = re.compile(r"list(?: bullet| number)?\s?([2-5])", re.IGNORECASE)
# An outline level that says a paragraph is no heading.
_BODY = 9


class Styles:
    """The styles by id; a file without any has none, and their ids are their names."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, Any] = {}
        self._switches: dict[tuple[str | None, str], bool] = {}
        for _, root in package.others("styles"):
            for style in root.iterfind("{*}style"):
                self._styles[value(style, "styleId") or ""] = style
        self.default = next(
            (key for key, one in self._styles.items() if _is_default(one)), "Normal"
        )

    def heading(self, properties: Any) -> int:
        """The level 1 to 6 that a paragraph's properties (`w:pPr`) give it; 0 of no heading."""
        for one in self._chain(properties):
            stated = value(child(one, "outlineLvl"))
            if stated is not None and stated.isdecimal():
                return 0 if int(stated) >= _BODY else min(int(stated) + 1, 6)
        for name in self._names(properties):
            if found := _HEADING.fullmatch(name):
                return min(int(found[1]), 6)
            if _SUBTITLE.fullmatch(name):
                return 2
        return int(self.is_title(properties))

    def is_title(self, properties: Any) -> bool:
        """Whether it is the title of the document."""
        return any(_TITLE.fullmatch(name) for name in self._names(properties))

    def is_code(self, properties: Any) -> bool:
        """Whether its lines and spaces are kept."""
        return any(_CODE.fullmatch(name) for name in self._names(properties))

    def item(self, properties: Any) -> int:
        """How deep in lists it is an item, 1 outermost; 0 of none."""
        for name in self._names(properties):
            if found := _CONTENTS.fullmatch(name):
                return int(found[1] or 1)
        if (listed := self.listed(properties)) is None:
            return 0
        named = [found for name in self._names(properties) if (found := _LIST.fullmatch(name))]
        _, level = listed
        return (level or 0) + 1 if level is not None or not named else int(named[0][1])

    def listed(self, properties: Any) -> tuple[str, int | None] | None:
        """The id of the list that it is numbered by, and at which level, 0 outermost."""
        number = level = None
        for one in self._chain(properties):
            number = number or value(child(one, "numPr", "numId"))
            level = level or value(child(one, "numPr", "ilvl"))
        if number is None or number == "0":
            return None
        return number, int(level) if level and level.isdecimal() else None

    def run(self, properties: Any, name: str, paragraph: Any) -> bool:
        """Whether a switch is on for a run, by itself or by its or its paragraph's style.

        `properties` are those of the run (`w:rPr`), `paragraph` of the paragraph (`w:pPr`).
        """
        own = child(properties, name)
        if own is not None:
            return is_on(own)
        keys = (value(child(properties, "rStyle")), value(child(paragraph, "pStyle")))
        return any(self._switched(key, name) for key in keys)

    def _switched(self, key: str | None, name: str) -> bool:
        if (key, name) not in self._switches:
            switches = (child(style, "rPr", name) for style in self._based(key))
            stated = next((one for one in switches if one is not None), None)
            self._switches[key, name] = is_on(stated)
        return self._switches[key, name]

    def _chain(self, properties: Any) -> Iterator[Any]:
        """The paragraph's own properties, then those of its style and what that is based on."""
        yield properties
        for style in self._based(value(child(properties, "pStyle")) or self.default):
            yield child(style, "pPr")

    def _based(self, key: str | None) -> Iterator[Any]:
        seen: set[str] = set()
        while key and key in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            key = value(child(self._styles[key], "basedOn"))

    def _names(self, properties: Any) -> list[str]:
        """The name of the paragraph's style, then of those that it is based on."""
        key = value(child(properties, "pStyle"))
        names = [value(child(style, "name")) or "" for style in self._based(key)]
        return names or ([key] if key else [])


def _is_default(style: Any) -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}
