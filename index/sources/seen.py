"""What of marked-up text its reader sees, and takes for text."""

from typing import Any

from index.sources.css import Styles
from index.sources.hidden import Hidden
from index.sources.spans import Boxes
from index.sources.withdrawn import Left, Withdrawn
from index.text import Missing


class Seen:
    """What the page that `root` is of says of its elements, by their names and its styles."""

    def __init__(self, root: Any) -> None:
        styles = Styles(root)
        self.hidden = Hidden(root, styles)
        self.boxes = Boxes(styles)
        self._withdrawn = Withdrawn(root, styles)

    def left(self, element: Any) -> Left | None:
        """What is left out with the element; None if it is text."""
        if self.hidden(element):
            return Left(Missing.HIDDEN if self.hidden.puts_away(element) else None, element)
        return self._withdrawn.named(element)
