"""What the library is about, looked at once a generation."""

from pathlib import Path

import pytest

from bot.telegram.contents import LOOKED_AT, Contents, Named, told
from bot.telegram.texts import texts
from index.building import build
from index.sources import from_text
from index.store import Library, open_library
from tests.doubles import BagEncoder

SAY = texts("en")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two texts, one without a day."""
    found = open_library(tmp_path / "library")
    documents = [
        from_text("The otters came.", "Otters", "1950-03-01", doc_id="1", language="en"),
        from_text("Der Zoo ist zu.", "Zoo", doc_id="2", language="de"),
    ]
    build(found, documents, BagEncoder(), replace=True)
    return found


def test_texts_are_named_with_what_is_known(library: Library) -> None:
    """Day and language; without their words."""
    found = Contents().of(library.open())
    assert found == [Named("Otters", "1950-03-01", "en"), Named("Zoo", None, "de")]
    assert told(found, 2, SAY) == "• Otters · 1 March 1950 · English\n• Zoo · German"


def test_a_generation_is_looked_at_once(library: Library) -> None:
    """The next one anew."""
    contents, view = Contents(), library.open()
    first = contents.of(view)
    assert contents.of(view) is first
    build(library, [from_text("A hedgehog.", "Hedgehog")], BagEncoder(), replace=True)
    assert [one.title for one in contents.of(library.open())] == ["Hedgehog"]


def test_of_many_texts_some_are_named() -> None:
    """And the days and languages of all that were looked at."""
    many = [
        Named(f"T{n}", f"202{n}-01-01", code) for n, code in enumerate(("en", "fr", "en", "de"))
    ]
    lines = told(many, 1_000, SAY).splitlines()
    assert lines[2:] == [
        "• T2 · 1 January 2022 · English",
        SAY("start-more", count=997),
        "1 January 2020 to 1 January 2023 · English, French, German",
    ]
    assert LOOKED_AT < 1_000


def test_texts_of_one_day_are_of_that_day() -> None:
    """It is no time from then to then."""
    many = [Named(f"T{n}", "2025-10-02", "fr") for n in range(4)]
    assert told(many, 4, SAY).splitlines()[-1] == "2 October 2025 · French"
    assert "1er octobre 2025 · français" in told(
        [Named("T", "2025-10-01", "fr")] * 4, 4, texts("fr")
    )
