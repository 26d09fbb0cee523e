"""The fonts of a text: the one that most of its letters are in, and others for what that lacks.

They are Noto's, which have every script, and DejaVu for Arabic and Hebrew, where Latin letters may
stand between. A line that is written from right to left, or has words that are, is drawn in one
font, so that Raqm orders it as a whole.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import regex

from index.errors import VerbatimError

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
           "/Library/Fonts")  # fmt: skip
FONTS = "fonts-noto-core, fonts-noto-cjk, fonts-dejavu-core"
USUAL = "NotoSerif-Regular.ttf"
_CJK, _BOTH_WAYS = "NotoSerifCJK-Regular.ttc", "DejaVuSans.ttf"
_SCRIPTS = (
    (regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"), _CJK),
    (regex.compile(r"[\p{Arabic}\p{Hebrew}]"), _BOTH_WAYS),  # has Latin letters, too
)
_SIGNS = (
    "NotoSansSymbols2-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",
    "NotoSansMath-Regular.ttf",
)
# Scripts that letters' names in Unicode begin with, and Noto has in the usual font.
_USUAL_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "DIGIT"}
_LETTER = regex.compile(r"\X")
# No letter, in no font: it shows how a font draws what it lacks.
_NONE = "\U0010fffe"


class CardError(VerbatimError):
    """A card cannot be drawn; says what to install."""


class Letters:
    """Draws lines of a text at a size.

    Raises CardError where the font that it needs most is missing.
    """

    def __init__(self, text: str, size: int) -> None:
        names = list(dict.fromkeys(_names(text)))
        if font_file(names[0]) is None:
            raise CardError(f"the font {names[0]} is missing: install {FONTS}")
        installed = [name for name in names if font_file(name)]
        if all(_has(installed[0], letter) for letter in {*text}):
            installed = installed[:1]
        self._fonts = {name: _opened(name, size, _place(name, text)) for name in installed}
        self._first = self._fonts[installed[0]]
        self.size = size

    def length(self, draw: "ImageDraw", line: str) -> float:
        """How wide a line is, in pixels."""
        return sum(draw.textlength(part, font) for font, part in self._parts(line))

    def draw(
        self, draw: "ImageDraw", place: tuple[int, int], line: str, ink: str, right: bool
    ) -> None:
        """Draw a line: its upper left corner is the place, or the upper right one."""
        x, y = float(place[0]), place[1] + self._first.getmetrics()[0]
        direction: Literal["rtl", "ltr"] = "rtl" if right else "ltr"
        for font, part in self._parts(line):
            draw.text((x, y), part, ink, font, "rs" if right else "ls", direction=direction)
            x += draw.textlength(part, font)

    def missing(self, line: str) -> str:
        """The letters that no font here has."""
        return "".join(one for one in line if not any(_has(name, one) for name in self._fonts))

    def _parts(self, line: str) -> "Iterator[tuple[FreeTypeFont, str]]":
        """Stretches of the line, each with the font that it is drawn in."""
        if len(self._fonts) == 1:
            yield self._first, line
        elif any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in line):
            yield self._fonts[self._best(line)], line
        else:
            for name, part in groupby(_LETTER.findall(line), self._best):
                yield self._fonts[name], "".join(part)

    def _best(self, letters: str) -> str:
        """The first font that has all of the letters, or most of them."""
        return max(self._fonts, key=lambda name: sum(_has(name, letter) for letter in letters))


def _names(text: str) -> Iterator[str]:
    """Names of fonts, that of most letters first."""
    scripts = [unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha()]
    often = sorted(set(scripts) - _USUAL_SCRIPTS, key=lambda one: (-scripts.count(one), one))
    own = [(sum(map(len, found.findall(text))), name) for found, name in _SCRIPTS]
    own += [(scripts.count(one), f"NotoSerif{one.title()}-Regular.ttf") for one in often]
    counted = sorted((pair for pair in own if pair[0] and _is_noto(pair[1])), reverse=True)
    usual = sum(one in _USUAL_SCRIPTS for one in scripts)
    first = [name for count, name in counted if count > 0]
    mixed = bool(_SCRIPTS[1][0].search(text))  # in one font, if any has both
    yield from [USUAL, *first] if not first or (usual > counted[0][0] and not mixed) else first
    yield from (USUAL, _BOTH_WAYS)
    yield from (f"NotoSans{one.title()}-Regular.ttf" for one in often)
    yield from _SIGNS


def _is_noto(name: str) -> bool:
    return font_file(name) is not None or any(name == one for _, one in _SCRIPTS)


def _place(name: str, text: str) -> int:
    """Of the collection for China, Japan and Korea the font of the text's country."""
    if name != _CJK:
        return 0
    if regex.search(r"[\p{Hiragana}\p{Katakana}]", text):
        return 0
    return 1 if regex.search(r"\p{Hangul}", text) else 2  # simplified Chinese


def _opened(name: str, size: int, place: int) -> "FreeTypeFont":
    from PIL import ImageFont

    path = font_file(name)
    assert path
    return ImageFont.truetype(path, size, place, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=20_000)
def _has(name: str, letter: str) -> bool:
    """Whether a font has a letter; what nobody sees, and signs on others, every font has."""
    if unicodedata.category(letter)[0] in "ZCM":
        return True
    font, nothing = _probe(name)
    return bytes(font.getmask(letter)) != nothing


@cache
def _probe(name: str) -> "tuple[FreeTypeFont, bytes]":
    """A font, small, and what it draws for a letter that it lacks."""
    font = _opened(name, 16, 0)
    return font, bytes(font.getmask(_NONE))


@cache
def font_file(name: str) -> Path | None:
    """Where a font is; None if it is not installed."""
    return next(_found(name), None)


def _found(name: str) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from Path(folder).expanduser().rglob(name)
