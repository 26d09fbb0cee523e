"""The numbers that Word writes before paragraphs: of lists, clauses, headings (ECMA-376, 17.9)."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from index.sources.office.counted import counted
from index.sources.word.package import Package, child, is_on, value
from index.text import LeftOut, Missing

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
# Kinds that are none of a number.
_SIGNS, _NONE = "bullet", "none"


class _Level(NamedTuple):
    """How the numbers of a level are written: "%1.%2" of a kind, with what follows.

    It begins anew after one of the `above` outermost levels.
    """

    start: int
    kind: str
    text: str
    gap: str
    legal: bool
    above: int


class Numbering:
    """The lists of a file, and how far each has been counted."""

    def __init__(self, package: Package, leave: Callable[[LeftOut], None]) -> None:
        self._leave = leave
        self._abstract: dict[str | None, dict[int, _Level]] = {}
        self._lists: dict[str | None, Any] = {}
        self._counts: dict[str | None, list[int | None]] = {}
        self._begun: set[str] = set()
        # The list of each style, and the style whose list another has.
        self._of_styles: dict[str | None, str | None] = {}
        self._styles: dict[str | None, str | None] = {}
        for _, root in package.others("numbering"):
            for one in root.iterfind("{*}abstractNum"):
                key = value(one, "abstractNumId")
                self._abstract[key] = _levels(one)
                self._of_styles.setdefault(value(child(one, "styleLink")), key)
                self._styles[key] = value(child(one, "numStyleLink"))
            for one in root.iterfind("{*}num"):
                self._lists[value(one, "numId")] = one

    def next(self, number: str, level: int) -> str:
        """What stands before the next paragraph of a list, "" of one with signs alone."""
        if (listed := self._lists.get(number)) is None:
            return ""
        of = value(child(listed, "abstractNumId"))
        if style := self._styles.get(of):
            of = self._of_styles.get(style, of)
        levels = {**self._abstract.get(of, {}), **self._overridden(listed)}
        if level not in levels:
            return ""
        counts = self._counts.setdefault(of, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for place, start in _restarts(listed):
                counts[place] = start - 1
        counted = counts[level]
        counts[level] = levels[level].start if counted is None else counted + 1
        for deeper in range(level + 1, _LEVELS):
            if deeper not in levels or level < levels[deeper].above:
                counts[deeper] = None
        return self._written(levels, counts, level)

    def _written(self, levels: dict[int, _Level], counts: list[int | None], level: int) -> str:
        own = levels[level]
        if own.kind == _SIGNS:
            return ""
        text = own.text
        for place in {*_PLACE.findall(text)}:
            at = int(place) - 1
            of, count = levels.get(at, own), counts[at]
            kind = "decimal" if own.legal else of.kind
            number = counted(of.start if count is None else count, kind)
            if kind == _NONE and at == level:
                number = ""
            if number is None:
                self._leave(LeftOut(Missing.NUMBERS, kind))
                return ""
            text = text.replace(f"%{place}", number)
        return text + own.gap if any(map(str.isalnum, text)) else ""

    def _overridden(self, listed: Any) -> dict[int, _Level]:
        found: dict[int, _Level] = {}
        for one in listed.iterfind("{*}lvlOverride"):
            found |= _levels(one)
        return found


def _levels(element: Any) -> dict[int, _Level]:
    found = {}
    for one in element.iterfind("{*}lvl"):
        level = _number(value(one, "ilvl"), 0)
        above = _number(value(child(one, "lvlRestart")), level)
        found[level] = _Level(
            _number(value(child(one, "start")), 1),
            _kind(one),
            value(child(one, "lvlText")) or "",
            "" if value(child(one, "suff")) == "nothing" else " ",
            is_on(child(one, "isLgl")),
            min(above, level),
        )
    return found


def _kind(level: Any) -> str:
    """Also of one that other programs would not know; its own are "001, 002, 003, ..."."""
    stated = level.find(".//{*}numFmt")
    return value(stated, "format") or value(stated) or "decimal"


def _restarts(listed: Any) -> list[tuple[int, int]]:
    """Levels that begin anew with this list, each with its first number."""
    found = []
    for one in listed.iterfind("{*}lvlOverride"):
        if (start := value(child(one, "startOverride"))) is not None:
            found.append((min(_number(value(one, "ilvl"), 0), _LEVELS - 1), _number(start, 1)))
    return found


def _number(stated: str | None, otherwise: int) -> int:
    return int(stated) if stated and stated.isdecimal() else otherwise
