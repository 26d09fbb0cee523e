"""Which elements of a page a rule of its style sheets is for (Selectors 4, cssselect2)."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

import tinycss2
from cssselect2 import compile_selector_list

# In letters; nobody writes such a long one, and what it costs grows with it.
_LONGEST = 1_000
# What a press or a script may bring about, what browsers alone know, and what is slow to count.
_STATE = re.compile(
    r"(?<![:\\]):(?:active|autofill|checked|default|defined|focus(?:-visible|-within)?|fullscreen"
    r"|hover|indeterminate|in-range|invalid|modal|open|optional|out-of-range|placeholder-shown"
    r"|popover-open|read-only|read-write|required|target(?:-within)?|user-(?:in)?valid|valid"
    r"|visited|(?:first|last|only)-of-type|nth-(?:last-)?of-type\([^()]*\)"
    r"|dir\([^()]*\)|not\([^()]*[.#\[][^()]*\))(?![\w(-])"
    r"|(?<!\\)\[(?:aria-\w+|data-state|open)\b[^\]]*\]",
    re.IGNORECASE,
)
# `:nth-child(2 of .fee)`: what is in it costs twice as much.
_OF = re.compile(r"\bof\b", re.IGNORECASE)
_MOST_OF = 4
_JOINTS = (">", "+", "~")


class Selector:
    """Whom a rule is for: elements that are called by all its `names`, at least.

    Those are classes, ids and the element's own name in small letters: `.fee`, `#north`, `p`. It
    is `sure` unless a state must come about, which is taken for granted here.
    """

    def __init__(self, tokens: list[Any], around: str) -> None:
        self.text = _within(tinycss2.serialize(tokens).strip(), around)
        self.names = _names(tokens)
        self.sure = not _STATE.search(self.text)

    @cached_property
    def compiled(self) -> Any:
        """How cssselect2 tells the elements; None if the selector is wrong, or too long."""
        if len(self.text) > _LONGEST or len(_OF.findall(self.text)) > _MOST_OF:
            return None
        try:
            (one,) = compile_selector_list(_STATE.sub(":is(*)", self.text))
        except Exception:  # it raises whatever comes of what it does not expect
            return None
        return one


def selectors(prelude: list[Any], around: str) -> tuple[Selector, ...]:
    """The selectors before a block that stands in a rule of the selectors `around`."""
    return tuple(Selector(tokens, around) for tokens in _parted(prelude))


def _within(text: str, around: str) -> str:
    """The selector in full; nothing, which is a wrong one, where that would be too long."""
    if not around:
        return text
    own = f":is({around})"
    if len(text) + max(text.count("&"), 1) * len(own) > _LONGEST:
        return ""
    return text.replace("&", own) if "&" in text else f"{own} {text}"


def _parted(prelude: list[Any]) -> Iterator[list[Any]]:
    """What stands between commas."""
    tokens: list[Any] = []
    for token in prelude:
        if token == ",":
            yield tokens
            tokens = []
        elif token.type != "comment":
            tokens.append(token)
    yield tokens


def _names(tokens: list[Any]) -> frozenset[str]:
    """What is asked of the very element, behind the last joint."""
    found: set[str] = set()
    for before, token in pairwise([None, *tokens]):
        first = before is None or before.type == "whitespace" or before in _JOINTS
        if first:
            found.clear()
        if token.type == "hash":
            found.add(f"#{token.value}")
        elif token.type == "ident" and (first or before == "."):
            found.add(token.lower_value if first else f".{token.value}")
    return frozenset(found)
