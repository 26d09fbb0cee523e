"""Dates and languages as people write them."""

import datetime

from babel import Locale

from bot.telegram.texts import LANGUAGES

# A day needs all three; the day before the month where numbers alone leave it open.
_RULES = {
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "DATE_ORDER": "DMY",
}


def date_of(text: str, language: str) -> str | None:
    """The day that a text is, as `2025-10-02`: written so, or in a language of ours or English."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    if not any(character.isdigit() for character in text):
        return None
    import dateparser  # half a second, and few ever need it

    known = list(dict.fromkeys((language, "en")))
    found = dateparser.parse(text, languages=known, settings=dict(_RULES))
    return found.date().isoformat() if found else None


def language_of(text: str, language: str) -> str | None:
    """The ISO 639-1 code of the language that a text names: by code, or in a language of ours."""
    wanted = text.casefold()
    for spoken in dict.fromkeys((language, *LANGUAGES)):
        for code, name in Locale.parse(spoken).languages.items():
            if len(code) == 2 and wanted in (code, name.casefold()):
                return str(code)
    return None
