"""Values of a sheet as its reader sees them: number formats (ECMA-376 part 1, 18.8.30-31).

What a format leaves to the reader's own system, such as the order of a short date, is written as
no country misreads it: 2024-03-05.
"""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from locale import windows_locale

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import to_excel

from index.sources.office.days import day_shown

Value = int | float | datetime.datetime | datetime.date | datetime.time | datetime.timedelta
# Formats that a file only numbers, and openpyxl tells otherwise than they are.
_MENDED = {
    BUILTIN_FORMATS[44]: r'_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)',
    BUILTIN_FORMATS[47]: "mm:ss.0",
}
# Formats that the reader's system decides (openpyxl's names of 14 and 22, long dates, times), and
# those that openpyxl writes where nobody chose one.
_SYSTEM = re.compile(
    r"mm-dd-yy|m/d/yy h:mm|.*\[\$-F[48]00\].*|(?:yyyy-mm-dd )?h:mm:ss", re.IGNORECASE
)
# A part of a format: words, a sign as such, room and filling, what stands in brackets, all else.
_PART = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]|\[([^\]]*)\]|(.)')
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_PLACES = re.compile(r"[0#?](?:[0#?,]*[0#?])?(?:\.[0#?]*)?|\.[0#?]+")
# What stands for the value as it is; "@" for a text, which a number is where that is the format.
_AS_IT_IS = re.compile("general|@", re.IGNORECASE)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)(;|$)')
_EXPONENT = re.compile(r"E[+-]0+")
# In a run of a format, letters that the text itself has are kept as such by this range.
_KEPT = 0xE000


def shown(value: Value, number_format: str) -> str:
    """The value in the format; as plainly as it can be said where the format is not understood."""
    number_format = _MENDED.get(number_format, number_format)
    if isinstance(value, int | float):
        return _number(value, number_format)
    if _SYSTEM.fullmatch(number_format):
        return _plain_day(value)
    code, words, language = _parsed(_sections(number_format)[0])
    if "#" in code:  # it was taken for a day because of a letter in it: CHF
        return _number(float(to_excel(value)), number_format)
    found = day_shown(value, code, language)
    return _plain_day(value) if found is None else _spoken(found, words)


def _number(value: float, number_format: str) -> str:
    sections = _sections(number_format)
    at = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    code, words, _ = _parsed(sections[at])
    code = _AS_IT_IS.sub("General", code)
    places = [*_PLACES.finditer(code)]
    if "General" in code:
        if places:  # nobody can tell which of the two is meant
            return _general(value)
        digits = _general(abs(value) if at else value)
        return _spoken(code.replace("General", digits), words).strip()
    if len(places) != 1 or "/" in code or _EXPONENT.search(code):
        if not places:  # a format that says something in the value's stead
            return _spoken(code, words).strip()
        grouped = float(value).is_integer() and not re.search(r"[/.,?E]", code)
        return _spoken(_grouped(int(value), code), words) if grouped else _general(value)
    (place,) = places
    after = re.match(",*", code[place.end() :])
    thousands = len(after[0]) if after else 0
    exact = Decimal(repr(value)) * 100 ** code.count("%") / 1000**thousands
    digits = _digits(abs(exact), place[0])
    sign = "-" if exact < 0 and not at and any(one in "123456789" for one in digits) else ""
    text = code[: place.start()] + digits + code[place.end() + thousands :]
    return sign + _spoken(text, words).strip()


def _digits(value: Decimal, places: str) -> str:
    """The digits in their places; halves are rounded up."""
    whole, _, fraction = places.partition(".")
    exponent = Decimal(1).scaleb(-len(fraction))
    text = f"{value.quantize(exponent, ROUND_HALF_UP):{',' if ',' in whole else ''}f}"
    before, _, after = text.partition(".")
    while after and len(after) > fraction.count("0") and after[-1] == "0":
        after = after[:-1]
    before = "" if before == "0" and "0" not in whole else before.rjust(whole.count("0"), "0")
    return f"{before}.{after}" if after else before


def _grouped(value: int, code: str) -> str:
    """The digits in groups, as of a telephone number, from the right."""
    digits = [*str(abs(value)).rjust(code.count("0"), "0")]
    text = ""
    for sign in reversed(code):
        text = ((digits.pop() if digits else "") if sign in "0#" else sign) + text
    return ("-" if value < 0 else "") + "".join(digits) + text


def _general(value: float) -> str:
    """A number without noise."""
    return str(int(value)) if float(value).is_integer() else f"{value:.15g}"


def _plain_day(value: Value) -> str:
    """A day and a time, each only if there is one; of a length of time its hours and minutes."""
    if isinstance(value, datetime.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "seconds" if value.second else "minutes")
    if isinstance(value, datetime.time):
        return value.isoformat("seconds" if value.second else "minutes")
    return str(value)


@lru_cache(maxsize=1_000)
def _sections(number_format: str) -> list[str]:
    """Those for numbers above, below and at nothing; with conditions of their own, only one.

    An empty one shows nothing; one for texts beside them is none of them.
    """
    found: list[str] = []
    for section in _SECTION.finditer(number_format or "General"):
        found.append(section[1])
        if not section[2]:
            break
    if len(found) > 1 and "@" in _parsed(found[-1])[0]:
        found.pop()
    return ["General"] if any(re.search(r"\[[<>=]", one) for one in found) else found


@lru_cache(maxsize=1_000)
def _parsed(section: str) -> tuple[str, tuple[str, ...], str]:
    """The codes with a sign for each stretch of words, these words, and the language of days."""
    code, language = "", "en"
    words: list[str] = []
    for match in _PART.finditer(section):
        quoted, escaped, currency, system, inner, sign = match.groups()
        word = next((one for one in (quoted, escaped, currency) if one), None)
        if word is not None:
            code += chr(_KEPT + len(words))
            words.append(word)
        elif inner is not None:
            code += f"[{inner}]" if _ELAPSED.fullmatch(inner) else ""
        else:
            # Room beside a number is as wide as a sign.
            code += sign or (" " if match[0].startswith("_") else "")
        if system:
            language = windows_locale.get(int(system, 16) & 0xFFFF, "en").split("_")[0]
    return code, tuple(words), language


def _spoken(text: str, words: tuple[str, ...]) -> str:
    for at, word in enumerate(words):
        text = text.replace(chr(_KEPT + at), word)
    return text
