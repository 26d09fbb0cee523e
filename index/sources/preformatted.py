"""Preformatted text: code, whose lines are kept, or prose, as mail and RFCs are."""

import re
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from index.sources.lines import parts_of_lines
from index.sources.tree import name
from index.text import Part

_CODE_CLASS = re.compile(
    r"code|highlight|brush|lang|source|literal|terminal|example|sh_|output", re.I
)
_CODE_INSIDE = {"code", "samp", "kbd", "span", "var"}
# Of prose: so many of its characters are letters and spaces, so many words stand in a line.
_LETTERS = 0.9
_WORDS = 5


def parts_of_pre(element: Any, hidden: Callable[[Any], bool]) -> Iterator[Part]:
    """The text with its lines as they are, or the paragraphs that it holds if it is prose.

    What is `hidden`, as the numbers of lines are, is none of it, nor a button that copies it.
    """
    text = textwrap.dedent("".join(_texts(element, hidden)).expandtabs()).strip("\n")
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and not _is_code(element, lines):
        yield from parts_of_lines("\n".join(line.rstrip() for line in text.split("\n")))
    else:
        yield Part("\n".join(line.rstrip() for line in text.split("\n")), "code")


def _texts(element: Any, hidden: Callable[[Any], bool]) -> Iterator[str]:
    yield "\n" if name(element) == "br" else element.text or ""
    for child in element:
        if name(child) not in {"", "button"} and not hidden(child):
            yield from _texts(child, hidden)
        yield child.tail or ""


def _is_code(element: Any, lines: list[str]) -> bool:
    around = " ".join(
        filter(
            None, (one.get("class") for one in (element, element.getparent()) if one is not None)
        )
    )
    inside = {name(child) for child in element.iterdescendants()}
    if inside & _CODE_INSIDE or _CODE_CLASS.search(around):
        return True
    text = "".join(lines)
    letters = sum(character.isalpha() or character.isspace() for character in text)
    return letters < _LETTERS * len(text) or len(text.split()) < _WORDS * len(lines)
