"""Accents that a typesetter draws by themselves, over or under a letter: they become its own.

PDFium puts them where it meets them, which may be words before or after their letter.
"""

from collections.abc import Callable, Iterator, Sequence
from unicodedata import normalize

Box = tuple[float, float, float, float]

# Accents as fonts have them, and the same as parts of a letter.
PARTS = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303",
    "¯": "\u0304", "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "˚": "\u030a", "˝": "\u030b",
    "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
DOTTED = {"ı": "i", "ȷ": "j"}
# How far from its accent, in characters, a letter is looked for.
_FAR = 200
# In heights of a line: how much higher or lower than its letter an accent may stand, and the room
# between letters that is none between words.
_OFF, _ROOM = 0.5, 0.12


def placed(text: str, box: Callable[[int], Box]) -> tuple[str, Sequence[int]]:
    """The text with its accents on their letters, and where in `text` each character stood.

    `box` tells where a character is drawn: its left, right, lower and upper edge, in points.
    """
    letters: dict[int, str] = {}
    gone: set[int] = set()
    for at, accent in enumerate(text):
        under = _under(text, at, box) if accent in PARTS else None
        composed = under is not None and normalize("NFC", _plain(text[under]) + PARTS[accent])
        if under is not None and composed and len(composed) == 1 and under not in letters:
            letters[under] = composed
            gone.add(at)
    if not gone:
        return text, range(len(text))
    gone |= {at for accent in gone for at in _spaces(text, accent, gone, box)}
    kept = [at for at in range(len(text)) if at not in gone]
    return "".join(letters.get(at, text[at]) for at in kept), kept


def _plain(letter: str) -> str:
    return DOTTED.get(letter, letter)


def _under(text: str, at: int, box: Callable[[int], Box]) -> int | None:
    """The place of the letter that the accent is drawn over or under."""
    left, right, bottom, top = box(at)
    middle = (left + right) / 2
    for near in _outwards(at, len(text)):
        if text[near].isalpha() and text[near] not in PARTS:
            found = box(near)
            level = abs(found[2] - bottom) < _OFF * (top - bottom)
            if level and found[0] <= middle <= found[1]:
                return near
    return None


def _outwards(at: int, count: int) -> Iterator[int]:
    """The places beside one, the next ones first."""
    for step in range(1, _FAR):
        yield from (near for near in (at + step, at - step) if 0 <= near < count)


def _spaces(text: str, at: int, gone: set[int], box: Callable[[int], Box]) -> Iterator[int]:
    """Spaces around an accent that is gone where letters stand side by side."""
    before, after = at, at
    while before >= 0 and (before in gone or text[before] == " "):
        before -= 1
    while after < len(text) and (after in gone or text[after] == " "):
        after += 1
    if before >= 0 and after < len(text):
        _, right, bottom, top = box(before)
        left, _, base, _ = box(after)
        if abs(base - bottom) < _OFF * (top - bottom) and left - right < _ROOM * (top - bottom):
            yield from range(before + 1, after)
