"""Words of a PDF page with their places, as PDFium finds them.

PDFium tells words apart and puts letters of right-to-left scripts in order; which words make a
line, and in what order lines are read, the modules after this one find by places.
"""

import ctypes
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from unicodedata import normalize

import pypdfium2.raw as pdfium

# What stands between words: white space, and PDFium's own mark of a hyphen at a line's end.
_WORD = re.compile(r"[^\s\x02\ufffe]+")
_HYPHENS = {"\x02", "\ufffe"}
# Of a font, so many words are tried letter by letter; the first letters of all others.
_TRIED = 20
# Words whose letters lie this much off the horizontal, in radians, are set at a slant.
_SLANT = 0.1


@dataclass(frozen=True, slots=True)
class Style:
    """What all letters of one text object share; `size` in points.

    `angle` is how far it is turned, in quarters, None at a slant; `fixed` says that all letters of
    the font are equally wide, `seen` is false of what a program read from a picture and laid over
    it.
    """

    size: float
    angle: int | None
    bold: bool
    fixed: bool
    seen: bool
    font: int


@dataclass(slots=True)
class Word:
    """A word: its box, and the line it stands on (`base`), in points; y goes up.

    `gap` is what PDFium found before it: nothing, a space, or a line feed at a line's end.
    `legible` says that its font says which letters it draws.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    style: Style
    gap: str
    angle: int | None = 0
    legible: bool = True

    @property
    def size(self) -> float:
        """The size of its letters, in points."""
        return self.style.size


def words_of(page: Any) -> list[list[Word]]:
    """The words of a page (pypdfium2.PdfPage) in the order it draws them, side by side.

    A side is all that is turned alike, and its places are as if the page was turned so that it is
    upright; first comes that of most letters. Words outside what is shown of the page are left
    out, and those drawn twice in one place.
    """
    textpage = page.get_textpage()
    try:
        found = [*_Reader(textpage.raw).words()]
    finally:
        textpage.close()
    left, bottom, right, top = page.get_bbox()
    shown = [
        word
        for word in found
        if left <= (word.left + word.right) / 2 <= right
        and bottom <= (word.bottom + word.top) / 2 <= top
    ]
    return _sides(_once(shown))


class _Reader:
    """Reads one text page."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._styles: dict[int, Style] = {}
        self._seen: Counter[int] = Counter()
        self._suspect: set[int] = set()

    def words(self) -> Iterator[Word]:
        """Every word, in PDFium's order."""
        text = _characters(self._raw)
        end = 0
        for match in _WORD.finditer(text):
            between, start = text[end : match.start()], match.start()
            end = match.end()
            hyphen = "-" if text[end : end + 1] in _HYPHENS else ""
            gap = "\n" if "\n" in between or between in _HYPHENS else between and " "
            for first, last in self._pieces(start, end):
                letters = text[first:last] + (hyphen if last == end else "")
                word = self._word(letters, first, last, gap if first == start else "")
                if word:
                    yield word

    def _pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The word, or its pieces if its letters are of several looks: 1893 and a note's mark."""
        if end - start == 1 or self._object(start) == self._object(end - 1):
            return [(start, end)]
        cuts = [start]
        for place in range(start + 1, end):
            if self._object(place) != self._object(place - 1):
                before, after = self._style(place - 1), self._style(place)
                if before and after and _differ(before, after):
                    cuts.append(place)
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    def _word(self, text: str, first: int, last: int, gap: str) -> Word | None:
        style = self._style(first)
        if style is None:
            return None
        left, right, bottom, top = self._bounds(first)
        if last - first > 1:
            end = self._bounds(last - 1)
            vertical = abs(end[0] - left) < style.size / 2 < abs(end[2] - bottom)
            left, right = min(left, end[0]), max(right, end[1])
            bottom, top = min(bottom, end[2]), max(top, end[3])
            if vertical and style.angle == 0:
                style = replace(style, angle=_DOWN)
        pdfium.FPDFText_GetCharOrigin(self._raw, first, self._x, self._y)
        base = self._x.value if style.angle in {1, 3, _DOWN} else self._y.value
        legible = self._legible(style.font, first, last)
        return Word(_plain(text), left, right, bottom, top, base, style, gap, style.angle, legible)

    def _bounds(self, place: int) -> tuple[float, float, float, float]:
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._raw, place, box)
        return box.left, box.right, box.bottom, box.top

    def _object(self, place: int) -> int:
        found = pdfium.FPDFText_GetTextObject(self._raw, place)
        return ctypes.cast(found, ctypes.c_void_p).value or 0

    def _style(self, place: int) -> Style | None:
        """How the letter is drawn; None of one that PDFium made up."""
        key = self._object(place)
        if not key:
            return None
        if key not in self._styles:
            self._styles[key] = self._read_style(place)
        return self._styles[key]

    def _read_style(self, place: int) -> Style:
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._raw, place, matrix)
        angle = math.atan2(matrix.b, matrix.a)
        quarters = round(angle / (math.pi / 2))
        slanted = abs(angle - quarters * math.pi / 2) > _SLANT
        size = pdfium.FPDFText_GetFontSize(self._raw, place) * math.hypot(matrix.c, matrix.d)
        font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(self._raw, place))
        name = ctypes.create_string_buffer(128)
        pdfium.FPDFFont_GetBaseFontName(font, name, 128)
        bold = pdfium.FPDFFont_GetWeight(font) >= 600 or bool(_BOLD.search(name.value))
        identity = ctypes.cast(font, ctypes.c_void_p).value or 0
        fixed = pdfium.FPDFFont_GetFlags(font) & _FIXED_PITCH or _FIXED.search(name.value)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(
            pdfium.FPDFText_GetTextObject(self._raw, place)
        )
        seen = mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        turned = None if slanted else quarters % 4
        return Style(abs(size), turned, bold, bool(fixed and seen), seen, identity)

    def _legible(self, font: int, first: int, last: int) -> bool:
        """Whether the font says which letters it draws."""
        self._seen[font] += 1
        tried = self._seen[font] <= _TRIED or font in self._suspect
        places = range(first, last if tried else first + 1)
        wrong = any(pdfium.FPDFText_HasUnicodeMapError(self._raw, place) == 1 for place in places)
        if wrong:
            self._suspect.add(font)
        return not wrong


