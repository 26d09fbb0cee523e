"""Lines of a plain text become blocks, by what they look like.

A line's end is one of three: of a line that an editor wrapped, so that the sentence goes on; of a
line its writer ended; of a paragraph. Which, the lengths of the lines tell: an editor wraps where
the next word has no place any more.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from statistics import quantiles

import regex

from index.sources.questions import DASH, answers, in_turn, opens
from index.text import UNSPACED, Part, paragraphs

_HEADING_LENGTH = 120
# Nobody wraps at fewer columns; shorter lines of equal length are a list.
_NARROWEST = 34
# And nobody at more: a longer line is a whole paragraph.
_WIDEST = 100
# By so much of the margin lines wrapped by hand fall short of it.
_RAGGED = 0.1
# Fewer line ends than these do not tell where the margin is.
_SAMPLE = 4
_LINE_END = re.compile("\r\n|[\r\u0085\u2028\u2029]")
# A word that an editor parted, and says so by a soft hyphen.
_PARTED = re.compile("\u00ad[ \t]*\n[ \t]*(?=\\w)")
# Lines that are full by chance, and the share of lines of verse that end with a mark.
_CHANCE, _OF_VERSE = 3, 0.25
_MARK_END = regex.compile(r"[.!?…:;,。，！？]$")
_ATX = re.compile(r"(#{1,6})[ \t]+(.+)$")
_RULE = re.compile(r"\s*([-=_*~+])(?:[ \t]*\1){2,}\s*$")
_NO_HEADING_END = regex.compile(r"""[.!?…:;,。！？؟।۔።။។»”"]$""")
# Arrows, ticks, crosses and boxes, as pictures too.
_SIGNS = r"[→➔➜➤➢►▶▸✓✔✅✗✘✖❌☐☑☒❑❖◆◇]\ufe0f?"
_ITEM = regex.compile(
    r"(?:[-–—•*▪◦‣·●○■–]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t\u00a0]+(?=\S)|[•●■▪◦・](?=\w)"
    rf"|{_SIGNS}[ \t\u00a0]*(?=\S)"
)
_COUNTED = re.compile(r"\d+|[a-z]")
_ENDED = regex.compile(r"""[.!?…:;。！？؟।۔።။។]["'”’»)\]]*$""")
_OPEN_END = regex.compile(r"[,;:\-–—(]$")
# When a line was said or written, before it: of a chat, a transcript, a log.
_STAMP = re.compile(
    r"\[(?:[\d./-]+,?[ T])?\d{1,3}:\d\d[^\]\n]{0,12}\]|\d{1,4}[./-]\d\d?[./-]\d{1,4},? \d\d?:\d\d"
)
_UNSPACED = regex.compile(f"[{UNSPACED}]")


def parts_of_lines(text: str) -> Iterator[Part]:
    """The blocks of a text, in order; what looks like nothing else is a paragraph."""
    text = _unix(text)
    blocks = [_lines(text[_line_start(text, span.start) : span.end]) for span in paragraphs(text)]
    blocks = [block for block in blocks if block]
    margin = _margin(blocks)
    item: Part | None = None
    for place, block in enumerate(blocks):
        below = blocks[place + 1] if place + 1 < len(blocks) else []
        parts = [*_parts(block, below, margin)]
        if item and _goes_on_below(item, block, parts):
            yield from (part._replace(kind="item", level=item.level + 1) for part in parts)
            continue
        yield from parts
        item = parts[-1] if parts and parts[-1].kind == "item" else None


def _goes_on_below(item: Part, block: Sequence[str], parts: Sequence[Part]) -> bool:
    """Whether a block of nothing but paragraphs is indented so that it is of the item above."""
    indented = all(_indent(line) > _indent(item.text) for line in block)
    return indented and all(part.kind == "paragraph" for part in parts)


def _unix(text: str) -> str:
    return _PARTED.sub("", _LINE_END.sub("\n", text.replace("\f", "\n\n")))


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _lines(block: str) -> list[str]:
    """Without what only draws a line; a line drawn under the first makes a heading of it."""
    lines = [line.rstrip() for line in block.split("\n")]
    if len(lines) > 1 and (rule := _RULE.match(lines[1])) and rule[1] in "=-~":
        lines[0] = ("# " if rule[1] == "=" else "## ") + lines[0].lstrip()
    return [line for line in lines if not _RULE.match(line)]


def _parts(block: list[str], below: list[str], margin: float) -> Iterator[Part]:
    if heading := _ATX.match(block[0].lstrip()):
        yield Part(_open(heading[2]), "heading", len(heading[1]))
        if len(block) > 1:
            yield from _parts(block[1:], below, margin)
    elif len(block) == 1 and _is_heading(block[0].strip(), below):
        yield Part(block[0], "heading", 2)
    elif items := _items(block, margin):
        yield from _list(block, items, margin)
    else:
        yield from _prose(block, margin)


def _open(heading: str) -> str:
    """Without the signs that close it, which stand by themselves: not those of C#."""
    said = heading.rstrip("#")
    return said.rstrip() if said.endswith((" ", "\t")) else heading


