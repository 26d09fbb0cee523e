"""What a page states of how its elements are shown, in its style sheets and in the elements."""

import re
from collections.abc import Mapping
from typing import Any

from index.sources.css.cascade import applied
from index.sources.css.declarations import Declaration, declared, unseen
from index.sources.css.rules import Rule, rules_of
from index.sources.tree import name, named

# In letters, all sheets of a page together; to read more takes too long.
_LONGEST = 500_000
# And so many selectors for what is read here.
_MOST = 5_000
# Fonts and pictures that stand in a sheet.
_DATA = re.compile(r"data:[^\s\"'()]{200,}")
# What browsers pass over, and what they copy from.
_UNREAD = {"noscript", "template"}


class Styles:
    """What a page states of the kinds in `index.sources.css.declarations`.

    Sheets that take too long to read or to apply are as if they were not there.
    """

    def __init__(self, root: Any) -> None:
        self._ruled = _ruled(root.getroottree().getroot())

    def value(self, element: Any, kind: str) -> str:
        """What the element itself, or else a rule, states of the property; "" if none does."""
        said = self._own(element, kind) or self._ruled_of(element).get(kind)
        return said.value if said else ""

    def hides(self, element: Any) -> bool:
        """Whether a rule hides the element, and none would show it once something is pressed."""
        ruled = self._ruled_of(element)
        return any(not self._own(element, kind) for kind in unseen(ruled))

    def hides_itself(self, element: Any) -> bool:
        """Whether the element's own style hides it, and no rule shows it all the same."""
        return any(self._own(element, kind) for kind in unseen(_stated_in(element)))

    def _own(self, element: Any, kind: str) -> Declaration | None:
        """What the element's own style states, where no rule outweighs it."""
        own, rule = _stated_in(element).get(kind), self._ruled_of(element).get(kind)
        outweighed = own and rule and rule.important and not own.important
        return None if outweighed else own

    def _ruled_of(self, element: Any) -> Mapping[str, Declaration]:
        return self._ruled.get(element, {})


def _stated_in(element: Any) -> Mapping[str, Declaration]:
    return declared(element.get("style") or "")


def _ruled(page: Any) -> Mapping[Any, Mapping[str, Declaration]]:
    """What its sheets state of each element of the page."""
    sheets = [
        (_DATA.sub("", "".join(sheet.itertext())), sheet.get("media") or "")
        for sheet in named(page, "style")
        if _is_read(sheet)
    ]
    if sum(len(text) for text, _ in sheets) > _LONGEST:
        return {}
    rules: list[Rule] = []
    try:
        for text, media in sheets:
            rules += rules_of(text, media)
            if sum(len(rule.selectors) for rule in rules) > _MOST:
                return {}
        return applied(page, rules) if rules else {}
    except (ValueError, RecursionError):
        return {}


def _is_read(sheet: Any) -> bool:
    outer = {name(one) for one in sheet.iterancestors()}
    kind = (sheet.get("type") or "text/css").strip().lower()
    return kind == "text/css" and not outer & _UNREAD
