"""What the text in an element of a page is: the kinds of blocks that its markup states."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from index.sources.css import declared
from index.sources.inline import types
from index.sources.tree import name
from index.text import Kind

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = {"ul", "ol", "menu", "dir", "dl"}
_ITEMS = {"li", "dt", "dd"}
_BLOCKS = {
    *HEADINGS, *_LISTS, *_ITEMS, "address", "article", "aside", "blockquote", "body", "caption",
    "center", "details", "dialog", "div", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hgroup", "hr", "html", "legend", "main", "nav", "p", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr",
}  # fmt: skip
# How the element itself says that it is shown, whatever its name.
_AS_BLOCK = {"block", "flex", "flow-root", "grid", "list-item", "table", "table-cell", "table-row"}
_NOTES = {"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"}
_SOURCES = {"biblioentry"}
_NOTES_CLASS = re.compile(r"(^|\s)(footnotes?|endnotes?|references|footnote-list)(\s|$)", re.I)
_VERSES = {"z3998:verse", "z3998:poem", "verse", "poem"}
_VERSE_CLASS = re.compile(r"(^|\s)(poem|poetry|verse|stanza|lyrics)(\s|$)", re.I)
_QUESTION_CLASS = re.compile(r"question|faq-?q", re.I)


class Frame(NamedTuple):
    """An element that is a block, and what its text is; `kind` is None if as around it."""

    element: Any
    kind: Kind | None
    level: int = 0


def is_block(element: Any) -> bool:
    """Whether its text stands apart from that before and after it."""
    if says_its_note(element):
        return False
    kind, shown = name(element), declared(element.get("style") or "").get("display")
    if kind in {"div", "span"} and shown:
        return shown.value in _AS_BLOCK
    if kind in _BLOCKS or element.get("role") == "heading" or _names_question(element):
        return True
    return "-" in kind and _stands_alone(element)


def _stands_alone(element: Any) -> bool:
    """Whether no text is beside an element of a page's own making, so that it is a box or line."""
    before, parent = element.getprevious(), element.getparent()
    around = [element.tail]
    if before is not None:
        around.append(before.tail)
    elif parent is not None:
        around.append(parent.text)
    return not any(text and text.strip() for text in around)


def is_note(element: Any) -> bool:
    """Whether it is a note of the text, or holds its notes."""
    return bool(types(element) & _NOTES or _NOTES_CLASS.search(element.get("class") or ""))


def says_its_note(element: Any) -> bool:
    """Whether it goes on behind the number or name of its note, as docutils writes them."""
    before, around = element.getprevious(), element.getparent()
    if name(element) != "p" or before is None or name(before) != "span":
        return False
    called = "label" in (before.get("class") or "").split()
    return called and bool(types(around) & (_NOTES | _SOURCES))


def frame_of(element: Any, outer: Sequence[Frame], last: Kind | None) -> Frame:
    """The block's frame in those it stands in, after a block of the kind `last`."""
    kind, classes = name(element), element.get("class") or ""
    if kind in HEADINGS or element.get("role") == "heading":
        return Frame(element, "heading", HEADINGS.get(kind) or _level(element.get("aria-level")))
    if kind == "summary" or _names_question(element):
        return Frame(element, "question")
    if is_note(element):
        return Frame(element, "note")
    if types(element) & _VERSES or _VERSE_CLASS.search(classes):
        return Frame(element, "verse")
    if kind not in _ITEMS or any(frame.kind == "note" for frame in outer):
        return Frame(element, None)
    if kind == "dd" and last == "question":
        return Frame(element, "paragraph")
    return Frame(element, "item", _depth(kind, outer))


def is_over_answer(frame: Frame, inner: Any, *, stressed: bool) -> bool:
    """Whether a text that ends in a question mark is asked as a heading over its answer.

    `inner` is the innermost block it stands in, `stressed` whether all of it is bold or a button.
    """
    if frame.kind == "heading":
        return frame.level > 1
    if frame.kind == "item":
        return stressed or name(frame.element) == "dt"
    called = _QUESTION_CLASS.search(inner.get("class") or "")
    return frame.kind == "paragraph" and (stressed or bool(called))


def _depth(kind: str, outer: Sequence[Frame]) -> int:
    """How deep an item stands; what is said of a term stands one deeper than the term."""
    names = [name(frame.element) for frame in outer]
    return max(sum(one in _LISTS or one == "dd" for one in names) + (kind == "dd"), 1)


def _names_question(element: Any) -> bool:
    """Whether it is the question of an FAQ marked up with schema.org's words."""
    if element.get("itemprop") != "name":
        return False
    owner = next((one for one in element.iterancestors() if one.get("itemtype")), None)
    return owner is not None and str(owner.get("itemtype")).rstrip("/").endswith("/Question")


def _level(text: str | None) -> int:
    return min(max(int(text), 1), 6) if text and text.isdecimal() else 2