def _is_heading(line: str, below: list[str]) -> bool:
    """One short line that no mark ends, above something."""
    if not below or len(line) > _HEADING_LENGTH or _ITEM.match(line):
        return False
    return not _NO_HEADING_END.search(line)


def _items(block: list[str], margin: float) -> set[int]:
    """Which lines begin an item, and do not go on a sentence: "It was lit on / 3. October"."""
    marks = {
        at: mark[0].strip()
        for at, line in enumerate(block)
        if (mark := _ITEM.match(line.lstrip()))
    }
    sure = {at for at in marks if at == 0 or not _may_go_on(block[at - 1], block[at], margin)}
    signs = {marks[at] for at in sure}
    return {
        at for at, mark in marks.items() if at in sure or mark in signs or _is_next_to(mark, marks)
    }


def _may_go_on(line: str, following: str, margin: float) -> bool:
    return not _ENDED.search(line) and _goes_on(line, following, margin)


def _is_next_to(mark: str, marks: Mapping[int, str]) -> bool:
    """Whether another item has the number or letter before or after."""
    counted = _COUNTED.search(mark)
    if not counted:
        return False
    value = counted[0]
    near = (
        str(int(value) + step) if value.isdigit() else chr(ord(value) + step) for step in (-1, 1)
    )
    return any(mark.replace(value, one) in marks.values() for one in near)


def _list(block: list[str], items: set[int], margin: float) -> Iterator[Part]:
    """What stands above the first item, and the items, deeper ones by their indent."""
    groups: list[list[str]] = [[]]
    for at, line in enumerate(block):
        if at in items:
            groups.append([])
        groups[-1].append(line)
    if groups[0]:
        yield from _prose(groups[0], margin)
    indents = sorted({_indent(group[0]) for group in groups[1:]})
    for group in groups[1:]:
        lines = [
            DASH.sub("", group[0].lstrip(), count=1)
            if DASH.match(group[0].lstrip())
            else group[0],
            *group[1:],
        ]
        if opens(lines[0]) and len(lines) > 1:
            yield from _prose(lines, margin)
        else:
            yield Part("\n".join(group), "item", 1 + indents.index(_indent(group[0])))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _prose(block: list[str], margin: float) -> Iterator[Part]:
    """Stretches of a block whose lines go on in the next, each a paragraph, or lines of verse."""
    for asked, stretches in in_turn(_stretches(block, margin)):
        if asked:
            yield Part("\n".join(asked), "question")
        for whole, group in groupby(stretches, key=_is_whole):
            texts = ["\n".join(stretch) for stretch in group]
            yield from map(Part, texts) if whole or len(texts) == 1 else [_verse(texts)]


def _stretches(block: list[str], margin: float) -> list[list[str]]:
    """The lines, those together that an editor parted."""
    found = [[block[0]]]
    listed = len(block) > 2 and all(_begins_anew(line) for line in block)
    listed = listed and not _is_wrapped(block, margin)
    asking = opens(block[0])
    for line, following in pairwise(block):
        apart = asking and (opens(line) or opens(following) or answers(following))
        if not (listed or apart) and _goes_on(line, following, margin):
            found[-1].append(following)
        else:
            found.append([following])
    return found


def _is_wrapped(block: list[str], margin: float) -> bool:
    """Whether lines that all begin with capitals, as in German by chance, are prose all the same.

    All are full, and few end with a mark: those of verse often do.
    """
    full = sum(_goes_on(line, following, margin) for line, following in pairwise(block))
    marked = sum(bool(_MARK_END.search(line)) for line in block[:-1])
    return full == len(block) - 1 > _CHANCE and marked < _OF_VERSE * full


def _is_whole(stretch: Sequence[str]) -> bool:
    """Whether it is a paragraph by itself: wrapped, or one line that nobody wrapped."""
    return len(stretch) > 1 or _width(stretch[0]) > _WIDEST


def _verse(lines: Sequence[str]) -> Part:
    return Part("\n".join(lines), "verse")


def _goes_on(line: str, following: str, margin: float) -> bool:
    """Whether the line's end was an editor's, not its writer's."""
    first = following.lstrip()
    if _STAMP.match(first):
        return False
    if first[:1].islower() or _OPEN_END.search(line):
        return True
    room = margin - _width(line)
    return margin >= _NARROWEST and room < max(_width(_first_word(first)) + 1, _RAGGED * margin)


def _begins_anew(line: str) -> bool:
    """Whether it begins as lines of poems and lists do."""
    return line.lstrip()[:1].isupper() or line.lstrip()[:1].isdigit()


def _first_word(line: str) -> str:
    return line[:1] if _UNSPACED.match(line) else line.split(maxsplit=1)[0]


def _margin(blocks: Sequence[Sequence[str]]) -> float:
    """The column at which an editor wrapped the lines, 0 if they are too few to tell."""
    widths = [_width(line) for block in blocks if len(block) > 1 for line in block]
    if len(widths) < _SAMPLE:
        return float(max(widths, default=0))
    return quantiles(widths, n=20, method="inclusive")[-1]


def _width(line: str) -> int:
    """In columns: letters of the Far East take two, marks that sit on others none."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in line)
    return len(line) + wide - sum(map(bool, map(unicodedata.combining, line)))
