"""The numbers that an office program writes before items and headings (ODF 1.3, 16.30-34)."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from index.sources.numerals import numeral
from index.sources.office.counted import counted
from index.sources.office.opened import TEXT
from index.text import LeftOut, Missing

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LEVELS = 10
_PLAIN = {"1", "a", "A", "i", "I"}
# What others, of LibreOffice, are called by Word; letters that are doubled after z among them.
_KINDS = {
    "aa": "lowerLetter", "AA": "upperLetter", "01, 02, 03, ...": "decimalZero",
    "１, ２, ３, ...": "decimalFullWidth", "一, 二, 三, ...": "chineseCountingThousand",
    "①, ②, ③, ...": "decimalEnclosedCircle", "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
}  # fmt: skip
_STYLES = {f"{TEXT}list-style", f"{TEXT}outline-style"}


class _Level(NamedTuple):
    """How the numbers of a level are written: `shown` levels of them, between two texts."""

    kind: str
    before: str
    after: str
    start: int
    shown: int


class Numbers:
    """The styles of a file's lists, and how far each list has been counted."""

    def __init__(self, roots: Iterable[Any], leave: Callable[[LeftOut], None]) -> None:
        self._leave = leave
        styles = [one for root in roots for one in root.iter(*_STYLES)]
        self._styles = {one.get(f"{_STYLE}name"): _levels(one) for one in styles}
        outlines = (_levels(one) for one in styles if one.tag == f"{TEXT}outline-style")
        self._outline = next(outlines, {})
        self._counts: dict[str | None, list[int | None]] = {}
        self._headings: list[int | None] = [None] * _LEVELS
        self._by_id: dict[str, list[int | None]] = {}
        self._open: list[str | None] = []

    def begin(self, listed: Any, depth: int) -> None:
        """Begin a list, `depth` others deep; one that does not go on another is counted anew."""
        style = listed.get(f"{TEXT}style-name")
        self._open.append(style if depth == 0 or style or not self._open else self._open[-1])
        if depth == 0:
            before = self._by_id.get(listed.get(f"{TEXT}continue-list") or "")
            goes_on = listed.get(f"{TEXT}continue-numbering") == "true"
            if before is not None or not goes_on:
                self._counts[style] = before or [None] * _LEVELS
            if name := listed.get(_ID):
                self._by_id[name] = self._counts.setdefault(style, [None] * _LEVELS)

    def end(self) -> None:
        """End the list that was begun last."""
        self._open.pop()

    def item(self, item: Any, depth: int) -> str:
        """What stands before the next item of the list that is open, "" of one with signs."""
        style = self._open[-1]
        levels = self._styles.get(style, {})
        counts = self._counts.setdefault(style, [None] * _LEVELS)
        return self._counted(levels, counts, depth, item.get(f"{TEXT}start-value"))

    def heading(self, heading: Any) -> str:
        """What stands before a heading that its level numbers."""
        stated = heading.get(f"{TEXT}outline-level") or "1"
        if not stated.isdecimal() or heading.get(f"{TEXT}is-list-header") == "true":
            return ""
        start = heading.get(f"{TEXT}start-value")
        return self._counted(self._outline, self._headings, int(stated) - 1, start)

    def _counted(
        self, levels: dict[int, _Level], counts: list[int | None], depth: int, start: str | None
    ) -> str:
        if not 0 <= depth < _LEVELS or depth not in levels:
            return ""
        own, before = levels[depth], counts[depth]
        counts[depth] = _number(start, own.start if before is None else before + 1)
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if not own.kind:
            return ""
        told = []
        for place in range(max(depth - own.shown + 1, 0), depth + 1):
            level, count = levels.get(place, own), counts[place]
            number = _written(level.start if count is None else count, level.kind)
            if number is None:
                self._leave(LeftOut(Missing.NUMBERS, level.kind))
                return ""
            told.append(number)
        return f"{own.before}{'.'.join(filter(None, told))}{own.after} "


def numbered(number: str, text: str) -> str:
    """The text behind its number, if it says anything."""
    return number + text.lstrip() if text.strip() else text


def _levels(style: Any) -> dict[int, _Level]:
    found = {}
    for one in style:
        stated = one.get(f"{TEXT}level") or ""
        if stated.isdecimal():
            found[int(stated) - 1] = _Level(
                _kind(one),
                one.get(f"{_STYLE}num-prefix") or "",
                one.get(f"{_STYLE}num-suffix") or "",
                _number(one.get(f"{TEXT}start-value"), 1),
                _number(one.get(f"{TEXT}display-levels"), 1),
            )
    return found


def _number(stated: str | None, otherwise: int) -> int:
    return int(stated) if stated and stated.isdecimal() else otherwise


def _kind(level: Any) -> str:
    """As the file names it, letters that are doubled after z as two of them."""
    stated = level.get(f"{_STYLE}num-format") or ""
    synced = stated in {"a", "A"} and level.get(f"{_STYLE}num-letter-sync") == "true"
    return stated * 2 if synced else stated


def _written(count: int, kind: str) -> str | None:
    """The number; "" in no kind, None in one that is not known."""
    if not kind or kind in _PLAIN:
        return numeral(count, kind) if kind else ""
    return counted(count, _KINDS.get(kind, kind))
