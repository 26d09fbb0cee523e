"""The numbers that a browser writes before the items of a list (HTML, `ol`)."""

import re
from typing import Any

from index.sources.css import declared
from index.sources.inline import types
from index.sources.numerals import numeral
from index.sources.tree import name

_NUMBER = re.compile(r"\s*([+-]?\d{1,9})")
_UNSEEN_CLASS = re.compile(r"unstyled|no-?bullets?|list-none|plainlist|hlist", re.IGNORECASE)
_STYLE = re.compile(r"\b(lower|upper)-(alpha|latin|roman)\b")
# As docutils and AsciiDoc call them.
_STYLE_CLASS = re.compile(r"(?:^|\s)(lower|upper)(alpha|roman)(?:$|\s)", re.IGNORECASE)
# Lists of notes, whose marks in the text say which is which; ways through a book.
_NOT_IN = {"nav"}


def numbers_of(ordered: Any) -> dict[Any, str]:
    """What stands before each item of an ordered list; nothing where its style says so."""
    if _is_unseen(ordered) or any(name(one) in _NOT_IN for one in ordered.iterancestors()):
        return {}
    items = [one for one in ordered if name(one) == "li"]
    step = -1 if ordered.get("reversed") is not None else 1
    count = _stated(ordered.get("start"), 1 if step > 0 else len(items))
    found, kind = {}, _kind(ordered)
    for item in items:
        count = _stated(item.get("value"), count)
        if not _is_unseen(item):
            found[item] = f"{numeral(count, item.get('type') or kind)}. "
        count += step
    return found


def _kind(ordered: Any) -> str:
    """The kind of its numbers, as the attribute `type` calls it."""
    shown = _STYLE.search(_list_style(ordered))
    shown = shown or _STYLE_CLASS.search(ordered.get("class") or "")
    if not shown:
        return ordered.get("type") or "1"
    letter = "i" if shown[2].lower() == "roman" else "a"
    return letter.upper() if shown[1].lower() == "upper" else letter


def _stated(text: str | None, otherwise: int) -> int:
    stated = _NUMBER.match(text or "")
    return int(stated[1]) if stated else otherwise


def _is_unseen(element: Any) -> bool:
    if "none" in _list_style(element).split() or "list" in types(element):
        return True
    return bool(_UNSEEN_CLASS.search(element.get("class") or ""))


def _list_style(element: Any) -> str:
    said = declared(element.get("style") or "").get("list-style")
    return said.value if said else ""
