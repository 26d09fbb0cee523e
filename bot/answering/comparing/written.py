"""Texts compared as they are written: all counts but capitals and the marks around words."""

from functools import lru_cache

import regex

from index.text import UNSPACED, caseless

_WORD = regex.compile(rf"[{UNSPACED}]\p{{M}}*|[^\s{UNSPACED}]+")
_SAME = str.maketrans("’ʼ–−‐‑", "''----")
_HYPHEN = regex.compile(r"(?<=\p{L})-(?=\p{L})")
# After a digit what looks like a quotation mark may be feet or inches.
_AROUND = regex.compile(
    r"""^["“”„«»‘'(\[{（「『《¿¡]+|(?:[.,;:!?…。，、；：！？،؛؟।॥]|(?<!\d)["“”»'’)\]}）」』》])+$"""
)


@lru_cache(maxsize=256)
def as_written(text: str) -> str:
    """The words in order, each between spaces, so that one is found whole or not at all.

    What belongs to a word is part of it: "-18" is not "18", "$5" not "€5", "C++" not "C#".
    """
    plain = _HYPHEN.sub(" ", caseless(text).translate(_SAME))
    words = (_AROUND.sub("", word) for word in _WORD.findall(plain))
    return f" {' '.join(word for word in words if word)} "
