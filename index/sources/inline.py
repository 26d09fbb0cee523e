"""What stands raised, lowered or beside other letters, written in one line of text."""

import re
from typing import Any

import regex

from index.sources import shifted
from index.sources.mathml import formula
from index.sources.tree import name

_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[a-z]{1,4}|[*†‡§]{1,3})[\])]?")
_NOTE_CLASS = re.compile(r"(?:^|\s)(?:footnote-?ref(?:erence)?|note-?ref)(?:$|\s)", re.IGNORECASE)
# Readings in letters that need spaces between their words.
_LATIN = re.compile(r"[a-zà-ɏ]", re.IGNORECASE)
_ONE_SIGN = regex.compile(r"\X")
_EMOJI = regex.compile(r"\p{Emoji_Presentation}|\p{Emoji}\ufe0f")
_TYPE = "{http://www.idpf.org/2007/ops}type"


def plain(element: Any) -> str:
    """All text inside the element, in one line."""
    return " ".join(str(element.xpath("string()")).split())


def types(element: Any) -> set[str]:
    """What EPUB's `epub:type` and the `role`s of DPUB-ARIA call the element."""
    role = (element.get("role") or "").removeprefix("doc-")
    return {*(element.get(_TYPE) or element.get("epub:type") or "").split(), role}


def as_text(element: Any, before: str) -> str | None:
    """What stands in a line for an element that is read as a whole; None for any other.

    `before` is what stands there already.
    """
    kind = name(element)
    called = kind == "span" and bool(_NOTE_CLASS.search(element.get("class") or ""))
    if (kind in {"a", "sup"} or called) and (mark := note_mark(element)):
        return mark
    if kind == "sup":
        return raised(element, before)
    if kind == "sub":
        return lowered(element)
    if kind == "ruby":
        return ruby(element)
    if kind == "math":
        return formula(element)
    if kind == "img":
        return _pictured(element)
    if kind == "input":
        return " "
    return None


def note_mark(element: Any) -> str | None:
    """The mark of a note that the element, an `a` or `sup`, is: "[2]"; None if it is none.

    In brackets, for a bare digit would join the number before it.
    """
    text = plain(element)
    links = [element] if name(element) == "a" else element.xpath(".//*[local-name()='a']")
    named = any(types(link) & {"noteref", "biblioref"} for link in (element, *links))
    classed = bool(_NOTE_CLASS.search(element.get("class") or ""))
    raised = classed or name(element) == "sup" or bool(element.xpath("*[local-name()='sup']"))
    inside = any("#" in (link.get("href") or "") for link in links)
    inside = inside or classed
    if not text or not (named or (raised and inside and _NOTE_MARK.fullmatch(text))):
        return None
    return text if text[0] in "[(" else f"[{text}]"


def raised(element: Any, before: str) -> str:
    """What a `sup` says after the text `before` it."""
    return shifted.raised(_whole(element), before)


def lowered(element: Any) -> str:
    """What a `sub` says."""
    return shifted.lowered(_whole(element))


def _whole(element: Any) -> str:
    return re.sub(r"\s+", " ", str(element.xpath("string()")))


def ruby(element: Any) -> str:
    """The characters, then in brackets how they are read: 東京(とうきょう)."""
    found: dict[str, list[str]] = {"": [], "rt": [], "rp": []}
    for text in element.xpath(".//text()"):
        owner = text.getparent().getparent() if text.is_tail else text.getparent()
        found[_role(owner, element)].append(str(text))
    spoken = [" ".join(text.split()) for text in found["rt"] if text.strip()]
    reading = (" " if _LATIN.search("".join(spoken)) else "").join(spoken)
    opening, closing = ([mark for mark in found["rp"] if mark.strip()] + ["(", ")"])[:2]
    return "".join(found[""]) + (f"{opening}{reading}{closing}" if reading else "")


def _role(node: Any, ruby: Any) -> str:
    """`rt` or `rp` if the node is one of the ruby's, or in one; else ""."""
    while node is not ruby and name(node) not in {"rt", "rp"}:
        node = node.getparent()
    return "" if node is ruby else name(node)


def _pictured(image: Any) -> str:
    """An emoji, or a first letter drawn large; a space of any other picture."""
    alt = (image.get("alt") or "").strip()
    after = image.tail or image.getparent().tail or ""
    is_letter = alt.isalpha() and after[:1].isalpha()
    return alt if _ONE_SIGN.fullmatch(alt) and (is_letter or _EMOJI.match(alt)) else " "
