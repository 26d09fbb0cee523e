"""Whether what a style sheet has for some media is for the screen that most see a page on."""

import re
from enum import IntEnum

# In CSS pixels, of a window on a desk; and what an em has of them.
_WIDE, _EM = 1_280, 16
_SCREEN = re.compile(r"(?:(?:only )?(?:screen|all)|not (?:print|speech))?")
_OTHERS = re.compile(
    r"not (?:all|screen)|(?:only )?(?:print|speech|aural|braille|embossed|handheld|projection|tty"
    r"|tv)"
)
_WIDTH = re.compile(
    r"\( ?(?:(min|max)-(?:device-)?width ?:|width ?([<>])=?) ?(\d*\.?\d+)(px|r?em) ?\)"
)


class On(IntEnum):
    """On how many of such screens something holds; on some, where nobody can say."""

    NONE = 0
    SOME = 1
    ALL = 2


def holds(media: str) -> On:
    """On how many one of the queries, between commas, holds."""
    return max(_query(" ".join(one.lower().split())) for one in media.split(","))


def _query(query: str) -> On:
    parts = query.split(" and ")
    if len(parts) > 1 and query.startswith("not "):
        return On.SOME
    return min(map(_part, parts))


def _part(part: str) -> On:
    if _SCREEN.fullmatch(part):
        return On.ALL
    if _OTHERS.fullmatch(part):
        return On.NONE
    if not (width := _WIDTH.fullmatch(part)):
        return On.SOME
    bound = float(width[3]) * (1 if width[4] == "px" else _EM)
    is_least = "min" in width.groups() or ">" in width.groups()
    return On.ALL if (bound <= _WIDE if is_least else bound >= _WIDE) else On.NONE
