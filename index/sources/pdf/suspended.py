"""Hyphens that stand for what two words share: Haupt- und Nebenstraßen, short- and long-term."""

import re

# The words between two such words, by language.
_BETWEEN = {
    "bs": "i ili", "ca": "i o", "cs": "a i nebo", "da": "og eller", "de": "und oder bzw sowie u",
    "el": "και ή", "en": "and or to", "es": "y e o u", "et": "ja või", "fi": "ja tai sekä",
    "fr": "et ou", "hu": "és vagy", "is": "og eða", "it": "e ed o", "nb": "og eller",
    "nl": "en of", "nn": "og eller", "no": "og eller", "pl": "i lub oraz", "pt": "e ou",
    "ro": "și sau", "ru": "и или", "sk": "a i alebo", "sl": "in ali", "sv": "och eller samt",
    "tr": "ve veya", "uk": "і й та або чи",
}  # fmt: skip
_WORDS = {language: frozenset(words.split()) for language, words in _BETWEEN.items()}
# Here and there words of one piece end so, though never after a consonant.
_AFTER_VOWELS = {("nl", "en"), ("nl", "of")}
_VOWELS = "aeiouy"
# A conjunction, and after it a word with a hyphen as the one before.
_WITH_ANOTHER = re.compile(r"[^\W\d_]+\.? +(?:[^\W_]+ +)?[^\W_]+[-‐][^\W_]")


def is_between(word: str, language: str | None) -> bool:
    """Whether it is a conjunction of the language."""
    return word.lower() in _WORDS.get(language or "", ())


def is_suspended(before: str, line: str, language: str | None) -> bool:
    """Whether a word and a line that begins with a conjunction cannot be one word cut in two."""
    word = re.match(r"\w+", line)
    after = word[0].lower() if word else ""
    if len(after) == 1 or before[-1].isdigit() or _WITH_ANOTHER.match(line):
        return True
    return (language, after) in _AFTER_VOWELS and before[-1].lower() not in _VOWELS
