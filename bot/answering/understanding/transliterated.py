"""Russian and Ukrainian in Latin letters, "Chto reshil Tramp", back in their own.

By small tables; only what has a word of those that such questions are asked with, so that a
question in another language is seldom taken for one, and is then asked both ways.
"""

import regex

from bot.answering.phrases import said_in

_RUSSIAN = {
    "tsya": "тся", "shch": "щ", "sch": "щ", "yo": "ё", "jo": "ё", "zh": "ж", "kh": "х", "ts": "ц",
    "ch": "ч", "sh": "ш", "yu": "ю", "ju": "ю", "ya": "я", "ja": "я", "a": "а", "b": "б", "v": "в",
    "g": "г", "d": "д", "e": "е", "z": "з", "i": "и", "j": "й", "k": "к", "l": "л", "m": "м",
    "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "h": "х",
    "c": "ц", "x": "кс", "q": "к", "'": "ь",
}  # fmt: skip
_UKRAINIAN = _RUSSIAN | {"i": "і", "y": "и", "yi": "ї", "ye": "є", "ie": "є", "h": "г", "g": "ґ"}
# After a consonant it is "ы", else "й".
_HARD = regex.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])y")
# No w, which Polish has in the same words: "kto wygrał".
_LATIN = regex.compile(r"[a-vx-zA-VX-Z\p{N}\s\p{P}]+")


def _asks(language: str) -> regex.Pattern[str]:
    words = "|".join(said_in(language, "questions.asking_in_latin"))
    return regex.compile(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})", regex.IGNORECASE)


_TABLES = ((_asks("uk"), _UKRAINIAN), (_asks("ru"), _RUSSIAN))


def in_cyrillic(question: str) -> str | None:
    """The question in Cyrillic letters if it reads like one put into Latin ones; else None."""
    if not _LATIN.fullmatch(question):
        return None
    for asked, letters in _TABLES:
        if asked.search(question):
            return _converted(question.lower(), letters)
    return None


def _converted(text: str, letters: dict[str, str]) -> str:
    longest = sorted(letters, key=len, reverse=True)
    pattern = regex.compile("|".join(map(regex.escape, longest)))
    found = pattern.sub(lambda match: letters[match.group()], text)
    return regex.sub(r"y", "й", _HARD.sub("ы", found))
