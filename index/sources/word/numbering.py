"""The numbers that Word writes before paragraphs: of lists, clauses, headings (ECMA-376, 17.9)."""

import re
from typing import Any, NamedTuple

from index.sources.numerals import numeral
from index.sources.word.package import Package, child, is_on, value

# As `numeral` calls them; other kinds, of signs or of other scripts, are not written.
_KINDS = {
    "decimal": "1", "decimalZero": "1", "lowerLetter": "a", "upperLetter": "A",
    "lowerRoman": "i", "upperRoman": "I",
}  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


class _Level(NamedTuple):
    """How the numbers of a level are written: "%1.%2" of a kind, with what follows."""

    start: int
    kind: str | None
    text: str
    gap: str
    legal: bool


class Numbering:
    """The lists of a file, and how far each has been counted."""

    def __init__(self, package: Package) -> None:
        self._abstract: dict[str | None, dict[int, _Level]] = {}
        self._lists: dict[str | None, Any] = {}
        self._counts: dict[str | None, list[int | None]] = {}
        self._begun: set[str] = set()
        for _, root in package.others("numbering"):
            for one in root.iterfind("{*}abstractNum"):
                self._abstract[value(one, "abstractNumId")] = _levels(one)
            for one in root.iterfind("{*}num"):
                self._lists[value(one, "numId")] = one

    def next(self, number: str, level: int) -> str:
        """What stands before the next paragraph of a list, "" of one with signs alone."""
        if (listed := self._lists.get(number)) is None:
            return ""
        of = value(child(listed, "abstractNumId"))
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
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return _written(levels, counts, level)

    def _overridden(self, listed: Any) -> dict[int, _Level]:
        found: dict[int, _Level] = {}
        for one in listed.iterfind("{*}lvlOverride"):
            found |= _levels(one)
        return found


def _levels(element: Any) -> dict[int, _Level]:
    return {
        _number(value(one, "ilvl"), 0): _Level(
            _number(value(child(one, "start")), 1),
            _KINDS.get(value(child(one, "numFmt")) or "decimal"),
            value(child(one, "lvlText")) or "",
            "" if value(child(one, "suff")) == "nothing" else " ",
            is_on(child(one, "isLgl")),
        )
        for one in element.iterfind("{*}lvl")
    }


def _restarts(listed: Any) -> list[tuple[int, int]]:
    """Levels that begin anew with this list, each with its first number."""
    found = []
    for one in listed.iterfind("{*}lvlOverride"):
        if (start := value(child(one, "startOverride"))) is not None:
            found.append((min(_number(value(one, "ilvl"), 0), _LEVELS - 1), _number(start, 1)))
    return found


def _number(stated: str | None, otherwise: int) -> int:
    return int(stated) if stated and stated.isdecimal() else otherwise


def _written(levels: dict[int, _Level], counts: list[int | None], level: int) -> str:
    own = levels[level]
    if own.kind is None or not _PLACE.search(own.text):
        return ""

    def count(place: "re.Match[str]") -> str:
        at = int(place[1]) - 1
        of = levels.get(at, own)
        counted = counts[at]
        kind = "1" if own.legal else of.kind or "1"
        return numeral(of.start if counted is None else counted, kind)

    return _PLACE.sub(count, own.text) + own.gap
