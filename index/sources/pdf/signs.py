"""The signs of a line: what one glyph draws, or a letter and the marks over and under it.

PDFium turns round the letters of a right-to-left line one by one, also those of one glyph: a lam
and an alef that are drawn as one. It puts a bracket there for the other of its pair.
"""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional, normalize

# Kinds of characters (UAX 9): of a right-to-left script "R", of another "L", digits "N", marks
# over letters "M", what parts or follows numbers "+", "," and "%", all else "O".
_KINDS = {
    "AL": "R", "R": "R", "L": "L", "AN": "N", "EN": "N", "NSM": "M", "ES": "+", "CS": ",",
    "ET": "%",
}  # fmt: skip
_PAIRS = "()[]{}<>«»‹›"
_OTHER = {ord(one): _PAIRS[at ^ 1] for at, one in enumerate(_PAIRS)}
# Among so many letters before and after a mark its own is looked for.
_NEAR = 40
# What the forms of Unicode that PDFium takes apart by itself, in order, are made of.
_TAKEN_APART = {normalize("NFKC", chr(code)) for code in range(0xFB1D, 0xFEFD)}


class Glyph(NamedTuple):
    """Where a character is drawn, in points: its origin, the room it takes, its ink (`box`).

    `made` is true of a space that PDFium made up.
    """

    x: float
    y: float
    left: float
    right: float
    height: float
    box: tuple[float, ...]
    made: bool


@dataclass(slots=True)
class Sign:
    """A sign, the places of its characters in PDFium's text, and of which kind it is."""

    text: str
    places: list[int]
    glyph: Glyph
    kind: str

    @property
    def white(self) -> bool:
        """Whether it is a space."""
        return self.text.isspace()


def kind_of(character: str) -> str:
    """The kind of a character, one letter."""
    return _KINDS.get(bidirectional(character), "O")


def other(text: str) -> str:
    """The other bracket of the pair; all else as it is."""
    return text.translate(_OTHER)


def signs_of(line: str, start: int, glyph: Callable[[int], Glyph]) -> list[Sign]:
    """The signs of a line that begins at a place of PDFium's text, marks by themselves.

    Brackets are those that the font names.
    """
    found: list[Sign] = []
    for at, (character, mirrored) in enumerate(zip(line, _mirrored(line), strict=True), start):
        kind, drawn = kind_of(character), glyph(at)
        if found and found[-1].glyph == drawn and not drawn.made:
            found[-1].text += character
            found[-1].places.append(at)
        else:
            found.append(Sign(other(character) if mirrored else character, [at], drawn, kind))
    for sign in found:
        sign.text = _in_order(sign.text)
        sign.kind = kind_of(sign.text[0])
    return found


def _in_order(text: str) -> str:
    """The letters of one glyph as they are read."""
    if not any(kind_of(one) in "RM" for one in text):
        return text
    turned = text[::-1]
    return text if text in _TAKEN_APART and turned not in _TAKEN_APART else turned


def with_marks(signs: Sequence[Sign]) -> list[Sign]:
    """The signs, marks as part of the letter that they are drawn over or under."""
    letters = [at for at, sign in enumerate(signs) if sign.kind != "M" and not sign.white]
    for at, mark in enumerate(signs):
        if mark.kind == "M" and (under := _under(mark, at, letters, signs)):
            under.text += mark.text
            under.places += mark.places
            mark.text = ""
    return [sign for sign in signs if sign.text]


def _under(mark: Sign, at: int, letters: Sequence[int], signs: Sequence[Sign]) -> Sign | None:
    """The letter that a mark is drawn at: the one before it, or one near whose room it is in."""
    after = bisect(letters, at)
    near = letters[max(after - _NEAR, 0) : after + _NEAR]
    middle = (mark.glyph.box[0] + mark.glyph.box[1]) / 2
    for place in sorted(near, key=lambda place: (abs(place - at), place)):
        if signs[place].glyph.left <= middle <= signs[place].glyph.right:
            return signs[place]
    return signs[letters[after - 1]] if after else None


def _mirrored(line: str) -> Iterator[bool]:
    """Of each character whether PDFium put the other of its pair there.

    It does so after a letter of a right-to-left script; at the beginning of a line, if that has
    no fewer stretches of such letters than of others.
    """
    kinds = ["".join(kind if kind in "RLO" else "N") for kind in map(kind_of, line)]
    stretches = [kind for kind, _ in groupby(kinds)]
    last = "R" if 0 < stretches.count("R") >= stretches.count("L") else "L"
    for kind in kinds:
        last = kind if kind in "RL" else last
        yield kind == "O" and last == "R"
