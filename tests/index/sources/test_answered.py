"""What a process that reads answers is no more than a loader may say."""

from typing import Any

import pytest

from index.errors import Trouble
from index.sources.answered import LONGEST, MOST, PAGES, extracted
from index.sources.loader import Extracted
from index.text import LeftOut, Missing, Part

PICTURES = {"kind": "pictures", "name": "", "why": "", "count": 2, "pages": []}


def _answer(*left_out: Any) -> dict[str, Any]:
    return {
        "parts": [["The lamp.", "heading", 1]], "title": None, "date": None, "language": None,
        "url": None, "name": "", "left_out": list(left_out), "is_own": False, "entry": "",
        "why": "", "trouble": "other",
    }  # fmt: skip


def test_an_answer_is_what_was_extracted() -> None:
    """Every field."""
    pages = {"kind": "pictured", "name": "", "why": "", "count": 9, "pages": [1, 2]}
    assert extracted(_answer(PICTURES, pages)) == Extracted(
        (Part("The lamp.", "heading", 1),),
        left_out=(
            LeftOut(Missing.PICTURES, count=2),
            LeftOut(Missing.PICTURED, count=9, pages=(1, 2)),
        ),
        trouble=Trouble.OTHER,
    )


def test_what_was_left_out_is_bounded() -> None:
    """How much there is, how long it is, and how many pages."""
    long = {**PICTURES, "kind": "attached", "name": "x" * 9_999, "why": "y" * LONGEST}
    many = {**PICTURES, "kind": "beyond", "pages": list(range(9_999))}
    first, second, *rest = extracted(_answer(long, many, *[PICTURES] * MOST)).left_out
    assert first == LeftOut(Missing.ATTACHED, f"{'x' * (LONGEST - 1)}…", "y" * LONGEST, 2)
    assert (len(second.pages), len(rest)) == (PAGES, MOST - 2)


@pytest.mark.parametrize(
    "wrong",
    [
        "hidden text",
        {"kind": "hidden"},
        {**PICTURES, "kind": "seals"},
        {**PICTURES, "name": 7},
        {**PICTURES, "why": None},
        {**PICTURES, "count": "2"},
        {**PICTURES, "count": -1},
        {**PICTURES, "count": 10**100},
        {**PICTURES, "pages": ["1"]},
        {**PICTURES, "pages": 1},
    ],
)
def test_what_is_none_is_refused(wrong: object) -> None:
    """An unknown kind, and what is no text or number."""
    with pytest.raises((KeyError, TypeError, ValueError)):
        extracted(_answer(wrong))
