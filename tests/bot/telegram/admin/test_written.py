"""Dates and languages as people write them."""

import pytest

from bot.telegram.admin.written import date_of, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2025-10-02", "ar"),
        ("02/10/2025", "fr"),
        ("2 octobre 2025", "fr"),
        ("2.10.2025", "de"),
        ("October 2, 2025", "tr"),
        ("2 октября 2025", "ru"),
        ("2 жовтня 2025", "uk"),
        ("2 أكتوبر 2025", "ar"),
        ("2025年10月2日", "zh"),
        ("2 Ekim 2025", "tr"),
        ("2 de octubre de 2025", "es"),
    ],
)
def test_a_day_is_understood(text: str, language: str) -> None:
    """In the language of the chat, in English, and in figures with the day first."""
    assert date_of(text, language) == "2025-10-02"


@pytest.mark.parametrize("text", ["", "soon", "today", "2025", "May 2024", "31.02.2025"])
def test_what_names_no_day_is_none(text: str) -> None:
    """Nothing is guessed."""
    assert date_of(text, "en") is None


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        *(("fr", "en", "fr"), ("French", "en", "fr"), ("français", "en", "fr")),
        *(("немецкий", "ru", "de"), ("العربية", "en", "ar"), ("Dutch", "en", "nl")),
        *(("", "en", None), ("Klingon", "en", None)),
    ],
)
def test_a_language_is_known_by_code_and_name(text: str, language: str, code: str | None) -> None:
    """In any language of the bot."""
    assert language_of(text, language) == code
