"""Every sentence the bot says, in the language of whoever it speaks to (locales/*.ftl).

Written in Project Fluent (https://projectfluent.org), which knows each language's plurals.
"""

import datetime
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_timedelta
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from index.foreign import label

LOCALES = Path(__file__).with_name("locales")
FALLBACK = "en"
LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "ru", "uk", "ar", "zh", "tr")

# The day before the month, as in most of the world.
_DATES = {"en": "en_GB"}
# The first of a month, which is no "1" there: Unicode's CLDR does not know.
_FIRST = {"fr": "1er", "it": "1º"}
# Between the words of a list, where that is no comma of Latin script.
_BETWEEN = {"ar": "، ", "zh": "、"}

Value = str | int | float


class Texts:
    """The sentences of one language; what a language lacks is said in English."""

    def __init__(self, language: str) -> None:
        self.language = language
        # Marks around what is inserted would shift the entities, and Telegram drops some of them.
        self._bundle = FluentBundle([language, FALLBACK], use_isolating=False)
        for name in dict.fromkeys((FALLBACK, language)):
            self._bundle.add_resource(_written(name), allow_overrides=True)

    def __call__(self, key: str, **values: Value) -> str:
        """One sentence; raises KeyError for an unknown key or a value that is missing.

        Values are what others wrote: none of them turns the direction of what the bot says.
        """
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        shown = {name: _harmless(value) for name, value in values.items()}
        text, errors = self._bundle.format_pattern(message.value, shown)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        return str(text)

    def language_name(self, code: str) -> str:
        """What a language is called in this one; the code itself if nobody knows it."""
        try:
            return str(Locale.parse(code).get_language_name(self.language) or code)
        except (UnknownLocaleError, ValueError):
            return code

    def date(self, written: str) -> str:
        """`2025-10-02` as people write it, "2 October 2025"; what is no such date as it is."""
        try:
            day = datetime.date.fromisoformat(written)
        except ValueError:
            return written
        shown = str(format_date(day, "long", _DATES.get(self.language, self.language)))
        first = _FIRST.get(self.language) if day.day == 1 else None
        return first + shown.removeprefix("1") if first else shown

    def number(self, value: float, digits: int = 2) -> str:
        """With so many digits after the point, or what the language has for one."""
        return str(format_decimal(value, f"0.{'0' * digits}", locale=self.language))

    def listed(self, words: Iterable[str]) -> str:
        """One after the other, as the language parts them."""
        return _BETWEEN.get(self.language, ", ").join(words)

    def ago(self, passed: datetime.timedelta) -> str:
        """How long since something happened: "2 minutes ago"."""
        past = -max(passed, datetime.timedelta(seconds=1))  # -0 would be "in 0 seconds"
        return str(format_timedelta(past, threshold=1.2, add_direction=True, locale=self.language))

    def duration(self, length: datetime.timedelta) -> str:
        """How long something takes, in its largest unit: "2 minutes"."""
        return str(format_timedelta(length, threshold=1.2, locale=self.language))

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return str(Locale.parse(self.language).text_direction) == "rtl"


@cache
def _written(language: str) -> Resource:
    """The sentences of one file, which take 50 ms to read: every language has English's, too."""
    return FluentResource((LOCALES / f"{language}.ftl").read_text(encoding="utf-8"))


@cache
def texts(language: str) -> Texts:
    """The sentences of one of `LANGUAGES`."""
    return Texts(language)


def spoken(code: str | None) -> str:
    """The language of ours for an IETF tag such as `pt-BR`; English for one we do not speak."""
    primary = (code or "").lower().partition("-")[0]
    return primary if primary in LANGUAGES else FALLBACK


def own_name(language: str) -> str:
    """What a language calls itself."""
    return str(Locale.parse(language).get_display_name(language) or language).capitalize()


def short(text: str, longest: int) -> str:
    """The text in one line, at most `longest` code points of it; a mark says what is cut.

    Nothing in it moves what stands beside it.
    """
    line = label(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _harmless(value: Value) -> Value:
    return "\n".join(map(label, value.split("\n"))) if isinstance(value, str) else value
