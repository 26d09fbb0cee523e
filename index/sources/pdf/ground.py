"""Where on a page what is drawn later, and on what ground: told by the field, quickly."""

from index.sources.pdf.words import Box

# So many fields along each side of a page.
_FIELDS = 64
_WHITE = (255, 255, 255)

Colour = tuple[int, int, int]


class Ground:
    """A page in fields, and what was drawn last on each: asked while all is drawn in order."""

    def __init__(self, page: Box) -> None:
        self._page = page
        self._last = [[-1] * _FIELDS for _ in range(_FIELDS)]
        self._pictured = [[False] * _FIELDS for _ in range(_FIELDS)]
        self._colours: list[list[Colour | None]] = [[_WHITE] * _FIELDS for _ in range(_FIELDS)]

    def fill(self, box: Box, order: int, colour: Colour | None) -> None:
        """Note what is drawn there, `order` its number; a picture has no one colour."""
        left, right, rows = self._fields(box)
        for row in rows:
            self._last[row][left:right] = [order] * (right - left)
            self._colours[row][left:right] = [colour] * (right - left)
            if colour is None:
                self._pictured[row][left:right] = [True] * (right - left)

    def is_drawn_over(self, box: Box, order: int) -> bool:
        """Whether something that came later may lie over what has that number."""
        left, right, rows = self._fields(box)
        return any(max(self._last[row][left:right], default=-1) > order for row in rows)

    def is_pictured(self, box: Box) -> bool:
        """Whether there may be a picture."""
        left, right, rows = self._fields(box)
        return any(any(self._pictured[row][left:right]) for row in rows)

    def has(self, box: Box, colour: Colour) -> bool:
        """Whether that may be the colour of the ground."""
        left, right, rows = self._fields(box)
        return any(colour in self._colours[row][left:right] for row in rows)

    def _fields(self, box: Box) -> tuple[int, int, range]:
        page = self._page
        left, right = _ends(box.left, box.right, page.left, page.right)
        first, last = _ends(box.bottom, box.top, page.bottom, page.top)
        return left, right, range(first, last)


def _ends(start: float, end: float, first: float, last: float) -> tuple[int, int]:
    """The first field of a stretch, and the one after its last; those at the edges go on."""
    step = max(last - first, 1.0) / _FIELDS
    low, high = (min(max(int((at - first) // step), 0), _FIELDS - 1) for at in (start, end))
    return low, high + 1
