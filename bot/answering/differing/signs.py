"""What beside the digits of a number makes it another: a minus, "below zero", a half."""

import re
import unicodedata

from index.text import Span

_DASH = "[-−–‑－﹣]"
# What may stand behind the first number of a range: "9 am -5 pm".
_UNITS = "am pm a.m. p.m. h ч uhr 点 點 时 時 min °c °f euro euros eur kg g mg km m cm mm ml"
_BEHIND_UNIT = "".join(
    rf"(?<!\d{re.escape(unit)}\s)(?<!\d\s{re.escape(unit)}\s)" for unit in _UNITS.split()
)
# No range, as in "5-10", "10% -15%" or "3月-5月", no "A-5", and no rest of a sum.
_SIGN = (
    rf"(?={_DASH})(?<![^\s(\[\"“„«'’:=~≈是为為到至达達约約])(?<![\d%°€$£]\s)"
    rf"{_BEHIND_UNIT}{_DASH}"
)
# Not "au moins", "más o menos", "al menos".
_WORD = (
    r"(?<!\w)(?<!\d\s)(?<!au\s)(?<!du\s)(?<!ou\s)(?<!al\s)(?<!o\s)"
    r"(?:minus|moins|menos|meno|минус|мінус|eksi|sıfırın altında|سالب|ناقص)\s"
)
BEFORE = rf"(?:{_SIGN}|{_WORD}|(?:零下|[负負])\s?)[$€£¥]?(?=[\d¼-¾⅐-⅞])"
_BELOW_ZERO = (
    r"(?:[^\w.!?;,]+[^\W\d]+){0,2}[^\w.!?;,]+(?:below zero|unter null|(?:sous|au-dessous de) zéro"
    r"|bajo cero|sotto (?:lo )?zero|abaixo de zero|ниже нуля|нижче нуля|تحت الصفر)\b"
)
BEHIND = rf"(?=(?P<under>{_BELOW_ZERO}))?"
_FRACTIONS = "[¼-¾⅐-⅞]"
MORE_BY = rf"(?:\s?(?P<more>{_FRACTIONS}|(?<=\s)[1-7][/⁄][2-8](?![\d/])))?"
ALONE = rf"(?P<alone>{_FRACTIONS}|(?<![\d/.,])(?:[12][/⁄]3|[13][/⁄]4|1[/⁄]2)(?![\d/]))"
_LONGEST = 20
_AT_END = re.compile(BEFORE, re.IGNORECASE)
_AT_START = re.compile(_BELOW_ZERO, re.IGNORECASE)


def with_signs(text: str, span: Span) -> Span:
    """A span with what turns the number that it begins with, or the one that it ends with."""
    signs = _AT_END.finditer(text, max(0, span.start - _LONGEST), min(len(text), span.start + 1))
    start = next((one.start() for one in signs if one.end() == span.start), span.start)
    below = _AT_START.match(text, span.end)
    return Span(start, below.end() if below else span.end)


def fraction(written: str) -> float:
    """The value of "½", or of "1/2"."""
    if len(written) == 1:
        return unicodedata.numeric(written)
    above, below = re.split("[/⁄]", written)
    return int(above) / int(below)
