"""Terms: the words of a text as they are compared, whatever language it is in.

A term is language-agnostic, since the question's language is not known: marks and case folded, cut
to its first letters (which finds what Snowball stems find, without knowing the language); scripts
without spaces give pairs of characters; numbers lose their separators.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from index.text import code_pages
from index.text.folding import folded

# Letters kept of each word. First passage right by BM25 alone, 6 letters against Snowball:
# PIAF 0.69/0.69, AfriQA fr 0.70/0.70, XQuAD en 0.92/0.92, es 0.91/0.91, de 0.90/0.89.
STEM_LETTERS = 6

# Scripts that part no words, for a class of `regex`.
UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\U00020000-\U000323af"
)
# Marks among them that part words: of names in Katakana, of sentences, of sums of money.
_PARTING = "\u30a0\u30fb\u0e2f\u0e3f\u0e4f\u0e5a\u0e5b\u104a-\u104f\u17d4-\u17db"
# A number, letters of a script without spaces, or a word.
_TOKEN = re.compile(
    rf"(\d+(?:[.,]\d+)*)|((?:(?![{_PARTING}])[{_UNSPACED}])+)"
    r"|((?:[^\W\d_]|[\u0900-\u0963\u0970-\u0dff])+)"
)
# Scripts written with spaces and without signs inside of words, and the marks and signs of all. Of
# texts that no code page holds, such as Hebrew, two alphabets, or a formula among Latin letters:
# they are cut in half the time.
_PLAIN = re.compile("[\0-\u05ff\u2000-\u2bff]*")
_PLAIN_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ARABIC_LETTERS = str.maketrans("ىةیک", "يهيك")
_ARABIC_PREFIX = re.compile("^[وف]?(?:ال|بال|كال|لل)(?=..)")


def terms_of(text: str, letters: int | None = STEM_LETTERS) -> list[str]:
    """The terms of `text`, in order, repeated; of words their first `letters`, None for all."""
    if (parted := code_pages.parted(text)) is not None:
        return [one[:letters] if one > ":" else one for one in parted]
    text = folded(text)
    if _PLAIN.fullmatch(text):
        found = _PLAIN_TOKEN.findall(text)
        return [one[:letters] if one > ":" else _digits(one) for one in found]
    return list(_terms(text.translate(_ARABIC_LETTERS), letters))


def _terms(text: str, letters: int | None) -> Iterator[str]:
    for number, unspaced, word in _TOKEN.findall(text):
        if word:
            yield (word if word < "\u0600" else _ARABIC_PREFIX.sub("", word))[:letters]
        elif number:
            yield _digits(number)
        elif len(unspaced) == 1:
            yield unspaced
        else:
            yield from map("".join, pairwise(unspaced))


def _digits(number: str) -> str:
    return number.replace(".", "").replace(",", "")


def coverage(weights: Mapping[str, float], text: str) -> float:
    """The share (0..1) of the weight of the question's terms that `text` contains."""
    return share(weights, terms_of(text))


def share(weights: Mapping[str, float], found: Iterable[str]) -> float:
    """The share (0..1) of the weight of the question's terms that are among the `found`."""
    total = sum(weights.values())
    if total == 0.0:
        return 0.0
    among = found if isinstance(found, frozenset) else set(found)
    return sum(weight for term, weight in weights.items() if term in among) / total
