"""What declarations say of how an element is shown, its own or a rule's (CSS, tinycss2)."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import tinycss2

# What is read here, and which properties say it; of the longer ones what the shorter say.
_KINDS = {one: one for one in ("display", "visibility", "text-decoration", "list-style")} | {
    "text-decoration-line": "text-decoration",
    "list-style-type": "list-style",
}
_UNSEEN = {("display", "none"), ("visibility", "hidden"), ("visibility", "collapse")}
# A style without any of these says none of it; a backslash may stand for any letter.
SAYS = re.compile(r"display|visibility|text-decoration|list-style|\\", re.IGNORECASE)
_ANYWHERE = {"inherit", "initial", "unset", "revert", "revert-layer"}
# What browsers do not know they pass over, and so is passed over what was meant for old ones.
_KNOWN = {
    "display": _ANYWHERE | {
        "none", "contents", "block", "inline", "inline-block", "run-in", "flow", "flow-root",
        "list-item", "flex", "inline-flex", "grid", "inline-grid", "grid-lanes", "math", "table",
        "inline-table", "table-row-group", "table-header-group", "table-footer-group",
        "table-row", "table-cell", "table-column-group", "table-column", "table-caption", "ruby",
        "ruby-base", "ruby-text", "ruby-base-container", "ruby-text-container", "-webkit-box",
        "-webkit-inline-box", "-webkit-flex", "-webkit-inline-flex",
    },
    "visibility": _ANYWHERE | {"visible", "hidden", "collapse"},
}  # fmt: skip
_PASSED = {"whitespace", "comment"}


class Declaration(NamedTuple):
    """The words of a value in small letters; "" where it is for the browser to compute."""

    value: str
    important: bool


@lru_cache(maxsize=4_096)
def declared(style: str) -> Mapping[str, Declaration]:
    """What an attribute `style` says of the kinds that are read here."""
    if not SAYS.search(style):
        return {}
    return declarations(tinycss2.parse_blocks_contents(style, skip_comments=True))


def declarations(nodes: Iterable[Any]) -> dict[str, Declaration]:
    """The last that holds of each kind, an important one before all others."""
    found: dict[str, Declaration] = {}
    for node in nodes:
        kind = _KINDS.get(node.lower_name) if node.type == "declaration" else None
        value = _value(kind, node.value) if kind else None
        if kind and value is not None:
            outweighed = kind in found and found[kind].important and not node.important
            found[kind] = found[kind] if outweighed else Declaration(value, node.important)
    return found


def unseen(stated: Mapping[str, Declaration]) -> set[str]:
    """The kinds by which what is stated hides an element."""
    return {kind for kind, said in stated.items() if (kind, said.value) in _UNSEEN}


def _value(kind: str, tokens: Iterable[Any]) -> str | None:
    """The words of a value; None of one that a browser does not take."""
    said = [token for token in tokens if token.type not in _PASSED]
    words = [token.lower_value for token in said if token.type == "ident"]
    if not any(token.type == "function" for token in said):
        known = _KNOWN.get(kind)
        if not words or (known and (len(words) < len(said) or not known.issuperset(words))):
            return None
    return " ".join(words)
