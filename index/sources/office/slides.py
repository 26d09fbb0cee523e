"""Slides (PPTX) by python-pptx: each slide's title, its text, tables, diagrams and notes.

The shapes are walked as the file has them, for python-pptx shows none that newer programs wrapped
in a choice of two ways to say it.
"""

import io
from collections.abc import Iterator
from typing import Any

import pptx
from lxml import etree

from index.sources.loader import Extracted, File, archive
from index.sources.office.drawn import drawn_numbers, level_of, words
from index.sources.office.numbering import numbered
from index.sources.office.usual import usual
from index.sources.omml import local
from index.sources.ooxml import is_strict
from index.sources.rows import joined
from index.text import BELOW_HEADER, HEADER, LeftOut, Missing, Part, reached

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm"
_TITLES = {"title", "ctrTitle"}
# What stands on every slide: its number, its day.
_COUNTED = {"sldNum", "dt"}
_MERGED = ("hMerge", "vMerge")


def read(file: File) -> list[Extracted]:
    """All slides in order; raises Unreadable, and what python-pptx does."""
    held = archive(file.data)  # which checks its size
    names, strict = held.namelist(), is_strict(held.read("ppt/presentation.xml"))
    found = pptx.Presentation(usual(held) if strict else io.BytesIO(file.data))
    deck = _Deck()
    for slide in found.slides:
        deck.take(slide)
    title = found.core_properties.title or None
    remarked = any(one.startswith("ppt/comments/") for one in names)
    remarks = [LeftOut(Missing.COMMENTS)] if remarked else []
    return [Extracted(tuple(deck.parts), title, left_out=(*deck.left_out(), *remarks))]


class _Deck:
    """The blocks of the slides taken so far."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._count = {Missing.PICTURES: 0, Missing.CHARTS: 0}
        self._struck = False
        self._hidden = 0

    def left_out(self) -> Iterator[LeftOut]:
        """What was not taken."""
        for what, count in self._count.items():
            if count:
                yield LeftOut(what, count=count)
        if self._struck:
            yield LeftOut(Missing.STRUCK)
        if self._hidden:
            yield LeftOut(Missing.HIDDEN_SLIDES, count=self._hidden)

    def take(self, slide: Any) -> None:
        """The title first, then all other shapes as they follow each other, then the notes.

        A slide that is hidden is none of what is shown.
        """
        if slide.element.get("show") in {"0", "false"}:
            self._hidden += 1
            return
        shapes = list(_shapes(slide.shapes._spTree))
        for shape in sorted(shapes, key=lambda shape: _place_of(shape) not in _TITLES):
            self.parts += self._of_shape(shape, slide)
        if slide.has_notes_slide:
            for shape in _shapes(slide.notes_slide.shapes._spTree):
                if _place_of(shape) not in _COUNTED and (lines := self._lines(shape)):
                    self.parts.append(Part("\n".join(lines), "note"))

    def _of_shape(self, shape: Any, slide: Any) -> Iterator[Part]:
        place = _place_of(shape)
        self._count[Missing.PICTURES] += local(shape) == "pic"
        self._count[Missing.CHARTS] += any(local(one) == "chart" for one in shape.iter())
        if place in _COUNTED:
            return
        for body in shape.iterfind("{*}txBody"):
            yield from self._text(body, heading=place in _TITLES)
        for table in shape.iter(f"{_DRAWN}tbl"):
            yield from self._table(table)
        for one in shape.iter("{*}relIds"):
            yield from self._diagram(slide.part.related_part(one.get(_DIAGRAM)).blob)

    def _text(self, body: Any, *, heading: bool) -> Iterator[Part]:
        found = [one for one in body.iterfind(f"{_DRAWN}p") if self._words(one).strip()]
        if heading:
            yield Part(" ".join(map(self._words, found)), "heading", 1)
            return
        texts = [
            numbered(number, self._words(one))
            for one, number in zip(found, drawn_numbers(found), strict=True)
        ]
        if len(found) == 1:
            yield Part(texts[0])
        else:
            levels = (1 + level_of(one) for one in found)
            yield from map(lambda text, level: Part(text, "item", level), texts, levels)

    def _table(self, table: Any) -> Iterator[Part]:
        """Its rows; what a merged cell covers keeps its place."""
        named = any(one.get("firstRow") in {"1", "true"} for one in table.iterfind("{*}tblPr"))
        for place, row in enumerate(table.iterfind(f"{_DRAWN}tr")):
            cells = [
                "" if any(cell.get(one) in {"1", "true"} for one in _MERGED)
                else " ".join(self._lines(cell))
                for cell in row.iterfind(f"{_DRAWN}tc")
            ]  # fmt: skip
            level = (BELOW_HEADER if place else HEADER) if named else 0
            above = any(one.get("vMerge") in {"1", "true"} for one in row)
            below = any((one.get("rowSpan") or "1") != "1" for one in row)
            level = reached(level, above=above, below=below)
            yield Part(joined(cells), "row", level)

    def _diagram(self, data: bytes) -> Iterator[Part]:
        """What the boxes of a diagram say, in the order in which they were written."""
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        yield from (Part(self._words(one)) for one in root.iter(f"{_DRAWN}p"))

    def _lines(self, element: Any) -> list[str]:
        return [line for one in element.iter(f"{_DRAWN}p") if (line := self._words(one).strip())]

    def _words(self, paragraph: Any) -> str:
        text, struck = words(paragraph)
        self._struck = self._struck or struck
        return text


def _shapes(tree: Any) -> Iterator[Any]:
    """The shapes, those of groups among them, and of two ways to say one the first that does."""
    for shape in tree:
        kind = local(shape)
        if kind == "grpSp":
            yield from _shapes(shape)
        elif kind == "AlternateContent":
            ways = [list(_shapes(way)) for way in shape]
            yield from next((way for way in ways if any(map(_says, way))), [])
        elif kind in {"sp", "graphicFrame", "pic", "cxnSp"}:
            yield shape


def _says(shape: Any) -> bool:
    return any((one.text or "").strip() for one in shape.iter("{*}t"))


def _place_of(shape: Any) -> str:
    """Which place of the slide's layout it fills; "" of none."""
    found = next(shape.iter("{*}ph"), None)
    return "" if found is None else found.get("type") or "body"
