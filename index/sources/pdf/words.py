"""Words of a PDF page, with their places and looks."""

from dataclasses import dataclass

# The angle of letters that stand upright below each other: as if the page were turned.
DOWN = 7
# A sign that a font draws under the code of a control character: nobody knows which (U+FDD0, kept
# by Unicode for the inner use of programs).
UNKNOWN = "\ufdd0"


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
