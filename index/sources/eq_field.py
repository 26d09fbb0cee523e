"""What an EQ field of Word shows, on one line: 1/2, 東京(とうきょう).

All of it stands in its instruction, and it has no result (ECMA-376 part 1, 17.16.5). Word writes
it for enclosed characters, and for readings of Japanese in files for older versions.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from index.sources.shifted import grouped, power, subscript

_BEGINS = re.compile(r"\s*EQ\b\s*", re.IGNORECASE)
# How it is set: its place in the line, its font, its size.
_SET = re.compile(r"\\\*\s*(?:\"[^\"]*\"|[^\s\\]+)\s*")
_TOKEN = re.compile(
    r"\\(?P<switch>[abdfilorsx](?:\s*\\(?:[lrbfv]c\\.|[a-z]{2}\s*\d*))*)\s*\("
    r"|\\(?P<sign>[^a-z])|(?P<mark>[(),;])|(?P<text>[^\\(),;]+)",
    re.IGNORECASE | re.DOTALL,
)
_CLOSED = {"(": ")", "[": "]", "{": "}", "<": ">"}
_SUMS = {"su": "∑", "pr": "∏"}
_COLUMNS = re.compile(r"\\co\s*(\d+)")
# Groups in groups; those of a formula that somebody wrote are a few.
_DEEPEST = 50


def shown(instruction: str) -> str | None:
    """What the field shows; None of an EQ field that is not understood, "" of any other field."""
    begins = _BEGINS.match(instruction)
    text = _SET.sub("", instruction[begins.end() :]) if begins else ""
    tokens = list(_TOKEN.finditer(text))
    if sum(len(token[0]) for token in tokens) != len(text):
        return None
    try:
        return ",".join(_arguments(iter(tokens), "", 0)).strip()
    except (KeyError, ValueError):
        return None


def _arguments(tokens: Iterator[re.Match[str]], inside: str, depth: int) -> list[str]:
    """What stands up to the bracket that closes, parted by semicolons if it has some."""
    if depth > _DEEPEST:
        raise ValueError("too deep")
    by_comma, by_semicolon = [""], [""]
    for token in tokens:
        mark = token["mark"]
        if mark == ")":
            break
        if mark == "(":
            said = f"({','.join(_arguments(tokens, inside, depth + 1))})"
        elif token["switch"]:
            said = _switch(tokens, token["switch"].lower(), inside, depth)
            mixed = said[:1].isdecimal() and by_comma[-1][-1:].isdecimal()
            said = " " * mixed + said
        else:
            said = mark or token["sign"] or token["text"]
        for texts, between in ((by_comma, ","), (by_semicolon, ";")):
            if mark == between:
                texts.append("")
            else:
                texts[-1] += said
    return by_semicolon if len(by_semicolon) > 1 else by_comma


def _switch(tokens: Iterator[re.Match[str]], switch: str, inside: str, depth: int) -> str:
    kind, options = switch[0], switch[1:]
    found = [one.strip() for one in _arguments(tokens, kind, depth + 1)]
    if kind == "s" and inside == "o" and len(found) == 1:
        return f"({found[0]})"  # how what stands below it is read
    return _WRITTEN[kind](found, options)


def _fraction(found: Sequence[str], _: str) -> str:
    above, below = found
    return f"{grouped(above)}/{grouped(below)}"


def _root(found: Sequence[str], _: str) -> str:
    *degree, base = found
    return "".join(map(power, degree[:1])) + f"√{grouped(base)}"


def _over(found: Sequence[str], _: str) -> str:
    """Signs on each other: how letters are read, or what encloses a sign."""
    first, second = found
    if first.startswith("(") or second.startswith("("):
        return second + first if first.startswith("(") else first + second
    if "So" not in {unicodedata.category(one[:1] or " ") for one in found}:
        raise ValueError("signs that make another")
    return f"({second if unicodedata.category(first[:1] or ' ') == 'So' else first})"


def _script(found: Sequence[str], options: str) -> str:
    if len(found) == 2:
        return power(found[0]) + subscript(found[1])
    return subscript(found[0]) if "\\do" in options else power(found[0])


def _brackets(found: Sequence[str], options: str) -> str:
    signs = dict(re.findall(r"\\([lrb])c\\(.)", options))
    opening = signs.get("b") or signs.get("l") or ("" if signs else "(")
    closing = _CLOSED.get(opening, opening) if "b" in signs or not signs else signs.get("r", "")
    return opening + ",".join(found) + closing


def _sum(found: Sequence[str], options: str) -> str:
    below, above, of = found
    sign = next((sign for name, sign in _SUMS.items() if f"\\{name}" in options), "∫")
    limits = (subscript(below) if below else "") + (power(above) if above else "")
    return f"{sign}{limits} {of}"


def _array(found: Sequence[str], options: str) -> str:
    stated = _COLUMNS.search(options)
    wide = int(stated[1]) if stated else 1
    rows = (found[at : at + wide] for at in range(0, len(found), wide))
    return "; ".join(" ".join(row) for row in rows)


_WRITTEN: dict[str, Callable[[Sequence[str], str], str]] = {
    "a": _array,
    "b": _brackets,
    "d": lambda found, _: " ",
    "f": _fraction,
    "i": _sum,
    "l": lambda found, _: ", ".join(found),
    "o": _over,
    "r": _root,
    "s": _script,
    "x": lambda found, _: ",".join(found),
}
