"""Days, times and lengths of time in a sheet's format (ECMA-376 part 1, 18.8.30)."""

import datetime
import re

Moment = datetime.datetime | datetime.date | datetime.time | datetime.timedelta
_CODES = re.compile(r"\[(h+|m+|s+)\]|(y+|m+|d+|h+|s+)|(AM/PM|A/P)|\.(0+)", re.IGNORECASE)


def day_shown(value: Moment, code: str, language: str) -> str | None:
    """The moment in the format; None if this has no codes for it, or such as it does not have.

    `language` names the months.
    """
    found = [*_CODES.finditer(code)]
    if not any(match[1] or match[2] for match in found):
        return None
    if not isinstance(value, datetime.date) and _is_dated(found):
        return None
    half = any(match[3] for match in found)
    text, end = "", 0
    for at, match in enumerate(found):
        text += code[end : match.start()]
        text += _one(value, match, half, _is_minute(found, at), language)
        end = match.end()
    return (text + code[end:]).strip()


def _is_dated(found: list[re.Match[str]]) -> bool:
    """Whether years, months or days are asked for."""
    letters = ((at, match[2][0].lower()) for at, match in enumerate(found) if match[2])
    return any(one in "yd" or (one == "m" and not _is_minute(found, at)) for at, one in letters)


def _is_minute(found: list[re.Match[str]], at: int) -> bool:
    """Whether an m after hours or before seconds means minutes, not months."""
    around = [found[place][0].strip("[]").lower()[:1] for place in (at - 1, at + 1)
              if 0 <= place < len(found)]  # fmt: skip
    return (at > 0 and around[0] == "h") or (at + 1 < len(found) and around[-1] == "s")


def _one(value: Moment, match: re.Match[str], half: bool, minute: bool, language: str) -> str:
    if match[1]:
        return _elapsed(value, match[1])
    if match[3]:
        return ("PM" if _clock(value).hour >= 12 else "AM")[: len(match[3]) // 2 or 1]
    if match[4]:
        return f".{_clock(value).microsecond:06}"[: len(match[4]) + 1]
    letter, wide = match[2][0].lower(), len(match[2])
    if letter in "hs" or (letter == "m" and minute and wide < 3):
        clock = _clock(value)
        hour = (clock.hour - 1) % 12 + 1 if half else clock.hour
        number = {"h": hour, "m": clock.minute, "s": clock.second}[letter]
        return f"{number:0{min(wide, 2)}}"
    return _date(value, letter, wide, language)


def _date(value: Moment, letter: str, wide: int, language: str) -> str:
    if not isinstance(value, datetime.date):
        return ""
    if letter == "y":
        return f"{value.year:04}" if wide > 2 else f"{value.year % 100:02}"
    if wide > 2:
        from babel.dates import format_date

        pattern = {"d": ("EEE", "EEEE"), "m": ("MMM", "MMMM", "MMMMM")}[letter]
        return format_date(value, pattern[min(wide - 3, len(pattern) - 1)], locale=language)
    number = value.day if letter == "d" else value.month
    return f"{number:0{wide}}"


def _elapsed(value: Moment, code: str) -> str:
    """All hours, minutes or seconds of a length of time."""
    if isinstance(value, datetime.timedelta):
        seconds = value.total_seconds()
    else:
        clock = _clock(value)
        seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    unit = {"h": 3600, "m": 60, "s": 1}[code[0].lower()]
    return f"{int(seconds // unit):0{len(code)}}"


def _clock(value: Moment) -> datetime.time:
    """The time of the day; of a length of time what its whole days leave."""
    if isinstance(value, datetime.timedelta):
        return (datetime.datetime.min + value % datetime.timedelta(days=1)).time()
    if isinstance(value, datetime.datetime):
        return value.time()
    return value if isinstance(value, datetime.time) else datetime.time()
