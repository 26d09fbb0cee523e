"""Letters of a page that nobody can see: covered, white on white, clipped away, without colour.

Where there is doubt the page is drawn twice, with the texts in doubt and without: a letter that
makes no difference is none of the page's. What a program read from a picture, and laid over or
under it, is; and all that is in doubt still.
"""

import ctypes
import re
import time
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby
from typing import Any, NamedTuple
from unicodedata import category, normalize

import pypdfium2.raw as pdfium

from index.sources.pdf.canvas import Canvas
from index.sources.pdf.doubtful import Doubt, doubtful
from index.sources.pdf.ground import Ground
from index.sources.pdf.words import Box

# The part of letters, in sizes from their line up, in which each of them has ink; what lies over
# the rest may be too low, or too high, to hide all of it.
_LOW, _HIGH = 0.05, 0.45
# Letters beyond these need a font of the file's own to be drawn.
_COMMON = "\u0250"
# So few hidden letters in the middle of a word are none.
_FEW = 2
# The share of the letters of a page that a picture lies over if it is a picture of the page.
_MOST = 0.5
# So long, of computing, the pages of a file are looked at.
_SECONDS = 5.0
_WORD = re.compile(r"\S+")


class _Letter(NamedTuple):
    """A letter in doubt: its place in the text, its box, and the part of it that has ink.

    `drawable` says that there is a font to draw it with.
    """

    place: int
    doubt: Doubt
    box: Box
    core: Box
    drawable: bool


class Sight:
    """Looks at the pages of a file; when its time is up it takes all letters for seen."""

    def __init__(self) -> None:
        self._spent = 0.0

    def unseen(self, page: Any, textpage: Any, text: str) -> frozenset[int]:
        """The places in the text of a page of the letters that are not seen.

        The page is one of pypdfium2 (PdfPage), `textpage` of PDFium (FPDF_TEXTPAGE), `text` what
        that holds, a character for each that it counts.
        """
        if self._spent > _SECONDS:
            return frozenset()
        start = time.process_time()
        found = _unseen(page, textpage, text)
        self._spent += time.process_time() - start
        return found


def _unseen(page: Any, textpage: Any, text: str) -> frozenset[int]:
    doubts, ground = doubtful(page)
    letters = [*_letters(textpage, text, doubts)] if doubts else []
    found = {one.place for one in letters if one.doubt.speck}
    painted = [one for one in letters if one.doubt.painted and not one.doubt.speck]
    clear = [one for one in letters if not one.doubt.painted and not one.doubt.speck]
    if painted or clear:
        shown = Canvas(page)
        found |= _on_plain_ground(clear, shown, ground)
        if gone := _without_trace(painted, page, shown):
            found |= _not_of_a_scan(gone, shown, len("".join(text.split())))
    return frozenset(_sure(found, text))


def _letters(textpage: Any, text: str, doubts: Mapping[bytes, Doubt]) -> Iterator[_Letter]:
    for place, letter in enumerate(text):
        drawn = pdfium.FPDFText_GetTextObject(textpage, place)
        doubt = doubts.get(bytes(drawn)) if drawn and not letter.isspace() else None
        if doubt is None:
            continue
        rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetLooseCharBox(textpage, place, rect)
        box = core = Box(rect.left, rect.right, rect.bottom, rect.top)
        if doubt.upright and _has_core(letter):
            pdfium.FPDFText_GetCharOrigin(textpage, place, x, y)
            low, high = (y.value + part * doubt.size for part in (_LOW, _HIGH))
            core = Box(box.left, box.right, low, high)
        font = pdfium.FPDFTextObj_GetFont(doubt.raw)
        drawable = letter < _COMMON or pdfium.FPDFFont_GetIsEmbedded(font) == 1
        yield _Letter(place, doubt, box, core, drawable)


def _has_core(letter: str) -> bool:
    """Whether it is drawn on the line: not so what is raised, as in 1ª, or a mark."""
    known = letter.isalnum() and category(letter) != "Lm"
    return known and normalize("NFKC", letter) == letter


def _without_trace(letters: Sequence[_Letter], page: Any, shown: Canvas) -> list[_Letter]:
    """Of letters that are drawn in a colour those without which the page looks the same.

    What something may lie over is left out by itself: that may be another text.
    """
    found: list[_Letter] = []
    for over in (True, False):
        some = [one for one in letters if one.doubt.over == over and one.drawable]
        if some:
            bare = _without(some, page)
            found += (one for one in some if shown.looks_like(bare, one.core))
    return found


def _without(letters: Sequence[_Letter], page: Any) -> Canvas:
    """The page as it looks without the texts of these letters."""
    texts = {bytes(one.doubt.raw): one.doubt.raw for one in letters}.values()
    for text in texts:
        pdfium.FPDFPageObj_SetIsActive(text, False)
    bare = Canvas(page)
    for text in texts:
        pdfium.FPDFPageObj_SetIsActive(text, True)
    return bare


def _not_of_a_scan(letters: Sequence[_Letter], shown: Canvas, count: int) -> set[int]:
    """The letters but for those under a picture of the page, if most of the page is under it."""
    pictured = {one.place for one in letters if not shown.is_plain(one.box)}
    under = pictured if len(pictured) > _MOST * count else set()
    return {one.place for one in letters} - under


def _on_plain_ground(letters: Sequence[_Letter], shown: Canvas, ground: Ground) -> set[int]:
    """Of letters without colour those where nothing is that they could be read from.

    Over a picture those that are blackened; elsewhere texts of which all is on plain ground.
    """
    found: set[int] = set()
    for _, group in groupby(letters, key=lambda one: one.doubt.order):
        text = [*group]
        if any(ground.is_pictured(one.box) for one in text):
            found |= {one.place for one in text if shown.is_black(one.core)}
        elif all(shown.is_plain(one.core) for one in text):
            found |= {one.place for one in text}
    return found


def _sure(found: Set[int], text: str) -> Iterator[int]:
    """Without single letters in the middle of words that are seen."""
    for word in _WORD.finditer(text) if found else ():
        places = range(*word.span())
        seen = any(text[at].isalnum() for at in places if at not in found)
        for hidden, group in groupby(places, key=lambda at: at in found):
            run = [*group]
            if hidden and not (seen and sum(text[at].isalnum() for at in run) < _FEW):
                yield from run
