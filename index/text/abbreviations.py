"""Whether a full stop belongs to the word before it, as "max." and "Gov.", or ends a sentence."""

import unicodedata
from functools import cache

import regex

from index.text.short_days import short_days
from index.text.short_forms import ALWAYS, BEFORE_NAMES, BEFORE_NUMBERS, OPENERS

_LAST_WORD = regex.compile(r"(?r)[\p{L}\p{M}\p{N}.'’\-]+$")
# A unit is written without a full stop; these would be names ("M. Dupont", "mw. Jansen").
_UNIT = regex.compile(r"(?r)\d\s?(?:[a-z]|mm|MW)$")
# "9-17. Entry", "9:30. Then": the last of hours or of an amount is no ordinal.
_PART_OF_NUMBER = regex.compile(r"\d[:,–\-]\d+$")
_INITIALS = regex.compile(r"(?:\p{L}\p{M}*\.)*\p{L}\p{M}*$")
# Thai ends no sentence with a full stop, but shortens words to consonants: "ดร.", "10.00 น."
_THAI = regex.compile(r"(?r)(?:(?<!\p{Thai})[ก-ฮ]{1,4}|โทร|มือถือ|เบอร์)$")
_NEXT_WORD = regex.compile(r"[\p{L}\p{M}]+(?![\p{L}\p{M}.:])")
_NEXT_SHORT = regex.compile(r"([\p{L}\p{M}]+)\.")
# What stands before a number, or for the word: "+49", "€5", "#3".
_BEFORE_DIGITS = frozenset("+±−~≈<>≤≥#№$€£¥₹₽₺₴₩฿")
# What ends German and Dutch compounds: "Hauptstr. 12", "Hausnr. 3", "Marienpl. 1".
_COMPOUNDS = ("str", "nr", "pl")
_VOWELS = frozenset("aeiouyæøœıаеёиоуыэюяіїєαεηιοωυ")
_ORDINAL_LANGUAGES = frozenset({"de", "da", "nb", "nn", "no", "fi", "cs", "sk", "sl", "hr", "sr",
                                "hu", "et", "lv", "is", "tr", "pl"})  # fmt: skip


def is_abbreviated(before: str, after: str, language: str | None) -> bool:
    """Whether the full stop between `before` and `after` belongs to the last word of `before`.

    `after` begins with the next word, or its number. If in doubt before a number, it does: a quote
    that is a sentence too long costs less than one without its head. `language` as in
    `sentence_spans`.
    """
    if _UNIT.search(before):
        return False
    found = _LAST_WORD.search(before)
    word = found.group() if found else ""
    last = word.lstrip("'’").split("'")[-1].split("’")[-1].split("-")[-1]
    bare, following = last.lower(), after[:1]
    if bare.isdigit() and len(bare) <= 2 and following.isupper():
        return _is_ordinal(before, bare, after, language)
    if bare in ALWAYS:
        return True
    number = following.isnumeric() or following in _BEFORE_DIGITS
    if bare in BEFORE_NAMES or last in BEFORE_NAMES:
        return number or not _opens(after, language)
    if number and _before_number(before, last, bare):
        return True
    if word[-1:] >= "\u0e00" and _THAI.search(word):
        return True
    return _is_initial(word) or _is_day(before, last, after, number, language)


def _is_ordinal(before: str, number: str, after: str, language: str | None) -> bool:
    if language is not None and language not in _ORDINAL_LANGUAGES:
        return False
    if _PART_OF_NUMBER.search(before):
        return False
    # "Hauptstr. 12. Der Bus", "um 9. Dann", but "2. Der Mieter" numbers an item.
    head = before.removesuffix(number).rstrip()
    named = head.endswith(".") and is_abbreviated(head[:-1], number, language)
    return not ((named or head[-1:].isalpha()) and _opens(after, language))


def _opens(after: str, language: str | None) -> bool:
    """Whether the next word is one that begins sentences, and no initial or label ("No: 5")."""
    found = _NEXT_WORD.match(after)
    return found is not None and found.group().lower() in _openers(language)


@cache
def _openers(language: str | None) -> frozenset[str]:
    if language is None:
        return frozenset().union(*OPENERS.values())
    return OPENERS.get(language, frozenset())


def _before_number(before: str, last: str, bare: str) -> bool:
    if bare in BEFORE_NUMBERS or last in BEFORE_NUMBERS or bare.endswith(_COMPOUNDS):
        return True
    # "Bldg. 5", "стр. 3": no word, but for units after a number, is without a vowel.
    if not 2 <= len(last) <= 5 or not last[1:].islower():
        return False
    if before[: len(before) - len(last)].rstrip()[-1:].isdigit():
        return False
    letters = unicodedata.normalize("NFD", bare)
    return letters < "\u0530" and bare.isalpha() and _VOWELS.isdisjoint(letters)


def _is_initial(word: str) -> bool:
    """Whether it is letters with full stops, or one letter alone: "A. C.", "U.S.", "d. h."."""
    if not _INITIALS.match(word):
        return False
    return "." in word or len(word) == 1 or word[:1].isupper()


def _is_day(before: str, last: str, after: str, number: bool, language: str | None) -> bool:
    """Whether it is a day or month, and hours, a date or another day follows: "Mo. - Fr. 9-17"."""
    if not 2 <= len(last) <= 6:
        return False
    short = _NEXT_SHORT.match(after)
    if number or (short and _among(short[1], short_days(language))):
        return _among(last, short_days(language))
    # "Mo. Ruhetag": a day alone is no sentence.
    head = before[: len(before) - len(last)]
    alone = head.endswith("\n") or head.rstrip()[-1:] in ("", ".", "!", "?", ":")
    return alone and _among(last, short_days(language)) and not _opens(after, language)


def _among(word: str, names: frozenset[str]) -> bool:
    return word in names or word.lower() in names
