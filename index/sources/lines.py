"""Lines of a plain text become blocks, by what they look like."""

import re
from collections.abc import Iterator

import regex

from index.text import Part, paragraphs

_MARKDOWN = re.compile(r"(#{1,6})\s+(.+)")
_HEADING_LENGTH = 120
_NO_HEADING_END = regex.compile(r"""[.!?…:;,。！？؟।۔»”"]$""")
_LIST_ITEM = regex.compile(r"[-–—•*▪◦‣·]\s|\d{1,3}[.)]\s")


def parts_of_lines(text: str) -> Iterator[Part]:
    """The blocks between blank lines, headings and items told by their first signs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = [span.of(text) for span in paragraphs(text)]
    for place, block in enumerate(blocks):
        first, _, rest = block.partition("\n")
        if found := _MARKDOWN.match(first):
            yield Part(found[2], "heading", len(found[1]))
            yield Part(rest)
        elif _is_heading(block, last=place == len(blocks) - 1):
            yield Part(block, "heading", 2)
        else:
            yield from _paragraph(block)


def _is_heading(block: str, last: bool) -> bool:
    if last or "\n" in block or len(block) > _HEADING_LENGTH or _LIST_ITEM.match(block):
        return False
    return not _NO_HEADING_END.search(block)


def _paragraph(block: str) -> Iterator[Part]:
    """A paragraph, or the items that its lines begin."""
    lines: list[str] = []
    item = False
    for line in block.split("\n"):
        if _LIST_ITEM.match(line.lstrip()):
            yield _part(lines, item)
            lines, item = [], True
        lines.append(line)
    yield _part(lines, item)


def _part(lines: list[str], item: bool) -> Part:
    text = "\n".join(lines)
    return Part(text, "item", 1) if item else Part(text)
