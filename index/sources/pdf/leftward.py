"""Lines with letters of right-to-left scripts, in the order in which they are read.

PDFium knows that order by the letters alone, and reads the words of a Latin phrase among them
from the last to the first; whether a font calls a bracket what it looks like or what it means
(as LibreOffice, WeasyPrint and cairo do) it does not ask. Where signs stand tells both.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from index.sources.pdf.levels import levels, order
from index.sources.pdf.pieces import is_leftward
from index.sources.pdf.signs import Glyph, Sign, kind_of, other, signs_of, with_marks

# A space of a phrase that is read the other way than its line, whose words are placed as one
# (U+FDD1, kept by Unicode for the inner use of programs).
BOUND = "\ufdd1"
# In heights of letters: room that is no space, and that parts columns; how far off the line they
# may stand.
_NARROW, _WIDE, _OFF = 0.1, 1.0, 0.5
_ROW = re.compile(r"([^\r\n]+)[\r\n]*|[\r\n]+")
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")


@dataclass(slots=True)
class _Line:
    """A stretch of PDFium's text, at `places`; `end` is where its line feed begins.

    With letters that are read to the left it has signs, from left to right, and their levels.
    """

    places: range
    end: int
    signs: list[Sign] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)


def in_order(text: str, glyph: Callable[[int], Glyph]) -> tuple[str, Sequence[int]]:
    """PDFium's text of a page in the order of reading, and where in it each character stood.

    `glyph` tells where the character at a place is drawn.
    """
    if not _turns(text, "R"):
        return text, range(len(text))
    leftward = is_leftward(text)
    lines = [*_lines(text, glyph)]
    for line in lines:
        _place(line, leftward=leftward)
    senses = _senses(lines)
    found = [one for line in lines for one in _read(line, text, senses)]
    return "".join(told for told, _ in found), [at for _, places in found for at in places]


def _turns(text: str, kinds: str) -> bool:
    return not text.isascii() and any(kind_of(one) in kinds for one in text)


def _lines(text: str, glyph: Callable[[int], Glyph]) -> Iterator[_Line]:
    """The lines; what PDFium parts though it stands on one height, as beside marks, is one."""
    last: _Line | None = None
    for row in _ROW.finditer(text):
        line = _Line(range(*row.span()), row.end(1))
        if row[1] and _turns(row[1], "RM"):
            line.signs = signs_of(row[1], row.start(), glyph)
        if last and last.signs and line.signs and _on_one_line(last.signs, line.signs):
            last.signs += [_between(last.signs, line.signs), *line.signs]
            last.places, last.end = range(last.places.start, line.places.stop), line.end
            continue
        if last:
            yield last
        last = line
    if last:
        yield last


def _on_one_line(first: Sequence[Sign], second: Sequence[Sign]) -> bool:
    return abs(_base(first) - _base(second)) < _OFF * _height(second)


def _base(signs: Sequence[Sign]) -> float:
    return median([sign.glyph.y for sign in signs if sign.kind != "M"] or [signs[0].glyph.y])


def _height(signs: Sequence[Sign]) -> float:
    return median(sign.glyph.height for sign in signs)


def _between(first: Sequence[Sign], second: Sequence[Sign]) -> Sign:
    """A space for the line feed between."""
    x = max(min(sign.glyph.x for sign in one) for one in (first, second)) - 0.01
    y, height = _base(first), _height(first)
    return Sign(" ", first[-1].places[-1:], Glyph(x, y, x, x, height, (x, x, y, y), True), "O")


def _place(line: _Line, *, leftward: bool) -> None:
    """Put the signs from left to right, and find their levels."""
    if not line.signs:
        return
    signs = with_marks(line.signs)
    base, height = _base(signs), _height(signs)
    if any(abs(sign.glyph.y - base) > _OFF * height for sign in signs if not sign.glyph.made):
        line.signs = []  # turned, or no line at all
        return
    signs.reverse()  # those in one place are in the order of reading, behind a space
    signs.sort(key=lambda sign: (sign.glyph.x, not sign.glyph.made))
    kinds = _kinds(signs, height)
    line.signs = [sign for sign, kind in zip(signs, kinds, strict=True) if kind]
    arabic = any(_ARABIC.search(sign.text) for sign in signs)
    line.levels = levels("".join(kinds), leftward=leftward, arabic=arabic)


def _kinds(signs: Sequence[Sign], height: float) -> list[str]:
    """The kinds of signs from left to right; "|" of wide room, "" of a space where none is."""
    drawn = [(at, sign) for at, sign in enumerate(signs) if not sign.white]
    kinds = [sign.kind for sign in signs]
    for (before, left), (after, right) in pairwise(drawn):
        room = right.glyph.left - left.glyph.right
        for at in range(before + 1, after):
            if room > _WIDE * height:
                kinds[at] = "|"
            elif signs[at].glyph.made and room < _NARROW * height:
                kinds[at] = ""
    return kinds


def _senses(lines: Iterable[_Line]) -> set[str]:
    """The brackets that the fonts call by what they mean, not by what they look like.

    That is told by those that stand beside a letter on one side alone.
    """
    votes: Counter[str] = Counter()
    for line in lines:
        letters = [False, *(sign.kind in "RLN" for sign in line.signs), False]
        for at, (sign, level) in enumerate(zip(line.signs, line.levels, strict=True)):
            opens = min(sign.text, other(sign.text))
            if level % 2 and opens != max(sign.text, other(sign.text)):
                looks = letters[at + 2] - letters[at]
                votes[opens] += looks if sign.text == opens else -looks
    return {one for opens, count in votes.items() if count < 0 for one in (opens, other(opens))}


def _read(line: _Line, text: str, senses: set[str]) -> Iterator[tuple[str, Sequence[int]]]:
    """The characters of the line in the order of reading, and their places."""
    end = range(line.end if line.signs else line.places.start, line.places.stop)
    for at in order(line.levels):
        sign, level = line.signs[at], line.levels[at]
        bound = sign.white and level > min(line.levels)
        seen = level % 2 and sign.text not in senses
        yield BOUND if bound else other(sign.text) if seen else sign.text, sign.places
    yield text[end.start : end.stop], end
