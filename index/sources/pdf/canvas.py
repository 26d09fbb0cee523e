"""A page as it is seen, in points of a picture: what is drawn in a box, and what is not."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from index.sources.pdf.words import Box

# Points of the picture for one of the page, and at most so many on its longer side.
_FINE, _LONGEST = 2.0, 1_200
# Of 255, by which the light of two points may differ that look the same.
_SAME = 2
# And the light of one that is dark.
_DARK = 100
# Bytes of a point: blue, green, red, and one that says nothing.
_BYTES = 4
# So far apart, in points of the page, are the places by which the picture is laid over it.
_FAR = 100_000


class Canvas:
    """A picture of a page (pypdfium2.PdfPage), with what was added to it."""

    def __init__(self, page: Any) -> None:
        sides = page.get_size()
        fine = min(_FINE, _LONGEST / max(*sides, 1.0))
        self._width, self._height = (max(round(side * fine), 1) for side in sides)
        self._data = self._drawn(page.raw)
        self._corner = self._place(page.raw, 0, 0)
        far = self._place(page.raw, _FAR, 0), self._place(page.raw, 0, _FAR)
        self._steps = [[(to - at) / _FAR for to, at in zip(one, self._corner, strict=True)]
                       for one in far]  # fmt: skip

    def looks_like(self, other: "Canvas", box: Box) -> bool:
        """Whether another picture of the page shows the same in the box."""
        for row in self._rows(box):
            one, two = self._data[row], other._data[row]
            if one != two and any(abs(a - b) > _SAME for a, b in zip(one, two, strict=True)):
                return False
        return True

    def is_plain(self, box: Box) -> bool:
        """Whether there is nothing in the box but one colour."""
        first = b""
        for row in self._rows(box):
            points = self._data[row]
            first = first or points[:_BYTES]
            even = first * (len(points) // _BYTES)
            if points != even and any(
                abs(a - b) > _SAME for a, b in zip(points, even, strict=True)
            ):
                return False
        return True

    def is_black(self, box: Box) -> bool:
        """Whether there is nothing but one dark colour."""
        first = next((self._data[row][: _BYTES - 1] for row in self._rows(box)), b"")
        return bool(first) and max(first) < _DARK and self.is_plain(box)

    def _drawn(self, page: Any) -> bytes:
        width, height = self._width, self._height
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
        if not bitmap:
            raise MemoryError
        _put_notes_aside(page)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        self._stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), self._stride * height)
        pdfium.FPDFBitmap_Destroy(bitmap)
        return data

    def _place(self, page: Any, x: float, y: float) -> tuple[int, int]:
        """Where a place of the page is in the picture."""
        found = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, self._width, self._height, 0, x, y, *found)
        return found[0].value, found[1].value

    def _rows(self, box: Box) -> Iterator[slice]:
        """Where the points in the box are, row by row; none of what is beyond the edges."""
        left, right, bottom, top = box
        x, y = self._corner
        (ax, ay), (bx, by) = self._steps
        if ay or bx:  # turned
            across, up = sorted((bx * bottom, bx * top)), sorted((ay * left, ay * right))
        else:
            across, up = sorted((ax * left, ax * right)), sorted((by * bottom, by * top))
        begin, end = max(int(x + across[0]), 0), min(int(x + across[1]) + 1, self._width)
        if begin < end:
            for row in range(max(int(y + up[0]), 0), min(int(y + up[1]) + 1, self._height)):
                start = row * self._stride
                yield slice(start + _BYTES * begin, start + _BYTES * end)


def _put_notes_aside(page: Any) -> None:
    """The sign of a commentator's note lies over words, and may be moved."""
    for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_TEXT:
            pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_HIDDEN)
        pdfium.FPDFPage_CloseAnnot(annotation)
