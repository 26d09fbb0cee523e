"""Texts of a page of which it is not sure that they are seen: told by how and when they are drawn.

That costs little, and most pages have none; a look at the others tells (see `unseen`).
"""

import ctypes
import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from index.sources.pdf.ground import Colour, Ground
from index.sources.pdf.objects import Drawn, Matrix, matrix_of, moved, moved_box, objects_of
from index.sources.pdf.words import Box

# In points: letters of that size are a speck, on a page that is so many times as long as they are;
# and what is thinner covers no letter.
_SPECK, _SPECKS, _THIN = 1.0, 500, 2.0
# In points of a picture: 600 an inch of a page of paper are fewer.
_HEAVY = 40_000_000
# Of 255: what is as light as that may look white, and what is as clear like nothing at all.
_LIGHT, _CLEAR = 240, 16
# What is added to a page and may lie over its text; the sign of a note may be moved.
_OVER = {
    pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_LINE, pdfium.FPDF_ANNOT_INK, pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_REDACT,
}  # fmt: skip
_PAINTED = {pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_STROKE,
            pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE}  # fmt: skip


class Doubt(NamedTuple):
    """A text of PDFium (FPDF_PAGEOBJECT) that may not be seen.

    `order` is its number among all that is drawn, `size` in points. `over` says that something
    drawn later may lie over it, `speck` that it is too small for any eye; `painted` is false of
    letters without colour, as a program lays them over the picture that it read.
    """

    raw: Any
    order: int
    size: float
    upright: bool
    painted: bool
    speck: bool
    over: bool = False


class _Text(NamedTuple):
    doubt: Doubt
    box: Box
    hidden: bool


def doubtful(page: Any) -> tuple[dict[bytes, Doubt], Ground]:
    """The texts of a page (pypdfium2.PdfPage), by their address, and their ground."""
    left, bottom, right, top = page.get_bbox()
    whole = Box(left, right, bottom, top)
    ground, texts, order = Ground(whole), [], 0
    for order, drawn in enumerate(objects_of(page)):
        if drawn.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(_text(drawn, order, ground, whole))
        elif drawn.kind == pdfium.FPDF_PAGEOBJ_PATH:
            if (box := _shape(drawn)) is not None:
                ground.fill(box, order, _colour(drawn.raw)[0])
        elif _is_heavy(drawn):
            return {}, ground
        else:
            ground.fill(moved_box(_bounds(drawn.raw), drawn.matrix), order, None)
    for box in _added(page):
        ground.fill(box, order + 1, (0, 0, 0))
    return {bytes(one.raw): one for one in _doubts(texts, ground)}, ground


def _text(drawn: Drawn, order: int, ground: Ground, page: Box) -> _Text | None:
    """The text as it is drawn; None of one through whose letters something else is seen."""
    mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn.raw)
    painted = mode in _PAINTED
    if not (painted or mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE):
        return None
    bounds = _bounds(drawn.raw)
    box = moved_box(bounds, drawn.matrix)
    size, upright = _size(drawn.raw, drawn.matrix)
    least = min(_SPECK, max(page.right - page.left, page.top - page.bottom) / _SPECKS)
    speck = size < least and box.top - box.bottom < least and _is_named(drawn.raw)
    colour, clear = _colour(drawn.raw)
    same = painted and (clear or min(colour) >= _LIGHT or ground.has(box, colour))
    hidden = speck or same or _is_cut(drawn.raw, bounds)
    return _Text(Doubt(drawn.raw, order, size, upright, painted, speck), box, hidden)


def _doubts(texts: Sequence[_Text | None], ground: Ground) -> Iterator[Doubt]:
    """Those in doubt; of one that is drawn again in its place PDFium only tells the first."""
    sure: set[tuple[int, int]] = set()
    for text in reversed(texts):
        if text is None:
            continue
        doubt = text.doubt._replace(over=ground.is_drawn_over(text.box, text.doubt.order))
        x, y = round(text.box.left), round(text.box.bottom)
        if text.hidden or doubt.over or not (doubt.painted or ground.is_pictured(text.box)):
            if not any((x + dx, y + dy) in sure for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
                yield doubt
        elif doubt.painted:
            sure.add((x, y))


def _shape(drawn: Drawn) -> Box | None:
    """The box of a shape that may cover letters; None of thin lines and of frames."""
    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(drawn.raw, fill, stroke)
    if not fill.value:
        pdfium.FPDFPageObj_GetStrokeWidth(drawn.raw, width)
        a, b = moved(matrix_of(drawn.raw), drawn.matrix)[:2]
        if not stroke.value or width.value * math.hypot(a, b) < _THIN:
            return None
    box = moved_box(_bounds(drawn.raw), drawn.matrix)
    return box if min(box.right - box.left, box.top - box.bottom) >= _THIN else None


def _is_heavy(drawn: Drawn) -> bool:
    """Whether it is a picture that may be too large to be unpacked: nobody looks at its page."""
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    if drawn.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        pdfium.FPDFImageObj_GetImagePixelSize(drawn.raw, wide, high)
    return wide.value * high.value > _HEAVY


def _bounds(one: Any) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(one, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return Box(left, right, bottom, top)


def _colour(one: Any) -> tuple[Colour, bool]:
    """The colour that it is filled with, and whether that is clear as glass."""
    parts = [ctypes.c_uint(0) for _ in range(3)] + [ctypes.c_uint(255)]
    pdfium.FPDFPageObj_GetFillColor(one, *parts)
    red, green, blue, opaque = (part.value for part in parts)
    return (red, green, blue), opaque < _CLEAR


def _size(text: Any, outer: Matrix) -> tuple[float, bool]:
    """The size of its letters in points, and whether its lines are level."""
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(text, size)
    a, b, c, d, _, _ = moved(matrix_of(text), outer)
    return abs(size.value) * math.hypot(c, d), abs(b) < a / 100 and abs(c) < d


def _is_named(text: Any) -> bool:
    """Whether its font has a name: others are drawn on the page, and of any size themselves."""
    font = pdfium.FPDFTextObj_GetFont(text)
    return bool(pdfium.FPDFFont_GetBaseFontName(font, None, 0) > 1)


def _is_cut(text: Any, bounds: Box) -> bool:
    """Whether only a part of it may be within the paths by which it is clipped."""
    clip = pdfium.FPDFPageObj_GetClipPath(text)
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(max(pdfium.FPDFClipPath_CountPaths(clip), 0)):
        xs, ys = [], []
        for place in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, place)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs and not (
            min(xs) <= bounds.left + _THIN and bounds.right - _THIN <= max(xs)
            and min(ys) <= bounds.bottom + _THIN and bounds.top - _THIN <= max(ys)
        ):  # fmt: skip
            return True
    return False


def _added(page: Any) -> list[Box]:
    """Where something that was added to the page may lie over its text."""
    found = []
    rect = pdfium.FS_RECTF()
    for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        if pdfium.FPDFAnnot_GetSubtype(annotation) in _OVER:
            pdfium.FPDFAnnot_GetRect(annotation, rect)
            found.append(Box(rect.left, rect.right, rect.bottom, rect.top))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found
