"""Spans side by side that a page sets apart as cells, though no space stands between them."""

import re
from typing import Any

from index.sources.inline import plain
from index.sources.tree import name

# What of a page's own style sheet shows elements of a class as boxes.
_SHEET = re.compile(
    r"\.([\w-]+)\s*\{[^{}]*?display\s*:\s*"
    r"(?:table-cell|block|inline-block|flex|inline-flex|grid|list-item)",
    re.IGNORECASE,
)
_CELL = re.compile(
    r"(?:^|[\s_-])(?:cell|col|column|td|field|label|value|key|name|price|date|time|item|amount"
    r"|unit|count|number|title|author)s?(?:$|[\s_-]|\d)",
    re.IGNORECASE,
)
_CODE = {"code", "pre", "kbd", "samp", "tt", "math"}


class Boxes:
    """Which spans of a page are boxes, by its style sheets and by what their classes say."""

    def __init__(self, root: Any) -> None:
        sheets = root.xpath("//*[local-name()='style']/text()")
        self._classes = {found for sheet in sheets for found in _SHEET.findall(sheet)}

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
        return bool(self._classes.intersection(classes)) or any(map(_CELL.search, classes))


def _is_code(element: Any) -> bool:
    return any(name(outer) in _CODE for outer in element.iterancestors())
