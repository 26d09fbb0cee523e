"""Formulas of MathML (3.0, W3C) on one line: x², (a + b)/c, ∛8, ∑_(k = 1)ⁿ k."""

import re
from collections.abc import Sequence
from typing import Any

from index.sources.shifted import grouped, power, subscript
from index.sources.tree import name

# Comments, the source of a formula beside it, and what only takes the room of something.
_UNSEEN = {"", "annotation", "annotation-xml", "mphantom"}
# Elements whose parts are one row.
_ROWS = {
    "maction", "math", "menclose", "merror", "mi", "mn", "mo", "mpadded", "mrow", "ms", "mstyle",
    "mtd", "mtext", "semantics",
}  # fmt: skip
_SPACED = set("=<>≤≥≈+−-±×·")
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}
_LINES = re.compile(r"0(?:\.0*)?(?:[a-z]+|%)?")


def formula(element: Any) -> str:
    """The text of a formula or of a part of one, without the source that may stand beside it."""
    kind = name(element)
    parts = [child for child in element if name(child) not in _UNSEEN]
    write, most = _WRITTEN.get(kind, (None, 0))
    if write and (not most or len(parts) == most):
        return write(element, parts)
    own = " ".join((element.text or "").split())
    if kind == "mo" and own in _SPACED:
        return f" {own} "
    if kind == "mspace":
        return " "
    return own + (_row(parts) if kind in _ROWS else " ".join(map(formula, parts)))


def _row(parts: Sequence[Any]) -> str:
    """Parts as they follow each other; numbers side by side stay two: 2 1/2."""
    row = ""
    for text in map(formula, parts):
        row += " " * (row[-1:].isdecimal() and text[:1].isdecimal()) + text
    return row


def _fraction(element: Any, parts: Sequence[Any]) -> str:
    above, below = map(formula, parts)
    if _LINES.fullmatch((element.get("linethickness") or "").strip()):
        return f"({above.strip()}; {below.strip()})"
    return f"{grouped(above)}/{grouped(below)}"


def _scripts(element: Any, parts: Sequence[Any]) -> str:
    """What is raised, lowered, above and below; a space after what stands before its terms."""
    kind, texts = name(element), [formula(part) for part in parts]
    base = grouped(texts[0]) if name(parts[0]) == "mfrac" else texts[0]
    below, above = texts[1], texts[-1]
    if kind in {"msup", "mover"}:
        return base + power(above)
    limits = subscript(below) + (power(above) if len(texts) > 2 else "")
    return base + limits + " " * (kind in {"munder", "munderover"})


def _root(_: Any, parts: Sequence[Any]) -> str:
    base, degree = map(formula, parts)
    sign = _ROOTS.get(degree.strip())
    return (sign or f"{power(degree)}√") + grouped(base)


def _square_root(_: Any, parts: Sequence[Any]) -> str:
    return "√" + grouped(_row(parts))


def _fenced(element: Any, parts: Sequence[Any]) -> str:
    """What stands in brackets, with what parts it: each once, the last one for all the rest."""
    signs = list("".join(element.get("separators", ",").split())) or [""]
    text = ""
    for place, part in enumerate(parts):
        sign = signs[min(place, len(signs)) - 1] if place else ""
        text += f"{sign} {formula(part).strip()}" if sign == "," else sign + formula(part).strip()
    return f"{element.get('open', '(')}{text}{element.get('close', ')')}"


def _pre_and_post(_: Any, parts: Sequence[Any]) -> str:
    """Scripts on both sides: ¹⁴₆C."""
    kinds = [name(part) for part in parts]
    split = kinds.index("mprescripts") if "mprescripts" in kinds else len(parts)
    return _pairs(parts[split + 1 :]) + "".join(map(formula, parts[:1])) + _pairs(parts[1:split])


def _pairs(parts: Sequence[Any]) -> str:
    found = ""
    for below, above in zip(parts[::2], parts[1::2], strict=False):
        found += power(formula(above)) if formula(above).strip() else ""
        found += subscript(formula(below)) if formula(below).strip() else ""
    return found


def _lines(_: Any, parts: Sequence[Any]) -> str:
    return "; ".join(formula(part).strip() for part in parts)


_WRITTEN = {
    "mfrac": (_fraction, 2),
    "mfenced": (_fenced, 0),
    "mmultiscripts": (_pre_and_post, 0),
    "mover": (_scripts, 2),
    "mroot": (_root, 2),
    "msqrt": (_square_root, 0),
    "msub": (_scripts, 2),
    "msubsup": (_scripts, 3),
    "msup": (_scripts, 2),
    "mtable": (_lines, 0),
    "munder": (_scripts, 2),
    "munderover": (_scripts, 3),
}
