"""A question without what may tell of a person: numbers, addresses, names that are not the texts'.

A name is told by its capitals; where a script has none, by what `bot.gaps.unmarked` says. A
question begins with a capital whatever its first word is: that one is kept where it is one that
opens questions. What somebody types without capitals, or what German writes with a capital and is
no name, cannot be told for certain: of German only names of two words, or after a title, are left
out.
"""

from collections.abc import Callable, Sequence

import regex

from bot.gaps.openings import ELIDED, GERMAN, OPENINGS
from bot.gaps.unmarked import is_unmarked_name, without_names
from index.store import View
from index.text import caseless, detect, terms_of

LEFT_OUT = "…"
# No question is kept longer, in code points.
LONGEST = 200
# A question of fewer words, without what is left out, says nothing of what is asked.
FEWEST = 2
_TITLES = frozenset(
    ("herr", "herrn", "frau", "dr", "prof", "mr", "mrs", "ms", "mme", "m", "monsieur", "madame",
     "señor", "señora")
)  # fmt: skip
_PERSONAL = regex.compile(r"\d|@|://|^www\.", regex.IGNORECASE)
_INNER = regex.compile(r"^[^\p{L}\p{N}@]*(.*?)[^\p{L}\p{N}]*$")
# What an apostrophe or a hyphen joins: "d'Artagnan", "Ayşe'nin", "sera-t-il".
_JOINT = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
# Where words are parted by spaces, and a few of them say something.
_CASED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}]")

Known = Callable[[str], bool]
"""Whether a word stands in the texts."""


def known_in(view: View) -> Known:
    """Whether words stand in a generation: they are nobody's secret."""

    def known(word: str) -> bool:
        terms = terms_of(word)
        return bool(terms) and bool(view.saying(terms, 1))

    return known


def cleaned(question: str, known: Known) -> str | None:
    """The question as it may be kept; None where too little is left of it."""
    words = question.split()
    inner = [_INNER.sub(r"\1", word) for word in words]
    german = detect(question) == "de"
    kept = [
        LEFT_OUT
        if _PERSONAL.search(word)
        or (_is_german_name if german else _is_name)(inner, place, known)
        or is_unmarked_name(inner, place, known)
        else without_names(word, LEFT_OUT, known)
        for place, word in enumerate(words)
    ]
    said = [word for word in kept if word != LEFT_OUT]
    letters = sum(bool(regex.search(r"\p{L}", word)) for word in said)
    spaced = any(_CASED.search(word) for word in said)
    if letters < (FEWEST if spaced else 1):
        return None
    once = [word for place, word in enumerate(kept)
            if word != LEFT_OUT or not place or kept[place - 1] != LEFT_OUT]  # fmt: skip
    return " ".join(once)[:LONGEST]


def _is_name(words: Sequence[str], place: int, known: Known) -> bool:
    """Whether a word may be a person's name: it has a capital, and the texts have it not."""
    parts = [part for part in _JOINT.split(words[place]) if part.casefold() not in ELIDED]
    if parts and not any(words[:place]) and caseless(parts[0]) in OPENINGS:
        del parts[0]
    named = [part for part in parts if len(part) > 1 and part[0].isupper()]
    return not all(part.casefold() in _TITLES or known(part) for part in named)


def _is_german_name(words: Sequence[str], place: int, known: Known) -> bool:
    """The same in German, where every noun has a capital: it is one of two, or has a title."""
    word = words[place]
    if not _capital(words, place) or word.casefold() in _TITLES or known(word):
        return False
    titled = place > 0 and words[place - 1].casefold() in _TITLES
    return titled or _capital(words, place - 1) or _capital(words, place + 1)


def _capital(words: Sequence[str], place: int) -> bool:
    """Whether a word has a capital, is more than a letter, and does not only open a question."""
    if place == 0 and words and words[0].casefold() in GERMAN:
        return False
    return 0 <= place < len(words) and len(words[place]) > 1 and words[place][0].isupper()
