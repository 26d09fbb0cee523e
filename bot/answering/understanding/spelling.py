"""Questions with slips of the finger, wrong letters and missing accents, spelt as words are.

A word that neither its language's commonest words nor the texts have, and that is one letter, or
only accents, away from a common one, was likely meant to be that (Damerau 1964,
doi:10.1145/363958.363994: four of five misspelt words are). It may also be a name, or rare: so
the question is asked both ways, and the surer answer counts.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice, product
from math import log10

import regex

from bot.answering.understanding.words import ARABIC, CYRILLIC, LATIN, Words, words_of
from index.store import MAX_TERMS, View, idf
from index.text import terms_of

# What a word is taken for is among so many of the commonest, if more than accents differ.
COMMON = 12_000
# Shorter ones are too near to too many others; longer ones are no words.
SHORTEST, LONGEST = 3, 24
# A question with more misspelt words than these is no slip of the finger.
MOST = 8
# More ways of putting accents on a word are not looked at.
ACCENTED = 256
# What weighs as much as being so many times commoner, as a power of ten: the first letter, which
# is seldom wrong; letters that only changed places; a letter left out rather than one too many.
FIRST, SWAPPED, LONGER = 1.0, 1.0, 0.5
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_SCRIPTS = (
    (regex.compile(r"\p{Latin}"), LATIN),
    (regex.compile(r"\p{Cyrillic}"), CYRILLIC),
    (regex.compile(r"\p{Arabic}"), ARABIC),
)


def respelt(question: str, view: View) -> str | None:
    """The question with its misspelt words as they were likely meant; None if it has none."""
    known = _language(question)
    if known is None:
        return None
    written = [match for match in _WORD.finditer(question) if _may_be_misspelt(match, known)]
    spelt = question
    for match in reversed(written if len(written) <= MOST else []):
        word = match.group().lower()
        if not _had(view, [word]) and (meant := _meant(word, known) or _named(word, known, view)):
            spelt = spelt[: match.start()] + meant + spelt[match.end() :]
    return None if spelt == question else spelt


def _language(question: str) -> Words | None:
    """The words of the language that the question is likeliest in, if half of its own are."""
    asked = [word.lower() for word in _WORD.findall(question)]
    languages = next((some for script, some in _SCRIPTS if script.search(question)), ())
    if not languages:
        return None
    ranks = {one: [words_of(one).rank(word) for word in asked] for one in languages}
    best = max(languages, key=lambda one: sum(map(_common, ranks[one])))
    known = sum(rank is not None for rank in ranks[best])
    return words_of(best) if known and 2 * known >= len(asked) else None


def _common(rank: int | None) -> float:
    return 0.0 if rank is None else 5 - log10(1 + rank)


def _may_be_misspelt(match: regex.Match[str], known: Words) -> bool:
    """Whether it is no word, nor a name, nor what an apostrophe cuts off."""
    word, text = match.group(), match.string
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    is_name = match.start() > 0 and not word.islower()
    cut = len(word) < SHORTEST + 2 and regex.search("['’]", beside)
    if not SHORTEST <= len(word) <= LONGEST or is_name or cut:
        return False
    return known.rank(word.lower()) is None


def _had(view: View, words: Iterable[str]) -> list[str]:
    """Those words that the texts have, as far as terms tell."""
    nowhere = idf(view.generation.passages, 0)
    terms = {word: terms_of(word) for word in words}
    asked = list(dict.fromkeys(term for some in terms.values() for term in some))
    parts = [asked[start : start + MAX_TERMS] for start in range(0, len(asked), MAX_TERMS)]
    rare = {term: found for part in parts for term, found in view.rarity(part).items()}
    return [word for word, some in terms.items() if all(rare[term] < nowhere for term in some)]


def _meant(word: str, known: Words) -> str | None:
    """The common word that it was likely meant to be, if there is one near."""
    near = _ranked(_accented(word, known.letters), known)
    if not near:
        found = _ranked(_one_off(word, known.letters), known)
        near = {other: rank for other, rank in found.items() if rank < COMMON}
    return max(near, key=lambda other: _likely(word, other, near[other]), default=None)


def _named(word: str, known: Words, view: View) -> str | None:
    """The word of the texts, likely a name, that it was meant to be, if there is one near."""
    near = _had(view, sorted(_one_off(word, known.letters)))
    # Terms are cut short: one as long as the word is likelier what stands in the texts.
    return max(near, key=lambda one: (one[0] == word[0], len(one) == len(word)), default=None)


def _ranked(words: Iterable[str], known: Words) -> dict[str, int]:
    return {word: rank for word in words if (rank := known.rank(word)) is not None}


def _likely(word: str, other: str, rank: int) -> float:
    first = FIRST * (word[0] == other[0])
    swapped = SWAPPED * (sorted(word) == sorted(other))
    return first + swapped + LONGER * (len(other) > len(word)) - log10(1 + rank)


def _accented(word: str, letters: str) -> Iterator[str]:
    """The word with other accents, or with none."""
    like = [[one for one in letters if _bare(one) == _bare(letter)] or [letter] for letter in word]
    return ("".join(some) for some in islice(product(*like), ACCENTED))


def _bare(letter: str) -> str:
    return {"ı": "i"}.get(letter, unicodedata.normalize("NFD", letter)[0])


def _one_off(word: str, letters: str) -> set[str]:
    """What is one letter away: left out, too many, another one, or two that changed places."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = {one + other[1:] for one, other in halves if other}
    swapped = {one + other[1] + other[0] + other[2:] for one, other in halves if len(other) > 1}
    wrong = {one + letter + other[1:] for one, other in halves if other for letter in letters}
    more = {one + letter + other for one, other in halves for letter in letters}
    return fewer | swapped | wrong | more
