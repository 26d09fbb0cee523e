"""Russian and Ukrainian typed in Latin letters."""

import json
from pathlib import Path

import pytest

from bot.answering.understanding.transliterated import in_cyrillic

DATA = Path(__file__).parents[3] / "data"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Chto reshil Tramp?", "что решил трамп?"),
        ("kogda poydut pervye poezda", "когда пойдут первые поезда"),
        ("kto novyy predsedatel", "кто новый председател"),
        ("mozhno li hranit shiny", "можно ли хранит шины"),
        ("shcho vyrishyv Tramp", "що вирішив трамп"),
        ("skolko dlitsya garantiya", "сколко длится гарантия"),
    ],
)
def test_letters_are_put_back(typed: str, meant: str) -> None:
    """As far as they say; the soft sign is not typed, and not missed."""
    assert in_cyrillic(typed) == meant


def test_other_languages_are_left_alone() -> None:
    """No question of our own sets is taken for one, but for those that are."""
    for name in ("single", "official", "mixed", "lookalike", "typed"):
        for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            for one in json.loads(line)["questions"]:
                found = in_cyrillic(one["question"])
                assert found is None or one.get("kind") == "translit", one
