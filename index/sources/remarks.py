"""Remarks that a page keeps at its end (Google Docs): they are not the text, nor their marks."""

import re
from typing import Any

from index.sources.tree import name

_MARK, _REMARK = re.compile(r"cmnt_ref\d+"), re.compile(r"cmnt\d+")


def marks_of(root: Any) -> set[Any]:
    """The marks in the text that lead to a remark: "[a]", raised or not."""
    links = _links(root, _MARK)
    return {*links, *(one.getparent() for one in links if name(one.getparent()) == "sup")}


def remarks_of(root: Any) -> set[Any]:
    """The boxes of the remarks, or their paragraphs where these stand in no box."""
    paragraphs = [link.getparent() for link in _links(root, _REMARK)]
    return {_box(one) for one in paragraphs if one is not None and one is not root}


def _box(paragraph: Any) -> Any:
    around = paragraph.getparent()
    is_box = name(around) == "div" and next(around.iter("{*}p"), None) is paragraph
    return around if is_box else paragraph


def _links(root: Any, kind: "re.Pattern[str]") -> list[Any]:
    """Links of that name to the other end, which a remark and its mark both are."""
    links = (one for one in root.iter("{*}a") if kind.fullmatch(one.get("id") or ""))
    return [one for one in links if (one.get("href") or "").startswith("#cmnt")]
