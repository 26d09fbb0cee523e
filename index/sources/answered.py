"""What a process that reads has answered, as values again, if it is what a loader may say."""

from typing import Any

from index.errors import Trouble
from index.sources.jsonl import Row
from index.sources.loader import Extracted
from index.text import LeftOut, Missing, Part

# So many things that were left out are told of one document, each name, and each reason, in so
# many code points; and of a thing so many pages by number.
MOST, LONGEST, PAGES = 10_000, 1_000, 100
# No file has more of anything.
_MOST_COUNTED = 1_000_000_000


def extracted(answer: dict[str, Any]) -> Extracted:
    """A document of a file; raises KeyError, TypeError or ValueError for what is none."""
    parts = tuple(Part(*part) for part in answer.pop("parts"))
    left_out = tuple(map(_left_out, answer["left_out"][:MOST]))
    told = {"left_out": left_out, "trouble": Trouble(answer["trouble"])}
    return Extracted(parts, **(answer | told))


def row(answer: dict[str, Any]) -> Row:
    """A line of a .jsonl file; raises as `extracted` does."""
    found = answer.pop("found")
    return Row(**answer, found=extracted(found) if found else None)


def _left_out(answer: dict[str, Any]) -> LeftOut:
    return LeftOut(
        Missing(answer["kind"]),
        _text(answer["name"]),
        _text(answer["why"]),
        _number(answer["count"]),
        tuple(map(_number, answer["pages"][:PAGES])),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("no number")
    if not 0 <= value <= _MOST_COUNTED:
        raise ValueError("no number of things in a file")
    return value
