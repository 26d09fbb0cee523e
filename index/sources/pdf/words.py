"""Words of a PDF page, with their places and looks."""

from dataclasses import dataclass
from typing import NamedTuple

# The angle of letters that stand upright below each other: as if the page were turned.
DOWN = 7
# A sign that a font draws under the code of a control character: nobody knows which (U+FDD0, kept
# by Unicode for the inner use of programs).
UNKNOWN = "\ufdd0"


class Box(NamedTuple):
    """A box, in points; y goes up. A rule is one that is long and thin."""

    left: float
    right: float
    bottom: float
    top: float

    def turned(self, quarters: int) -> "Box":
        """The box when the page is turned clockwise by so many quarters."""
        left, right, bottom, top = self
        if quarters == 1:
            return Box(bottom, top, -right, -left)
        if quarters == 2:
            return Box(-right, -left, -top, -bottom)
        if quarters == 3:
            return Box(-top, -bottom, left, right)
        return self

    def mirrored(self) -> "Box":
        """The box in a mirror, where left is right."""
        return Box(-self.right, -self.left, self.bottom, self.top)


class Cell(NamedTuple):
    """A box of a table, in points; `table` tells the tables of a page apart."""

    box: Box
    table: int


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
    `legible` says that its font says which letters it draws, `hidden` that nobody sees them there,
    `cell` where in a ruled table it stands.
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
    hidden: bool = False
    cell: Cell | None = None

    @property
    def size(self) -> float:
        """The size of its letters, in points."""
        return self.style.size
