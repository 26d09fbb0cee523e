"""Days as sources write them: the day that is meant, or none, never another."""

import datetime
import re
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}\S*)?")
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_MONTH = re.compile(
    r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|d')?([^\W\d_]{3,})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_HYPHENS = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d{4})(?!\d)")
# RFC 822, which writes years with two digits.
_SHORT_YEAR = re.compile(r"(\d{1,2}) ([A-Za-z]{3}) (\d{2}) \d{1,2}:\d{2}")
# The languages whose names of months are known (CLDR).
_LANGUAGES = (
    "en de fr es it pt nl ru uk pl cs sk sv da nb nn fi hu ro tr el bg hr sl et lv lt id ca eu gl"
)
# Before print nothing is dated; where a clock was never set, programs write its first day.
_EARLIEST = datetime.date(1450, 1, 1)
# No date is written in more letters; patterns that look anywhere in a text are slow in long ones.
_LONGEST = 100
_UNSET = {datetime.date(1970, 1, 1), datetime.date(1601, 1, 1), datetime.date(1980, 1, 1)}


def day(value: str | None) -> str | None:
    """The day that a date or moment names, as `2025-10-02`; None where it is not plain.

    Reads ISO 8601, `2016/6/29`, `05.03.2024`, `Tue, 05 Mar 2024` and names of months in the
    languages of Europe. `03/05/2024` is two days, and a day long before or after now is none, as
    is anything of more than 100 letters.
    """
    text = " ".join((value or "").split())
    found = (_numbers(text) or _named(text)) if len(text) <= _LONGEST else None
    if found is None:
        return None
    try:
        date = datetime.date(*found)
    except ValueError:
        return None
    latest = datetime.date.today() + datetime.timedelta(days=366)
    return date.isoformat() if _EARLIEST <= date <= latest and date not in _UNSET else None


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date in digits."""
    if found := _ISO.match(text) or _COMPACT.fullmatch(text) or _EAST.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _YEAR_FIRST.match(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _DAY_FIRST.search(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _SLASHES.match(text):
        first, second = int(found[1]), int(found[2])
        if first > 12 or first == second:
            return int(found[3]), second, first
        return (int(found[3]), first, second) if second > 12 else None
    return None


def _named(text: str) -> tuple[int, int, int] | None:
    """The same of one with the month's name."""
    for pattern, place in ((_HYPHENS, 2), (_DAY_MONTH, 2), (_MONTH_DAY, 1)):
        if found := pattern.search(text):
            month = _months().get(found[place].casefold())
            return (int(found[3]), month, int(found[3 - place])) if month else None
    if found := _SHORT_YEAR.search(text):
        month, year = _months().get(found[2].casefold()), int(found[3])
        return (year + (2000 if year < 50 else 1900), month, int(found[1])) if month else None
    return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """The month of each name that means the same one in all the languages that have it."""
    from babel.dates import get_month_names

    found: dict[str, set[int]] = {}
    for language in _LANGUAGES.split():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in get_month_names(width, context, language).items():
                    found.setdefault(name.casefold().rstrip("."), set()).add(month)
    return {name: months.pop() for name, months in found.items() if len(months) == 1}
