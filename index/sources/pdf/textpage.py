"""The words that PDFium finds on a page.

PDFium tells words apart; which words make a line, and in what order lines, and letters of
right-to-left scripts, are read, the other modules find by places.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium
import regex

from index.sources.pdf.accents import placed
from index.sources.pdf.leftward import BOUND, in_order
from index.sources.pdf.letters import plain
from index.sources.pdf.signs import Glyph
from index.sources.pdf.words import DOWN, UNKNOWN, Style, Word

# What stands between words: white space, and PDFium's own mark of a hyphen at a line's end.
_WORD = re.compile(r"[^\s\x02\ufffe]+")
_HYPHENS = {"\x02", "\ufffe"}
# Codes that are no letters; fonts of TeX have letters there, and Python takes some for spaces.
_CONTROL = re.compile(r"[\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# Of a font, so many words are tried letter by letter; the first letters of all others.
_TRIED = 20
# In sizes: room between two strings drawn one after the other that is a space though nothing else
# says so, and how far the next one begins inside the last, which runs over the cell it stands in.
_SPACE, _OVER = 0.12, 0.3
# Of sizes that differ by more the one is that of letters above or below the line.
_SHIFTED = 0.15
# Letters of scripts that part words by spaces and never lie over each other, and the signs that
# end or begin words.
_ENDS = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}\d.,;:!?)\]”’»%]")
_BEGINS = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}\d(\[“‘«]")
# Words whose letters lie this much off the horizontal, in radians, are set at a slant.
_SLANT = 0.1
_BOLD = re.compile(rb"bold|black|heavy|[-,]bd", re.IGNORECASE)
_FIXED = re.compile(rb"courier|mono|consolas|typewriter|cmtt", re.IGNORECASE)
# A flag of a font (ISO 32000-1, 9.8.2), which some files set wrong.
_FIXED_PITCH = 1


class TextPage:
    """Reads one text page of PDFium (FPDF_TEXTPAGE); at places `unseen` nobody sees a letter."""

    def __init__(self, raw: Any, unseen: Set[int] = frozenset()) -> None:
        self._raw = raw
        self._unseen = unseen
        self._box = pdfium.FS_RECTF()
        self._ink = [ctypes.c_double() for _ in range(4)]
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._styles: dict[bytes, Style] = {}
        self._places: Sequence[int] = ()
        self._turned = False
        self._seen: Counter[int] = Counter()
        self._suspect: set[int] = set()

    def words(self) -> Iterator[Word]:
        """Every word, in PDFium's order."""
        ordered, order = in_order(self._characters(), self._glyph)
        text, kept = placed(ordered, lambda at: self._box_of(order[at]))
        self._places = [order[at] for at in kept]
        # Then the first and the last letter may stand in the middle of a word.
        self._turned = not isinstance(order, range)
        end = 0
        for match in _WORD.finditer(text):
            between, start = text[end : match.start()], match.start()
            end = match.end()
            hyphen = "-" if text[end : end + 1] in _HYPHENS else ""
            gap = "\n" if "\n" in between or between in _HYPHENS else between and " "
            for first, last, apart in self._parts(text, start, end):
                letters = text[first:last] + (hyphen if last == end else "")
                word = self._word(letters, first, last, gap if first == start else apart)
                if word:
                    yield word

    def _characters(self) -> str:
        """One character for each that PDFium counts; UNKNOWN where a font says nothing of one."""
        text = characters(self._raw)
        return _CONTROL.sub(lambda at: UNKNOWN if self._is_unsaid(at.start()) else at[0], text)

    def _is_unsaid(self, place: int) -> bool:
        return bool(pdfium.FPDFText_HasUnicodeMapError(self._raw, place) == 1)

    def _glyph(self, place: int) -> Glyph:
        pdfium.FPDFText_GetCharOrigin(self._raw, place, self._x, self._y)
        left, right, bottom, top = self._box_of(place)
        pdfium.FPDFText_GetCharBox(self._raw, place, *self._ink)
        made = pdfium.FPDFText_IsGenerated(self._raw, place) == 1 or not self._object_at(place)
        x, y = self._x.value, self._y.value
        return Glyph(x, y, left, right, top - bottom, tuple(one.value for one in self._ink), made)

    def _parts(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The pieces of the word; of one that is covered in part what is seen and what is not."""
        for first, last, gap in self._pieces(text, start, end):
            begun = first
            for place in range(first + 1, last) if self._unseen else ():
                if self._is_unseen(place) != self._is_unseen(place - 1):
                    yield begun, place, gap
                    begun, gap = place, ""
            yield begun, last, gap

    def _is_unseen(self, place: int) -> bool:
        return self._places[place] in self._unseen

    def _pieces(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The word, or its pieces if its letters are of several looks: 1893 and a note's mark.

        With each the gap before it: a space if the file has room for one that PDFium passes over.
        """
        first, gap = start, ""
        if end - start > 1 and self._object(start) != self._object(end - 1):
            for place in range(start + 1, end):
                if self._object(place) == self._object(place - 1):
                    continue
                before, after = self._style(place - 1), self._style(place)
                if before is None or after is None:
                    continue
                apart = self._are_apart(text, place, start, end)
                if apart or _differ(before, after) or self._falls(place, after):
                    yield first, place, gap
                    first, gap = place, " " if apart else ""
        yield first, end, gap

    def _are_apart(self, text: str, place: int, start: int, end: int) -> bool:
        """Whether two strings that PDFium takes for one word are two: by their room."""
        style, before = self._style(place), self._style(place - 1)
        if style is None or before is None or not (style.angle == 0 == before.angle):
            return False
        if not (_ENDS.match(text[place - 1]) and _BEGINS.match(text[place])):
            return False
        if abs(style.size - before.size) > _SHIFTED * style.size:
            return False
        room = self._room(place) / style.size
        if room < -_OVER:
            return style.font == before.font and not self._falls(place, style)
        near = [self._room(at) for at in (place - 1, place + 1) if start < at < end]
        return room > _SPACE and bool(near) and max(near) < room * style.size / 2

    def _room(self, place: int) -> float:
        """How far a letter stands from the one before it."""
        return self._bounds(place)[0] - self._bounds(place - 1)[1]

    def _falls(self, place: int, style: Style) -> bool:
        """Whether a letter stands on another line than the one before it."""
        if style.angle != 0:
            return False
        above, below = self._bounds(place - 1), self._bounds(place)
        return abs(above[2] - below[2]) > 0.6 * style.size and above[0] != below[0]

    def _word(self, text: str, first: int, last: int, gap: str) -> Word | None:
        style = self._style(first)
        if style is None:
            return None
        left, right, bottom, top = self._bounds(first)
        if last - first > 1:
            end = self._bounds(last - 1)
            vertical = abs(end[0] - left) < style.size / 2 < abs(end[2] - bottom)
            boxes = [*map(self._bounds, range(first, last))] if self._turned else [end]
            left, right = (
                min(left, *(box[0] for box in boxes)),
                max(right, *(box[1] for box in boxes)),
            )
            bottom, top = min(bottom, end[2]), max(top, end[3])
            if vertical and style.angle == 0:
                style = replace(style, angle=DOWN)
        pdfium.FPDFText_GetCharOrigin(self._raw, self._places[first], self._x, self._y)
        base = self._x.value if style.angle in {1, 3, DOWN} else self._y.value
        legible = UNKNOWN not in text and self._legible(style.font, first, last)
        text = plain(text).replace(BOUND, " ")
        hidden = bool(self._unseen) and self._is_unseen(first)
        return Word(text, left, right, bottom, top, base, style, gap, style.angle, legible, hidden)

    def _bounds(self, place: int) -> tuple[float, float, float, float]:
        return self._box_of(self._places[place])

    def _box_of(self, place: int) -> tuple[float, float, float, float]:
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._raw, place, box)
        return box.left, box.right, box.bottom, box.top

    def _object(self, place: int) -> bytes:
        """The address of the object that draws the letter; b"" of one that PDFium made up."""
        return self._object_at(self._places[place])

    def _object_at(self, place: int) -> bytes:
        found = pdfium.FPDFText_GetTextObject(self._raw, place)
        return bytes(found) if found else b""

    def _style(self, place: int) -> Style | None:
        """How the letter is drawn; None of one that PDFium made up."""
        key = self._object(place)
        if not key:
            return None
        if key not in self._styles:
            self._styles[key] = self._read_style(self._places[place])
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
        places = self._places[first : last if tried else first + 1]
        wrong = any(map(self._is_unsaid, places))
        if wrong:
            self._suspect.add(font)
        return not wrong


def _differ(before: Style, after: Style) -> bool:
    return before.font != after.font or abs(before.size - after.size) > 0.05 * before.size


def characters(raw: Any) -> str:
    """One character for each that PDFium counts; those beyond the basic plane are two halves."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return ""
    stored = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(raw, 0, count, stored) == count + 1:
        return "".join(map(chr, stored[:count]))
    return "".join(chr(pdfium.FPDFText_GetUnicode(raw, place)) for place in range(count))
