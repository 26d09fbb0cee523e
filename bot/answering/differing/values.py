"""What in answering words can be compared: numbers, times, months, days of the week, names."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import regex
from babel import dates

from bot.answering.differing.signs import ALONE, BEFORE, BEHIND, MORE_BY, fraction
from bot.answering.phrases import either, languages, said
from index.text import Span

_MILLION = 1e6
_LARGE_BY_IDEA = {
    "numbers.thousand": 1e3,
    "numbers.ten_thousand": 1e4,
    "numbers.million": _MILLION,
    "numbers.hundred_million": 1e8,
}
_LARGE = {word: value for idea, value in _LARGE_BY_IDEA.items() for word in said(idea)}
# 6.30 am, 17:00, 9h30, 1 200, 3,450.5, 1.5 million. Of `re`, whose digits are those that `float`
# reads: `regex` knows newer ones.
_NUMBER = re.compile(
    rf"(?P<below>{BEFORE})?(?:{ALONE}|"
    r"(?P<whole>\d+(?:[.,٬’'\u00a0\u202f ]\d{3}(?!\d))*)"
    r"(?:[.:,٫](?P<rest>\d+)|\s?h\s?(?P<minutes>\d\d)(?!\d))?"
    rf"{MORE_BY})"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b)?"
    rf"(?:\s?(?P<large>{either(*_LARGE_BY_IDEA)}))?{BEHIND}",
    re.IGNORECASE,
)
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’\-][\p{L}\p{M}]+)*")
_ENDS = regex.compile(r"[.!?。！？؟…:][\p{Pf}\p{Pe}\"']*\s*$|^\s*$")


def values(words: str) -> frozenset[str]:
    """Numbers, months and days of the week, as they compare in every language.

    "5 pm" is 17, "9:00" is 9, "1,200" is 1200, "minus 5" is -5, "2 1/2" is 2.5, "mardi" and
    "Tuesday" are one day.
    """
    found = {_number(one) for one in _NUMBER.finditer(words)}
    return frozenset(found | set(_calendar_words(words)))


def names(text: str, span: Span) -> frozenset[str]:
    """Words of a span with a capital, in small letters, unless that only opens a sentence.

    One that opens a sentence counts where the next has a capital, too.
    """
    found = list(_WORD.finditer(text, span.start, span.end))
    capitals = [one[0][:1].isupper() for one in found]
    after = [*capitals[1:], False][: len(capitals)]
    return frozenset(
        one[0].casefold()
        for one, capital, next_too in zip(found, capitals, after, strict=True)
        if capital and (next_too or not _ENDS.search(text[max(0, one.start() - 4) : one.start()]))
    )


def is_full_name(text: str, span: Span) -> bool:
    """Whether two words with capitals follow each other: a name also where nouns have them."""
    found = [one[0][:1].isupper() for one in _WORD.finditer(text, span.start, span.end)]
    return any(one and other for one, other in pairwise(found))


def _number(found: re.Match[str]) -> str:
    whole = re.sub(r"\D", "", found["whole"] or "0")
    value = float(f"{whole}.{found['rest'] or found['minutes'] or 0}")  # digits of any script
    if part := found["alone"] or found["more"]:
        value += fraction(part)
    if half := (found["half"] or "").lower():
        value = value % 12 + (12 if half == "p" else 0)
    if large := (found["large"] or "").lower():
        value *= _LARGE.get(large, _MILLION)
    if value and (found["below"] or found["under"]):
        value = -value
    return f"{round(value, 6):.15g}"


def _calendar_words(words: str) -> Iterator[str]:
    known = _calendar()
    for one in _WORD.finditer(words):
        value = known.get(one[0].casefold())
        # "may" is no month.
        if value and not (one[0].islower() and one[0] in _NO_MONTHS):
            yield value


_NO_MONTHS = frozenset(said("numbers.no_months"))


@cache
def _calendar() -> dict[str, str]:
    """Months and days by their names, in small letters; those that languages tell apart not."""
    found: dict[str, set[str]] = {}
    for language in languages():
        for context in ("format", "stand-alone"):
            for number, name in dates.get_month_names("wide", context, language).items():
                found.setdefault(name.casefold(), set()).add(f"month {number}")
            for number, name in dates.get_day_names("wide", context, language).items():
                found.setdefault(re.sub(r"^يوم ", "", name.casefold()), set()).add(f"day {number}")
    return {name: values.pop() for name, values in found.items() if len(values) == 1}
