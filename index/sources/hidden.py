"""What of marked-up text its reader never sees."""

import re
from typing import Any

from index.sources.inline import plain, types
from index.sources.tree import name

_NEVER = {
    "applet", "audio", "base", "canvas", "embed", "frameset", "head", "iframe", "link", "meta",
    "noembed", "noframes", "noscript", "object", "param", "script", "style", "template", "track",
    "video", "annotation", "annotation-xml",
}  # fmt: skip
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# For the ears only; numbers of printed pages and of lines; what the editor of a wiki needs.
_CLASSES = {
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
    "show-for-sr", "a11y-hidden", "katex-html", "pagenum", "pageno", "x-ebookmaker-pageno",
    "linenos", "lineno", "linenodiv", "gutter", "mw-editsection", "noprint",
}  # fmt: skip
_JUMPS = {"footnote-back", "footnote-backref", "reversefootnote", "mw-cite-backlink", "headerlink"}
_JUMP_SIGN = re.compile(r"[¶#§^↩↑⏎↵🔗️︎\s]*")
# What opens something on the page, and how it says what.
_OPENERS = ("aria-controls", "data-target", "data-bs-target", "href")


class Hidden:
    """Whether an element of the tree is hidden; what a press on the page opens is not."""

    def __init__(self, root: Any) -> None:
        self._opened: set[str] = set()
        for element in root.iter("*"):
            for attribute in _OPENERS:
                self._opened.update(_targets(attribute, element.get(attribute) or ""))

    def __call__(self, element: Any) -> bool:
        """Whether its reader sees nothing of the element."""
        kind = name(element)
        if kind in _NEVER or (kind == "title" and name(element.getparent()) == "svg"):
            return True
        if kind in {"dialog", "case"} and element.get("open") is None:
            return True
        if _CLASSES & set((element.get("class") or "").lower().split()):
            return True
        if _is_jump(element) or "pagebreak" in types(element):
            return True
        return _is_put_away(element) and element.get("id") not in self._opened


def _is_put_away(element: Any) -> bool:
    if element.get("hidden") not in {None, "until-found"}:
        return True
    return bool(_UNSEEN.search(element.get("style") or ""))


def _is_jump(element: Any) -> bool:
    """Whether it is a sign to press, beside a heading or a note."""
    if _JUMPS & set((element.get("class") or "").split()) or "backlink" in types(element):
        return True
    leads = name(element) == "a" and (element.get("href") or "").startswith("#")
    return leads and bool(_JUMP_SIGN.fullmatch(plain(element))) and not len(element)


def _targets(attribute: str, value: str) -> list[str]:
    if attribute == "aria-controls":
        return value.split()
    return [value[1:]] if value.startswith("#") and len(value) > 1 else []
