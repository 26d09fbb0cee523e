"""Letters of a run that are not written as they are read: raised ones, signs, private codes."""

from typing import Any

from index.sources.inline import lowered, raised
from index.sources.word.package import child, value
from index.sources.word.symbols import PRIVATE, sign

_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")


def shifted(text: str, place: str) -> str:
    """Digits raised or lowered, as in 10³ and H₂O; letters stay, and marks in brackets."""
    if place == "baseline" or text.lstrip()[:1] in {"[", "("}:
        return text
    shift = raised if place == "superscript" else lowered
    return "".join(shift(one) if one in "0123456789+-=" else one for one in text)


def has_private(text: str) -> bool:
    """Whether some of it is codes of a font of signs."""
    return any(ord(one) in PRIVATE for one in text)


def font_of(element: Any) -> str:
    """The font that the run of an element names, or ""."""
    fonts = child(element.getparent(), "rPr", "rFonts")
    return next((name for key in _FONTS if (name := value(fonts, key))), "")


def written(font: str, codes: list[int]) -> tuple[str, bool]:
    """The letters of a font's codes, and whether all of them are known."""
    signs = [sign(font, code) for code in codes]
    return "".join(one or "" for one in signs), None not in signs
