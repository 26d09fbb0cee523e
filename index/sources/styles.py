"""How a page's own style sheets, and its elements themselves, say that they are shown (CSS 2)."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from index.sources.tree import name, named

# What in a sheet may hold braces and commas that are none of its own.
_PASSED = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->|\"[^\"\n]*\"|'[^'\n]*'", re.DOTALL)
_BRACES = re.compile(r"([{}])")
_STATED = re.compile(
    r"(?:^|;)\s*(display|visibility|text-decoration)(?:-line)?\s*:\s*([^;]*)", re.IGNORECASE
)
# What holds on paper, or on a narrow screen, does not on the page as most see it.
_SCREEN = re.compile(r"(?:@media )?(?:screen|all)?(?: ?,.*)?", re.IGNORECASE)
_STEPS = re.compile(r" ?(>) ?| ")
_ONE = re.compile(r"(?:\*|[a-z][\w-]*|[.#][\w-]+)(?:[.#][\w-]+)*", re.IGNORECASE)
_NAMES = re.compile(r"[.#]?[\w-]+")
_IMPORTANT = "!important"
_UNSEEN = {"display": "none", "visibility": "hidden"}


class _Rule(NamedTuple):
    """Elements that have a value: what all of them are called, and what is around them.

    That goes from the inside out, each with whether it is the very parent. Of two rules the one
    of more `weight` holds.
    """

    names: frozenset[str]
    around: tuple[tuple[bool, frozenset[str]], ...]
    value: str
    weight: tuple[bool, int, int]


class Styles:
    """What a page states of display, visibility and text-decoration; all else is passed over.

    So are selectors that ask for more than elements, classes and ids in each other.
    """

    def __init__(self, root: Any) -> None:
        # By what they state, and then by one of the names of whom they state it.
        self._rules: dict[str, dict[str, list[_Rule]]] = {}
        self._shown: set[str] = set()
        self._count = 0
        for sheet in named(root.getroottree(), "style"):
            if _SCREEN.fullmatch(_spaced(sheet.get("media") or "")):
                self._read("".join(sheet.itertext()))

    def _read(self, sheet: str) -> None:
        for selectors, body in _rules_of(sheet):
            values = stated(body)
            for selector in selectors.split(",") if values else ():
                for kind, value in values.items():
                    self._add(_STEPS.split(_spaced(selector)), kind, value)

    def _add(self, steps: list[str | None], kind: str, value: str) -> None:
        if kind in _UNSEEN and _bare(value) != _UNSEEN[kind]:
            self._shown |= set(_NAMES.findall((steps[-1] or "").split(":")[0]))
        ones = [one or "" for one in steps[::2]]
        if not all(map(_ONE.fullmatch, ones)):
            return
        self._count += 1
        weight = (_IMPORTANT in value, _specific(ones), self._count)
        inward = [False, *(step == ">" for step in steps[1::2])]
        names, *around = (frozenset(_NAMES.findall(one)) for one in reversed(ones))
        joints = reversed(inward[1:])
        rule = _Rule(names, tuple(zip(joints, around, strict=True)), _bare(value), weight)
        found = self._rules.setdefault(kind, {})
        found.setdefault(min(names, default="*"), []).append(rule)

    def value(self, element: Any, kind: str) -> str:
        """What the element itself, or else a rule, states of the property; "" if none does."""
        own, rule = stated(element.get("style") or "").get(kind), self._rule(element, kind)
        if own is None or (rule and rule.weight[0] and _IMPORTANT not in own):
            return rule.value if rule else ""
        return _bare(own)

    def hides(self, element: Any) -> bool:
        """Whether a rule hides the element, and none would show it once something is pressed."""
        own = stated(element.get("style") or "")
        rules = {kind: self._rule(element, kind) for kind in _UNSEEN if kind not in own}
        return any(
            rule and rule.value == _UNSEEN[kind] and not rule.names & self._shown
            for kind, rule in rules.items()
        )

    def _rule(self, element: Any, kind: str) -> _Rule | None:
        """The rule that holds for the element."""
        if not (found := self._rules.get(kind)):
            return None
        called = _called(element)
        rules = (one for key in (*called, "*") for one in found.get(key, ()))
        fitting = (one for one in rules if one.names <= called and _stands_in(element, one.around))
        return max(fitting, key=lambda one: one.weight, default=None)


def stated(style: str) -> dict[str, str]:
    """What declarations say of the properties that are read here, in small letters."""
    return {kind.lower(): value.lower().strip() for kind, value in _STATED.findall(style)}


def _rules_of(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of each rule that holds on a screen."""
    holds, selectors = [True], ""
    pieces = _BRACES.split(_PASSED.sub(" ", sheet))
    for text, brace in zip(pieces[::2], pieces[1::2], strict=False):
        if brace == "{":
            head = _spaced(text.rpartition(";")[2])
            group = head.startswith("@")
            selectors = head if holds[-1] and not group else ""
            holds.append(holds[-1] and group and bool(_SCREEN.fullmatch(head)))
            continue
        if selectors:
            yield selectors, text
        selectors = ""
        if len(holds) > 1:
            holds.pop()


def _called(element: Any) -> frozenset[str]:
    """What selectors call an element: `p`, `.fee`, `#north`."""
    classes = (f".{one}" for one in (element.get("class") or "").split())
    return frozenset((name(element), f"#{element.get('id') or ''}", *classes))


def _specific(ones: list[str]) -> int:
    """How much a selector outweighs others: ids before classes before elements."""
    whole = " ".join(ones)
    return 10_000 * whole.count("#") + 100 * whole.count(".") + len(ones)


def _stands_in(element: Any, around: tuple[tuple[bool, frozenset[str]], ...]) -> bool:
    for is_parent, names in around:
        above = list(element.iterancestors())[: 1 if is_parent else None]
        element = next((one for one in above if names <= _called(one)), None)
        if element is None:
            return False
    return True


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _bare(value: str) -> str:
    return value.replace(_IMPORTANT, "").strip()
