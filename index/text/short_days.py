"""Days and months in short, in the languages that Unicode's CLDR knows."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# Those that are looked for where the language is not known.
_ANY = ("en", "fr", "de", "es", "it", "pt", "ru", "uk", "tr")


@cache
def short_days(language: str | None) -> frozenset[str]:
    """Days and months as CLDR shortens them, without full stops; none in an unknown language.

    `language` is as in `sentence_spans`. Reading a language takes some 10 milliseconds, once.
    """
    from babel import Locale, UnknownLocaleError

    if language is None:
        return frozenset().union(*map(short_days, _ANY))
    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return frozenset()
    short = {*_names(locale, "abbreviated"), *_names(locale, "short")}
    return frozenset(short.difference(_names(locale, "wide")))


def _names(locale: "Locale", width: str) -> Iterator[str]:
    for names in (locale.days, locale.months):
        for context in ("format", "stand-alone"):
            yield from (name.rstrip(".") for name in names[context].get(width, {}).values())
