"""Lines become paragraphs: where one ends is told by room, height and indent, never by length.

A line ends its paragraph where the next word would have had room on it, unless the sentence
plainly goes on; the room is that of the lines around it, which may run beside a picture.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.sources.pdf.hyphens import is_unspaced
from index.sources.pdf.lines import Line

_BULLET = re.compile(r"[•▪▫◦‣●○■□▶►❖➢✓✔✗✘–—*·-](?:\s|$)")
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s")
_ENDED = re.compile(r"""[.!?…:;。！？؟।۔]["'”’»)\]]*$""")
# A word goes on in the next line, or a range of numbers.
_CUT = re.compile(r"[^\W_][-‐]$")
# In sizes of the letters: room that a word needs beside itself, an indent, a step of size.
_ROOM, _INDENT, _STEP = 0.4, 0.7, 0.06
# Less room than so many sizes, or than that share, is left by a line that is full, if ragged.
_LEFT_OVER, _LEFT_OVER_OF = 3.0, 0.15
# A wider step from line to line than this many usual ones parts paragraphs.
_APART = 1.25
# Of a script without spaces a line ends after any letter, but for marks that may not begin one.
_FEW_LETTERS = 3
# Lines whose ends say how much room the lines between them had.
_AROUND = 3


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together.

    `open` says that its sentence is not ended, `full` that its last line has no room left: it may
    go on elsewhere. `apart` says that there is more room before it than between lines.
    """

    lines: list[Line]
    open: bool = False
    full: bool = False
    apart: bool = True

    @property
    def text(self) -> str:
        """Its lines, a line's end between."""
        return "\n".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its letters."""
        return max(self.lines, key=lambda line: len(line.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of one column."""
    if not lines:
        return []
    step = _usual_step(lines)
    ends = _ends(lines)
    forced = _forced(lines, ends)
    found = [Paragraph([lines[0]])]
    for at, (above, below) in enumerate(pairwise(lines)):
        apart = above.base - below.base > _APART * max(step, above.size, 1.1 * below.size)
        if _parts(above, below, lines[at + 2 : at + 3], found[-1], forced[at], apart):
            found.append(Paragraph([below], apart=apart))
        else:
            found[-1].lines.append(below)
    for paragraph in found:
        last = paragraph.lines[-1]
        paragraph.open = not _ENDED.search(last.text)
        end = ends[last.size]
        room = max(_LEFT_OVER * last.size, _LEFT_OVER_OF * (end - last.left))
        paragraph.full = end - last.right < room
    return found


def is_item(line: Line) -> bool:
    """Whether the line begins an item of a list."""
    return bool(_BULLET.match(line.text) or _NUMBERED.match(line.text))


def has_bullet(line: Line) -> bool:
    """Whether the line begins with the sign of an item."""
    return bool(_BULLET.match(line.text))


def goes_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph ends in one column and goes on in the next."""
    first, last = below.lines[0], above.lines[-1]
    if not above.open or is_item(first) or abs(first.size - last.size) > _STEP * last.size:
        return False
    if above.bold != below.bold:
        return False
    if first.text[:1].islower() or last.text.endswith("-"):
        return True
    return above.full and len(above.lines) > 1


def _parts(
    above: Line,
    below: Line,
    after: Sequence[Line],
    paragraph: Paragraph,
    forced: bool,
    apart: bool,
) -> bool:
    """Whether a new paragraph begins with the line below."""
    if abs(above.size - below.size) > _STEP * max(above.size, below.size):
        return not (below.text[:1].islower() and not apart) or above.size > 1.2 * below.size
    if below.cells[0].marked:
        return True
    if _CUT.search(above.text) and not apart:
        return False
    if is_item(below) and (forced or apart or is_item(paragraph.lines[0])):
        return True
    unfinished = not _ENDED.search(above.text) and below.text[:1].islower()
    if apart:
        return True
    if above.leads or below.leads:
        return True
    if above.bold != below.bold and not unfinished and (above.bold or forced):
        return forced or len(paragraph.lines) < 3
    if forced:
        return not unfinished
    return _is_indented(above, below, after, paragraph)


def _is_indented(above: Line, below: Line, after: Sequence[Line], paragraph: Paragraph) -> bool:
    """Whether the line below begins further in, and not because its paragraph hangs out."""
    indent = _INDENT * below.size
    if below.left - above.left < indent or is_item(paragraph.lines[0]):
        return False
    hangs = after and abs(after[0].left - below.left) < indent / 2
    return not hangs and (bool(_ENDED.search(above.text)) or not below.text[:1].islower())


def _forced(lines: Sequence[Line], ends: dict[float, float]) -> list[bool]:
    """Of each line but the last, whether it ends though the next word had room on it.

    Where most of such lines go on in small letters, they run beside something, and have less room
    than the others.
    """
    forced = [_has_room(above, below, ends[above.size]) for above, below in pairwise(lines)]
    at = 0
    while at < len(forced):
        end = at
        while end < len(forced) and forced[end]:
            end += 1
        if end - at >= _AROUND and _mostly_goes_on(lines[at : end + 1]):
            for place in range(at, end):
                near = lines[max(place - _AROUND, at) : min(place + _AROUND, end) + 1]
                room = max(line.right for line in near)
                forced[place] = _has_room(lines[place], lines[place + 1], room)
        at = max(end, at + 1)
    return forced


def _mostly_goes_on(lines: Sequence[Line]) -> bool:
    small = sum(line.text[:1].islower() for line in lines[1:])
    return small >= 0.4 * (len(lines) - 1)


def _has_room(above: Line, below: Line, end: float) -> bool:
    """Whether the first word of the line below would have had room on the line above."""
    word = below.text[:_FEW_LETTERS] if is_unspaced(below.text) else below.text.split(" ", 1)[0]
    width = (below.right - below.left) / max(len(below.text), 1) * len(word)
    return above.right + width + _ROOM * above.size < end - 0.5 * above.size


def _ends(lines: Sequence[Line]) -> dict[float, float]:
    """How far right lines of each size go; one that sticks out does not count."""
    found = {}
    for size in {line.size for line in lines}:
        rights = sorted(one.right for one in lines if abs(one.size - size) < 0.2 * size)
        # Only beyond a margin that several lines show; else it may be the one line that is full.
        margin = len(rights) > 8 and rights[-2] - rights[-4] < 2 * size
        sticks_out = margin and rights[-1] - rights[-2] > 2 * size
        found[size] = rights[-2] if sticks_out else rights[-1]
    return found


def _usual_step(lines: Sequence[Line]) -> float:
    """From line to line, most often."""
    steps = [above.base - below.base for above, below in pairwise(lines)]
    small = [step for step in steps if step > 0]
    return median(small) if len(small) > 2 else min(small, default=0.0)
