"""How long a question is, in words, also where these are not parted."""

import regex

from index.text import UNSPACED

_UNSPACED = regex.compile(f"[{UNSPACED}]")
# Words are so long in Chinese and Japanese, for the most part; "ー" is of no script.
_WORD = regex.compile(rf"[{UNSPACED}][{UNSPACED}ー]?[^\w\s]*|[^\s{UNSPACED}]+")


def word_count(text: str) -> int:
    """How many words there are; where they are not parted, two letters count as one."""
    return len(_WORD.findall(text))


def unspaced_letters(text: str) -> int:
    """How many letters there are of those that are written without spaces between words."""
    return len(_UNSPACED.findall(text))
