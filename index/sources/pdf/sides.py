"""Sides of a page: the words that are turned alike, each side with its places as if upright."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from index.sources.pdf.textpage import TextPage
from index.sources.pdf.words import DOWN, Word

# The share of letters at a slant from which the words of a page run along curves.
_ALONG_CURVES = 0.2


def sides_of(page: Any) -> list[list[Word]]:
    """The words of a page (pypdfium2.PdfPage) in the order it draws them, side by side.

    A side is all that is turned alike, and its places are as if the page was turned so that it is
    upright; first comes that of most letters. Words outside what is shown of the page are left
    out, and those drawn twice in one place.
    """
    textpage = page.get_textpage()
    try:
        found = [*TextPage(textpage.raw).words()]
    finally:
        textpage.close()
    left, bottom, right, top = page.get_bbox()
    shown = [
        word
        for word in found
        if left <= (word.left + word.right) / 2 <= right
        and bottom <= (word.bottom + word.top) / 2 <= top
    ]
    return _sides(_once(shown))


def _once(words: Iterable[Word]) -> list[Word]:
    """Without words that are drawn again over themselves, to look bold or to have a shadow."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for word in words:
        if len(word.text) > 1:
            x, y = round(word.left / 2), round(word.bottom / 2)
            if (word.text, x, y) in seen:
                continue
            seen.update((word.text, x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        kept.append(word)
    return kept


def _sides(words: list[Word]) -> list[list[Word]]:
    """The words by how they are turned, each side upright, that of most letters first."""
    letters: Counter[int | None] = Counter()
    for word in words:
        letters[word.angle] += len(word.text)
    if letters[None] > _ALONG_CURVES * letters.total():
        return [_laid_out(words)]
    if letters and letters.most_common(1)[0][0] == DOWN:
        for word in words:
            if word.angle == 3 or (word.angle == 0 and len(word.text) == 1):
                word.base = word.left
                word.angle = DOWN
    found: defaultdict[int | None, list[Word]] = defaultdict(list)
    for word in words:
        found[word.angle].append(word)
        _turn(word, 3 if word.angle == DOWN else word.angle or 0)
    return sorted(found.values(), key=lambda side: -sum(len(word.text) for word in side))


def _laid_out(words: list[Word]) -> list[Word]:
    """Words set along curves, as if they were set in lines: only their order tells how they go."""
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
