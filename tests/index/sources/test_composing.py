"""What a source says of its text is believed as far as it is likely."""

import pytest

from index.sources.composing import document_of
from index.sources.loader import Extracted
from index.text import Part

ENGLISH = "The harbour was dug by hand in three summers, and forty boats found room in it."
GERMAN = "Der Hafen wurde in drei Sommern von Hand gegraben und bot vierzig Booten Platz."
UNKNOWN = "12 34"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (GERMAN, "en", "de"),
        (UNKNOWN, "de-CH", "de"),
        (UNKNOWN, "EN_us", "en"),
        (UNKNOWN, "deu", "de"),
        (UNKNOWN, "fre", "fr"),
        (UNKNOWN, "xx", None),
        (UNKNOWN, "und", None),
        (UNKNOWN, "english", None),
        (UNKNOWN, None, None),
    ],
)
def test_the_language_has_two_letters(
    text: str, declared: str | None, language: str | None
) -> None:
    """It is that of the text; what is declared counts where the text does not tell."""
    found = Extracted((Part(f"{text} a"),), language=declared)
    assert document_of("a", found).language == language


def test_a_preface_is_not_the_book() -> None:
    """A licence in English before a novel in German does not make it English."""
    parts = (*[Part(ENGLISH)] * 30, *[Part(GERMAN)] * 100)
    assert document_of("a", Extracted(parts)).language == "de"


@pytest.mark.parametrize(
    ("stated", "date"), [("2024-05-06T10:00", "2024-05-06"), ("2/7/2020 05:41:45", None)]
)
def test_broken_dates_are_none(stated: str, date: str | None) -> None:
    """Whichever loader gives them."""
    assert document_of("a", Extracted((Part(ENGLISH),), date=stated)).date == date


def test_soft_hyphens_are_stored_nowhere() -> None:
    """In no format's text, nor in its title."""
    found = document_of("a", Extracted((Part("Die Hafen\u00adgebühr."),), "Gebüh\u00adren"))
    assert (found.text, found.title) == ("Die Hafengebühr.", "Gebühren")


def test_rows_are_no_title() -> None:
    """The first line that is none; of a table alone, the name of its file."""
    table = Part("Day | Opens", "row", 1), Part("Monday | 10", "row", 2)
    for name, title in (
        ("a/hours.csv", "hours"),
        ("https://example.org/", "https://example.org/"),
    ):
        assert document_of(name, Extracted(table)).title == title
    told = document_of("a.docx", Extracted((*table, Part("Hours of the pier", "heading", 1))))
    assert told.title == "Hours of the pier"