def _differ(before: Style, after: Style) -> bool:
    return before.font != after.font or abs(before.size - after.size) > 0.05 * before.size


_BOLD = re.compile(rb"bold|black|heavy|[-,]bd", re.IGNORECASE)
_FIXED = re.compile(rb"courier|mono|consolas|typewriter|cmtt", re.IGNORECASE)
# A flag of a font (ISO 32000-1, 9.8.2), which some files set wrong.
_FIXED_PITCH = 1
# A drawn hyphen is one, whatever a font calls it; bullets of fonts of signs.
_MEANT = {"\xad": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf076": "❖", "\uf0d8": "➢", "\uf0fc": "✓"}
# Accents that a typesetter draws before their letter, and the same as parts of it.
_ACCENTS = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c"}
_ACCENT = re.compile("([´¨ˆ˜ˇ])([A-Za-zıȷ])")
_DOTTED = {"ı": "i", "ȷ": "j"}
# Letters upright under each other, read from right to left: as if the page were turned.
_DOWN = 7


def _characters(raw: Any) -> str:
    """One character for each that PDFium counts; those beyond the basic plane are two halves."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return ""
    stored = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(raw, 0, count, stored) == count + 1:
        return "".join(map(chr, stored[:count]))
    return "".join(chr(pdfium.FPDFText_GetUnicode(raw, place)) for place in range(count))


def _plain(text: str) -> str:
    """The letters of ligatures and of forms that letters take beside others; hyphens as such."""
    if text.isascii():
        return text
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _ACCENT.sub(lambda at: _DOTTED.get(at[2], at[2]) + _ACCENTS[at[1]], text)
    return "".join(
        normalize("NFKC", one) if "\ufb00" <= one <= "\ufefc" else _MEANT.get(one, one)
        for one in text
    )


def _once(words: Iterable[Word]) -> list[Word]:
    """Without words that are drawn again over themselves, to look bold or to have a shadow."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for word in words:
        if len(word.text) > 1:
            x, y = round(word.left / 2), round(word.bottom / 2)
            if (word.text, x, y) in seen:
                continue
            seen.update((word.text, x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        kept.append(word)
    return kept


def _sides(words: list[Word]) -> list[list[Word]]:
    """The words by how they are turned, each side upright, that of most letters first."""
    letters: Counter[int | None] = Counter()
    for word in words:
        letters[word.angle] += len(word.text)
    if letters and letters.most_common(1)[0][0] == _DOWN:
        for word in words:
            if word.angle == 3 or (word.angle == 0 and len(word.text) == 1):
                word.base = word.left
                word.angle = _DOWN
    found: defaultdict[int | None, list[Word]] = defaultdict(list)
    for word in words:
        found[word.angle].append(word)
        _turn(word, 3 if word.angle == _DOWN else word.angle or 0)
    return sorted(found.values(), key=lambda side: -sum(len(word.text) for word in side))


def _turn(word: Word, quarters: int) -> None:
    """Turn the page under the word clockwise by so many quarters."""
    left, right, bottom, top = word.left, word.right, word.bottom, word.top
    if quarters == 1:
        word.left, word.right, word.bottom, word.top = bottom, top, -right, -left
        word.base = -word.base
    elif quarters == 2:
        word.left, word.right, word.bottom, word.top = -right, -left, -top, -bottom
        word.base = -word.base
    elif quarters == 3:
        word.left, word.right, word.bottom, word.top = -top, -bottom, left, right
