"""Spans side by side that a page sets apart as cells, though no space stands between them."""

import re
from typing import Any

from index.sources.css import Styles
from index.sources.inline import plain
from index.sources.tree import name

# What a page may say that an element is shown as, if that is a box.
_SHOWN = {"table-cell", "block", "inline-block", "flex", "inline-flex", "grid", "list-item"}
_CELL = re.compile(
    r"(?:^|[\s_-])(?:cell|col|column|td|field|label|value|key|name|price|date|time|item|amount"
    r"|unit|count|number|title|author)s?(?:$|[\s_-]|\d)",
    re.IGNORECASE,
)
_CODE = {"code", "pre", "kbd", "samp", "tt", "math"}


class Boxes:
    """Which spans of a page are boxes, by its style sheets and by what their classes say."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def part(self, element: Any) -> bool:
        """Whether a span stands apart from the one right before it."""
        before = element.getprevious()
        if name(element) != "span" or before is None or name(before) != "span" or before.tail:
            return False
        if not (self._is_box(element) and self._is_box(before)) or _is_code(element):
            return False
        return plain(before)[-1:].isalnum() and plain(element)[:1].isalnum()

    def _is_box(self, span: Any) -> bool:
        classes = (span.get("class") or "").split()
        return self._styles.value(span, "display") in _SHOWN or any(map(_CELL.search, classes))


def _is_code(element: Any) -> bool:
    return any(name(outer) in _CODE for outer in element.iterancestors())
