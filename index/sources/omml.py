"""Formulas of Word and of slides (OMML, ECMA-376 part 1, 22.1) on one line: x², (a + b)/c."""

from collections.abc import Iterable
from typing import Any

from index.sources.shifted import grouped, power, subscript

_SIGNS = "=<>≤≥≈±×·→+−"


def formula(element: Any) -> str:
    """The text of a formula, or of a part of one."""
    kind = local(element)
    if kind == "t":
        return _spaced(element.text or "")
    if kind == "br":
        return "\n"
    if kind.endswith("Pr") or kind in {"del", "moveFrom"}:
        return ""
    write = _WRITTEN.get(kind)
    return write(element) if write else _row(element)


def _row(parts: Iterable[Any]) -> str:
    """Parts as they follow each other; a number and a fraction of it stay two: 2 1/2."""
    row = ""
    for part in parts:
        text = formula(part)
        mixed = local(part) == "f" and row[-1:].isdecimal() and text[:1].isdecimal()
        row += " " * mixed + text
    return row


def local(element: Any) -> str:
    """The element's name without its namespace; "" of comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _spaced(text: str) -> str:
    return "".join(f" {sign} " if sign in _SIGNS else sign for sign in text)


def _of(element: Any, name: str) -> str:
    """The part of that name: of a fraction its numerator, of a root its degree."""
    return "".join(_row(child) for child in element if local(child) == name).strip()


def _fraction(element: Any) -> str:
    if _sign(element, "type") == "noBar":
        return f"({_of(element, 'num')}; {_of(element, 'den')})"
    return f"{grouped(_of(element, 'num'))}/{grouped(_of(element, 'den'))}"


def _scripts(element: Any) -> str:
    base = _of(element, "e")
    return (grouped(base) if element.find("{*}e/{*}f") is not None else base) + _shifts(element)


def _before(element: Any) -> str:
    """Scripts before what they belong to: ¹⁴₆C."""
    below, above = _of(element, "sub"), _of(element, "sup")
    shifts = (power(above) if above else "") + (subscript(below) if below else "")
    return shifts + _of(element, "e")


def _shifts(element: Any) -> str:
    below, above = _of(element, "sub"), _of(element, "sup")
    return (subscript(below) if below else "") + (power(above) if above else "")


def _limits(element: Any) -> str:
    """What stands below or above a part: lim_(n → ∞)."""
    write = power if local(element) == "limUpp" else subscript
    return _of(element, "e") + write(_of(element, "lim"))


def _function(element: Any) -> str:
    return f"{_of(element, 'fName')} {_of(element, 'e')}"


def _root(element: Any) -> str:
    degree = _of(element, "deg")
    return (power(degree) if degree else "") + f"√{grouped(_of(element, 'e'))}"


def _brackets(element: Any) -> str:
    opening, closing, between = (_sign(element, f"{name}Chr") for name in ("beg", "end", "sep"))
    inside = [formula(child).strip() for child in element if local(child) == "e"]
    return (
        ("(" if opening is None else opening)
        + (between or "|").join(inside)
        + (")" if closing is None else closing)
    )


def _sum(element: Any) -> str:
    return f"{_sign(element, 'chr') or '∫'}{_shifts(element)} {_of(element, 'e')}"


def _rows(element: Any) -> str:
    return "; ".join(formula(child).strip() for child in element if local(child) != "mPr")


def _cells(element: Any) -> str:
    return " ".join(formula(child).strip() for child in element)


def _sign(element: Any, name: str) -> str | None:
    """A sign that the element's properties name; None if they do not, "" if it is none."""
    for one in element.iterfind(f"./*/{{*}}{name}"):
        return next(iter(one.attrib.values()), "")
    return None


_WRITTEN = {
    "f": _fraction,
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sPre": _before,
    "limLow": _limits,
    "limUpp": _limits,
    "func": _function,
    "rad": _root,
    "d": _brackets,
    "nary": _sum,
    "m": _rows,
    "mr": _cells,
    "eqArr": _rows,
}
