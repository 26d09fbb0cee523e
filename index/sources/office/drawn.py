"""A paragraph of a drawing (DrawingML, ECMA-376 part 1, 21.1): its words, and its number."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from index.sources.numerals import numeral
from index.sources.omml import formula, local
from index.sources.shifted import lowered, raised

_RUNS = {"r", "fld"}
# Kinds of numbers (ST_TextAutonumberScheme); those of other scripts are not written.
_SCHEME = re.compile(r"(arabic|(?:alpha|roman)[LU]c)(Period|ParenR|ParenBoth|Plain)")
_KINDS = {"arabic": "1", "alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}
_SIGNS = {"Period": "{}. ", "ParenR": "{}) ", "ParenBoth": "({}) ", "Plain": "{} "}


def words(paragraph: Any) -> tuple[str, bool]:
    """What it says, and whether some of it was struck out, and so not taken."""
    text, struck = "", False
    for one in paragraph:
        kind = local(one)
        if kind == "br":
            text += "\n"
        elif kind in _RUNS:
            said = "".join(part.text or "" for part in one.iter("{*}t"))
            look = one.find("{*}rPr")
            place = 0 if look is None else int((look.get("baseline") or "0").rstrip("%") or 0)
            if look is not None and (look.get("strike") or "noStrike") != "noStrike":
                struck = struck or bool(said.strip())
            else:
                text += raised(said, text) if place > 0 else lowered(said) if place < 0 else said
        elif kind == "m":
            text += " ".join(map(formula, one.iter("{*}oMath")))
        elif kind not in {"pPr", "endParaRPr"}:
            text += "".join(part.text or "" for part in one.iter("{*}t"))
    return text, struck


def drawn_numbers(paragraphs: Sequence[Any]) -> Iterator[str]:
    """What stands before each paragraph of a text, "" of those without a number.

    A number counts on until a paragraph less deep, or one at its level without a number.
    """
    counts: dict[int, tuple[str, int]] = {}
    for paragraph in paragraphs:
        level = level_of(paragraph)
        counts = {deep: count for deep, count in counts.items() if deep <= level}
        auto = paragraph.find("{*}pPr/{*}buAutoNum")
        found = None if auto is None else _SCHEME.fullmatch(auto.get("type") or "")
        if auto is None or not found:
            counts.pop(level, None)
            yield ""
            continue
        before = counts.get(level, ("", 0))
        count = before[1] + 1 if before[0] == found[0] else int(auto.get("startAt") or 1)
        counts[level] = (found[0], count)
        yield _SIGNS[found[2]].format(numeral(count, _KINDS[found[1]]))


def level_of(paragraph: Any) -> int:
    """How deep it stands in others, from 0."""
    properties = paragraph.find("{*}pPr")
    return int("0" if properties is None else properties.get("lvl") or "0")
