"""What of marked-up text its reader never sees."""

import re
from typing import Any

from index.sources.css import Styles
from index.sources.frames import is_block
from index.sources.inline import plain, types
from index.sources.remarks import marks_of
from index.sources.tree import name

_NEVER = {
    "applet", "audio", "base", "canvas", "embed", "frameset", "head", "iframe", "link", "meta",
    "noembed", "noframes", "noscript", "object", "param", "script", "style", "track",
    "video", "annotation", "annotation-xml",
}  # fmt: skip
# Words for the ears only.
_SPOKEN = {
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
    "show-for-sr", "a11y-hidden",
}  # fmt: skip
# What is drawn in the stead of a formula; numbers of printed pages and lines; a wiki's buttons.
_CLASSES = _SPOKEN | {
    "katex-html", "pagenum", "pageno", "x-ebookmaker-pageno", "linenos", "lineno", "linenodiv",
    "mw-editsection",
}  # fmt: skip
# Boxes, between the words before and after them.
_BOXES = {"applet", "audio", "canvas", "embed", "iframe", "object", "video"}
_JUMPS = {
    "footnote-back", "footnote-backref", "reversefootnote", "mw-cite-backlink", "headerlink",
    "backrefs",
}  # fmt: skip
_JUMP_SIGN = re.compile(r"[¶#§^↩↑⏎↵🔗️︎\u200b\s]*")
# What a note is called in the text, where its way back stands before what it says.
_MARK = re.compile(r"\W*(?:\d{1,4}|[*†‡§]{1,3})\W*")
# Scripts that do something, and may show what a style sheet hides.
_RUNS = re.compile(r"(?:module|(?:text|application)/(?:java|ecma)script.*)?", re.IGNORECASE)
# What opens something on the page, and how it says what.
_OPENERS = ("aria-controls", "data-target", "data-bs-target", "href")


class Hidden:
    """Whether an element of the tree is hidden; what a press on the page opens is not."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._marks = marks_of(root)
        self._is_still = not _is_moved(root)
        self._opened: set[str] = set()
        for element in root.iter("*"):
            for attribute in _OPENERS:
                self._opened.update(_targets(attribute, element.get(attribute) or ""))

    def __call__(self, element: Any) -> bool:
        """Whether its reader sees nothing of the element."""
        kind = name(element)
        if kind == "template":
            return not _is_shown(element)
        if kind in _NEVER or (kind == "title" and name(element.getparent()) == "svg"):
            return True
        if kind in {"dialog", "case"} and element.get("open") is None:
            return True
        classes = set((element.get("class") or "").lower().split())
        if _CLASSES & classes or (kind == "td" and "gutter" in classes):
            return True
        if _is_jump(element) or element in self._marks or "pagebreak" in types(element):
            return True
        return self.puts_away(element) and element.get("id") not in self._opened

    def puts_away(self, element: Any) -> bool:
        """Whether the page says of the very element that it is not to be seen, for now.

        What a style sheet says of it counts only where no script may say otherwise.
        """
        if "tabpanel" in types(element):
            return False
        if element.get("hidden") not in {None, "until-found"}:
            return self._styles.value(element, "display") in {"", "none"}
        if self._styles.hides_itself(element):
            return True
        return self._is_still and self._styles.hides(element)


def leaves_a_gap(element: Any) -> bool:
    """Whether what stands before a hidden element and after it are two words all the same."""
    return name(element) in _BOXES or bool(_SPOKEN & set((element.get("class") or "").split()))


def _is_shown(template: Any) -> bool:
    """Whether a template is the shadow tree of the element around it: what is shown of that."""
    return template.get("shadowrootmode") in {"open", "closed"}


def _is_moved(root: Any) -> bool:
    """Whether scripts act on the page."""
    scripts = root.getroottree().iter("{*}script")
    if any(_RUNS.fullmatch(one.get("type") or "") for one in scripts):
        return True
    return bool(root.xpath("boolean(//*/@onclick)"))


def _is_jump(element: Any) -> bool:
    """Whether it is a sign to press, beside a heading or a note."""
    if _JUMPS & set((element.get("class") or "").split()):
        return True
    if "backlink" in types(element):
        return not _is_mark(element)
    leads = name(element) == "a" and (element.get("href") or "").startswith("#")
    return leads and bool(_JUMP_SIGN.fullmatch(plain(element))) and not len(element)


def _is_mark(link: Any) -> bool:
    """Whether a way back is what its note is called in the text, and begins with: "[1]"."""
    text = plain(link)
    if "label" in (link.getparent().get("class") or "").split():
        return not _JUMP_SIGN.fullmatch(text)
    block = next(filter(is_block, link.iterancestors()), link)
    return bool(_MARK.fullmatch(text)) and plain(block).lstrip("[(").startswith(text)


def _targets(attribute: str, value: str) -> list[str]:
    if attribute == "aria-controls":
        return value.split()
    return [value[1:]] if value.startswith("#") and len(value) > 1 else []
