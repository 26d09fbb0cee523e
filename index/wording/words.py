"""A text as the words that a quote must keep: each with its place, and as it is compared.

What is no word is told apart: quotation marks, hyphens, spaces, capitals, accents that are left
out. Numbers keep their points and signs, symbols such as % count as words.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

from index.text import UNSPACED, Span, caseless

_APOSTROPHES = "'’ʼ‘`´"
# A number, a letter of a script without spaces, a word with its apostrophes, or a symbol that says
# something; "<" and ">" do before a number, but where a line that is cited begins.
_TOKEN = regex.compile(
    rf"(?:(?<![\p{{L}}\p{{N}}.,])[-−–](?=\d))?\d+(?:[.,:/٫٬]\d+)*"
    rf"|[{UNSPACED}]\p{{M}}*"
    rf"|(?:[\p{{L}}--[{UNSPACED}]]\p{{M}}*)+(?:[{_APOSTROPHES}](?:[\p{{L}}--[{UNSPACED}]]\p{{M}}*)+)*"
    r"|[\p{No}\p{Nl}\p{Sc}%‰°+=±×÷≈≤≥≠]"
    # First the number, which few such signs have: what looks back takes as long as their run is.
    r"|[<>](?==?\s*\d)(?<!^[\s>]*[<>])",
    regex.V1 | regex.MULTILINE,
)
# As in the search by words: Latin, Cyrillic and Greek accents, Hebrew points, Arabic signs.
_MARKS = regex.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
# Letters of their own, whose mark is no accent that somebody may leave out.
_OWN = {"и\u0306": "й", "і\u0308": "ї"}
_SAME_LETTERS = str.maketrans("ıىیک–−", "iييك--") | dict.fromkeys(map(ord, _APOSTROPHES))
# What these are made of says less than they do: 10² is not 102.
_KEPT = ("<super>", "<sub>", "<fraction>")

# Longer words are rare; to remember those that anybody pastes would fill the memory.
_LONGEST_KNOWN = 40


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: `form` is what is compared, `span` where it stands.

    `cased` is the word as it is written, but for what a font does; `accented` has its accents,
    but no capitals.
    """

    form: str
    span: Span
    cased: str
    accented: str


def words_of(text: str, within: Span | None = None) -> list[Word]:
    """The words of a text in order; of a stretch of it, if one is given."""
    bounds = Span(0, len(text)) if within is None else within
    found = _TOKEN.finditer(text, bounds.start, bounds.end)
    return [Word(form, Span(*one.span()), cased, accented)
            for one in found for cased, accented, form in [_compared(one[0])]]  # fmt: skip


def _compared(word: str) -> tuple[str, str, str]:
    """The word as written, without capitals, and without capitals and accents."""
    return _known(word) if len(word) <= _LONGEST_KNOWN else _read(word)


@lru_cache(maxsize=100_000)
def _known(word: str) -> tuple[str, str, str]:
    return _read(word)


def _read(word: str) -> tuple[str, str, str]:
    if word.isascii() and word.isalnum():
        lower = word.casefold()
        return word, lower, lower
    cased = "".join(map(_plain, word)).translate(_SAME_LETTERS)
    accented = unicodedata.normalize("NFC", caseless(cased)).translate(_SAME_LETTERS)
    return cased, accented, _without_accents(accented)


def _without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    for pair, letter in _OWN.items():
        decomposed = decomposed.replace(pair, letter)
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed))


def _plain(letter: str) -> str:
    """A letter without what only a font makes of it, a digit of any script as 0 to 9."""
    if letter.isdecimal():
        return str(unicodedata.digit(letter))
    if unicodedata.decomposition(letter).startswith(_KEPT):
        return letter
    return unicodedata.normalize("NFKC", letter)
