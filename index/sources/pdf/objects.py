"""What is drawn on a page, in the order in which it is drawn, and by what it is moved."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from index.sources.pdf.words import Box

# How deep drawings are looked for that stand within others.
_DEEP = 4
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]


class Drawn(NamedTuple):
    """An object of PDFium (FPDF_PAGEOBJECT), its kind, and the matrix that moves it."""

    raw: Any
    kind: int
    matrix: Matrix


def objects_of(page: Any) -> Iterator[Drawn]:
    """All that is drawn on a page (pypdfium2.PdfPage); drawings within drawings as their parts."""
    count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    yield from _within((get(page, place) for place in range(count(page))), _IDENTITY, 0)


def _within(objects: Iterable[Any], matrix: Matrix, deep: int) -> Iterator[Drawn]:
    for one in objects:
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield Drawn(one, kind, matrix)
        elif deep < _DEEP:
            inner = (
                pdfium.FPDFFormObj_GetObject(one, place)
                for place in range(pdfium.FPDFFormObj_CountObjects(one))
            )
            yield from _within(inner, moved(matrix_of(one), matrix), deep + 1)


def matrix_of(one: Any) -> Matrix:
    """The matrix of an object itself."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(one, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def moved(inner: Matrix, outer: Matrix) -> Matrix:
    """Moved by the inner one first, then by the outer one."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def moved_box(box: Box, matrix: Matrix) -> Box:
    """The box around a box that is moved."""
    if matrix == _IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in box[:2] for y in box[2:]]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return Box(min(xs), max(xs), min(ys), max(ys))
