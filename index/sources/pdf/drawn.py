"""Straight lines that are drawn on a page: its rules, and the edges of its boxes."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from index.sources.pdf.objects import Matrix, matrix_of, moved, objects_of
from index.sources.pdf.words import Box

# A page on which more is drawn is a picture; the same of a single shape, in its corners.
_MOST, _MOST_CORNERS = 12_000, 600
# In points: what is thicker is no rule.
_THICK = 3.0


def rules_of(page: Any) -> list[Box]:
    """The rules on a page (pypdfium2.PdfPage), level or upright; none of one that is a picture."""
    found: list[Box] = []
    shapes = (one for one in objects_of(page) if one.kind == pdfium.FPDF_PAGEOBJ_PATH)
    for count, shape in enumerate(shapes):
        if count >= _MOST or len(found) >= _MOST:
            return []
        found += _rules(shape.raw, shape.matrix)
    return found


def _rules(shape: Any, matrix: Matrix) -> Iterator[Box]:
    """The rules of a shape: itself if it is thin, else the edges that are drawn."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(shape, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    if min(right - left, top - bottom) <= _THICK:
        if _is_painted(shape, filled=True):
            yield _between((left, bottom), (right, top), matrix)
        return
    corners = pdfium.FPDFPath_CountSegments(shape)
    if corners > _MOST_CORNERS or not _is_painted(shape, filled=False):
        return
    turned = moved(matrix_of(shape), matrix)
    for start, end in _edges(shape, corners):
        edge = _between(start, end, turned)
        if min(edge.right - edge.left, edge.top - edge.bottom) <= _THICK / 2:
            yield edge


def _is_painted(shape: Any, *, filled: bool) -> bool:
    """Whether its edges are drawn, or, if that does as well, what is within them."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, fill, stroke)
    return bool(stroke.value or (filled and fill.value))


def _edges(shape: Any, corners: int) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight edges of a shape, from corner to corner."""
    x, y = ctypes.c_float(), ctypes.c_float()
    path: list[tuple[int, tuple[float, float]]] = []
    begun = (0.0, 0.0)
    for place in range(corners):
        segment = pdfium.FPDFPath_GetPathSegment(shape, place)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind, point = pdfium.FPDFPathSegment_GetType(segment), (x.value, y.value)
        begun = point if kind == pdfium.FPDF_SEGMENT_MOVETO else begun
        path.append((kind, point))
        if pdfium.FPDFPathSegment_GetClose(segment):
            path.append((pdfium.FPDF_SEGMENT_LINETO, begun))
    for (_, start), (kind, end) in pairwise(path):
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            yield start, end


def _between(start: tuple[float, float], end: tuple[float, float], matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    xs = sorted(a * x + c * y + e for x, y in (start, end))
    ys = sorted(b * x + d * y + f for x, y in (start, end))
    return Box(xs[0], xs[1], ys[0], ys[1])
