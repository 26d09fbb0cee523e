"""What was left out, in English."""

from pathlib import Path

import pytest

import index.sources
from index.text import LeftOut, Missing, in_english
from index.text.left_out_in_english import SENTENCES

FEW = tuple(range(1, 9))


def test_every_kind_has_a_sentence_and_a_loader() -> None:
    """But for what older libraries say in words, which no loader does."""
    assert set(SENTENCES) == set(Missing)
    assert len(set(SENTENCES.values())) == len(Missing) - 1  # a file is its name, words are words
    loaders = Path(index.sources.__file__).parent.rglob("*.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in loaders)
    assert {one for one in Missing if f"Missing.{one.name}" not in code} == {Missing.SAID}


@pytest.mark.parametrize(
    ("left", "english"),
    [
        (LeftOut(Missing.HIDDEN), "hidden text"),
        (LeftOut(Missing.HIDDEN_ROWS_OF_SHEET, "A", count=1), "1 hidden row of the sheet “A”"),
        (
            LeftOut(Missing.HIDDEN_ROWS_OF_SHEET, "{s}", count=2),
            "2 hidden rows of the sheet “{s}”",
        ),
        (LeftOut(Missing.DAMAGED, "a.xhtml", "bad CRC"), "a.xhtml, which is damaged: bad CRC"),
        (LeftOut(Missing.COMMENTED, count=1, pages=(3,)), "comments on page 3"),
        (LeftOut(Missing.UNREADABLE, count=2, pages=(3, 5)), "pages 3, 5, which cannot be read"),
        (
            LeftOut(Missing.PICTURED, count=11, pages=FEW),
            "pages 1, 2, 3, 4, 5, 6, 7, 8 and 3 more, of which there are only pictures",
        ),
        (LeftOut(Missing.PICTURES), "pictures"),
        (LeftOut(Missing.PICTURES, count=2), "2 pictures"),
        (LeftOut(Missing.SAID, "any {words}"), "any {words}"),
    ],
)
def test_it_is_said_with_its_names_and_numbers(left: LeftOut, english: str) -> None:
    """Of many pages the first."""
    assert in_english(left) == english
