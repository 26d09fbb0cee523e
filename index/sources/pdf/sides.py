"""Sides of a page: the words that are turned alike, each side with its places as if upright."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from index.sources.pdf.cells import place_in_cells
from index.sources.pdf.drawn import rules_of
from index.sources.pdf.textpage import TextPage, characters
from index.sources.pdf.unseen import Sight
from index.sources.pdf.words import DOWN, Word

# The share of letters at a slant from which the words of a page run along curves.
_ALONG_CURVES = 0.2


@dataclass(slots=True)
class Side:
    """What is turned alike on a page, in the order it is drawn; its places are as if upright.

    `angle` is how far it was turned, in quarters, None at a slant; `bottom` and `top` are where
    what is shown of the page begins and ends, in points.
    """

    words: list[Word]
    angle: int | None
    bottom: float
    top: float


def sides_of(page: Any, sight: Sight) -> tuple[list[Side], bool, bool]:
    """The sides of a page (pypdfium2.PdfPage), first that of most letters.

    Words that are drawn twice in one place are there once; words outside what is shown of the page
    are not, nor those that are hidden, and the other values say whether there are any.
    """
    textpage = page.get_textpage()
    try:
        hidden = sight.unseen(page, textpage.raw, characters(textpage.raw))
        found = [*TextPage(textpage.raw, hidden).words()]
    finally:
        textpage.close()
    box = page.get_bbox()
    within = [word for word in found if _is_within(word, box)]
    shown = _once(word for word in within if not word.hidden)
    covered = [word for word in within if word.hidden]
    # What is drawn again over itself, in another colour, is seen.
    is_hidden = bool(covered) and len(_once([*shown, *covered])) > len(shown)
    sides = _sides(shown, box)
    rules = rules_of(page)
    for side in sides:
        if side.angle is not None:
            turned = (rule.turned(_quarters(side.angle)) for rule in rules)
            place_in_cells(side.words, turned)
    return sides, len(within) < len(found), is_hidden


def _is_within(word: Word, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    return left <= x <= right and bottom <= y <= top


def _once(words: Iterable[Word]) -> list[Word]:
    """Without words that are drawn again over themselves, to look bold or to have a shadow."""
    seen: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    kept = []
    for word in words:
        if len(word.text) > 1:
            x, y = round(word.left / 2), round(word.bottom / 2)
            if any(abs(x - left) < 2 and abs(y - bottom) < 2 for left, bottom in seen[word.text]):
                continue
            seen[word.text].append((x, y))
        kept.append(word)
    return kept


def _sides(words: list[Word], box: tuple[float, float, float, float]) -> list[Side]:
    letters: Counter[int | None] = Counter()
    for word in words:
        letters[word.angle] += len(word.text)
    if letters[None] > _ALONG_CURVES * letters.total():
        return [Side(_laid_out(words), None, box[1], box[3])]
    if letters and letters.most_common(1)[0][0] == DOWN:
        for word in words:
            if word.angle == 3 or (word.angle == 0 and len(word.text) == 1):
                word.base = word.left
                word.angle = DOWN
    found: defaultdict[int | None, list[Word]] = defaultdict(list)
    for word in words:
        found[word.angle].append(word)
        _turn(word, _quarters(word.angle))
    if None in found:
        found[None] = _laid_out(found[None])
    sides = [Side(side, angle, *_turned(box, _quarters(angle))) for angle, side in found.items()]
    return sorted(sides, key=lambda side: -sum(len(word.text) for word in side.words))


def _quarters(angle: int | None) -> int:
    """How far the page is to be turned clockwise to read what is turned by the angle."""
    return 3 if angle == DOWN else angle or 0


def _turned(box: tuple[float, float, float, float], quarters: int) -> tuple[float, float]:
    """Where the page begins and ends, from below, when it is turned."""
    left, bottom, right, top = box
    return ((bottom, top), (-right, -left), (-top, -bottom), (left, right))[quarters]


def _laid_out(words: list[Word]) -> list[Word]:
    """Words along curves or at a slant, as if set in lines: only their order tells how they go."""
    left = base = 0.0
    for word in words:
        if word.gap == "\n":
            left, base = 0.0, base - 1.3 * word.size
        word.left, word.right = left, left + 0.5 * word.size * len(word.text)
        word.bottom, word.base, word.top = base, base, base + word.size
        word.angle, left = 0, word.right + 0.3 * word.size
    return words


def _turn(word: Word, quarters: int) -> None:
    """Turn the page under the word clockwise by so many quarters."""
    left, right, bottom, top = word.left, word.right, word.bottom, word.top
    if quarters == 1:
        word.left, word.right, word.bottom, word.top = bottom, top, -right, -left
        word.base = -word.base
    elif quarters == 2:
        word.left, word.right, word.bottom, word.top = -right, -left, -top, -bottom
        word.base = -word.base
    elif quarters == 3:
        word.left, word.right, word.bottom, word.top = -top, -bottom, left, right
