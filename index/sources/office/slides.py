"""Slides (PPTX) by python-pptx: each slide's title, its text, tables and notes."""

import io
from collections.abc import Iterator
from typing import Any

import pptx

from index.sources.loader import Extracted, File, archive
from index.text import BELOW_HEADER, HEADER, Part


def read(file: File) -> list[Extracted]:
    """All slides in order; raises Unreadable, and what python-pptx does."""
    archive(file.data)  # which checks its size
    found = pptx.Presentation(io.BytesIO(file.data))
    parts: list[Part] = []
    pictures = 0
    for slide in found.slides:
        shapes = sorted(_flat(slide.shapes), key=lambda shape: shape != slide.shapes.title)
        pictures += sum(hasattr(shape, "image") for shape in shapes)
        for shape in shapes:
            parts.extend(_parts(shape, heading=shape == slide.shapes.title))
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            parts.append(Part(slide.notes_slide.notes_text_frame.text, "note"))
    left_out = (f"{pictures} pictures",) if pictures else ()
    return [Extracted(tuple(parts), found.core_properties.title or None, left_out=left_out)]


def _flat(shapes: Any) -> Iterator[Any]:
    """The shapes, those of groups among them."""
    for shape in shapes:
        yield from _flat(shape.shapes) if hasattr(shape, "shapes") else [shape]


def _parts(shape: Any, *, heading: bool) -> Iterator[Part]:
    if shape.has_text_frame:
        paragraphs = [one for one in shape.text_frame.paragraphs if one.text.strip()]
        if heading:
            yield Part(" ".join(one.text for one in paragraphs), "heading", 1)
        elif len(paragraphs) == 1:
            yield Part(paragraphs[0].text)
        else:
            yield from (Part(one.text, "item", one.level + 1) for one in paragraphs)
    if getattr(shape, "has_table", False):
        first = shape.table.first_row
        for place, row in enumerate(shape.table.rows):
            cells = [cell.text for cell in row.cells if not cell.is_spanned]
            level = (BELOW_HEADER if place else HEADER) if first else 0
            yield Part(" | ".join(filter(None, cells)), "row", level)
