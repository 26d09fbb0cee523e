"""Where a text is turned into its opposite: what denies or forbids, and where it stands."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import regex

from index.text import Span, caseless
from index.wording.denying import BETWEEN, BETWEEN_SIGNS, OTHERWISE, SIGNS, VERBS, WITHIN, WORDS
from index.wording.opposites import opposite

_WORD = regex.compile(r"[\p{L}\p{M}'’ʼ--\p{Han}]+|\p{Han}+", regex.V1)
_HAN = regex.compile(r"\p{Han}")
_PARTED_SIGNS = regex.compile(r"(?<=\p{Han}) (?=\p{Han})")
_ARABIC_MARKS = regex.compile("[\u0640\u064b-\u0652\u0670]")
_SIGNS = regex.compile(SIGNS)
_WITHIN = regex.compile("|".join(f"(?:{one})" for one in WITHIN.split()))
_BETWEEN = frozenset([*BETWEEN.split(), *BETWEEN_SIGNS])
# Before or behind a place so many code points may have a negation that belongs there.
_NEAR = 60
# No word that denies is longer.
_LONGEST = 40
# "don't", "n'a": the negation is part of the word.
_INSIDE = regex.compile(r"n't$|^n'")
# "No. 5" is a number.
_NUMERO = regex.compile(r"no\.[ \u00a0]?\d", regex.IGNORECASE)


def negates(one: Sequence[str], other: Sequence[str], says: str | None = None) -> bool:
    """Whether one of two stretches, in small letters, has a negation that the other has not."""
    counts = [sum(1 for _ in negations(_together(words), says)) for words in (one, other)]
    return counts[0] != counts[1] or any(opposite(*pair) for pair in zip(one, other, strict=False))


def negated(text: str, says: str | None = None) -> bool:
    """Whether a stretch of a text has a negation; `says` is its language, if that is known."""
    return any(True for _ in negations(text, says))


def negations(text: str, says: str | None = None) -> Iterator[Span]:
    """Where a text has words that deny or forbid, in order."""
    language = (says or "").partition("-")[0]
    for word in _WORD.finditer(text):
        if _HAN.match(word[0]):
            yield from (Span(word.start() + a, word.start() + b) for a, b in _denying(word[0]))
        elif _denies(word[0], language) and not _NUMERO.match(text, word.start()):
            yield Span(*word.span())


def negation_before(text: str, place: int, between: int, says: str | None = None) -> Span | None:
    """The negation right before a place; at most so many small words may stand between."""
    start = max(0, place - _NEAR)
    near = text[start:place]
    found = [*negations(near, says)]
    if found and _is_little(near[found[-1].end :], between):
        return Span(start + found[-1].start, start + found[-1].end)
    return None


def negation_behind(text: str, place: int, between: int, says: str | None = None) -> Span | None:
    """The negation right behind a place; at most so many small words may stand between."""
    near = text[place : place + _NEAR]
    found = next(negations(near, says), None)
    if found and _is_little(near[: found.start], between):
        return Span(place + found.start, place + found.end)
    return None


def _is_little(text: str, most: int) -> bool:
    """Whether a text has nothing, or at most so many words that may follow a negation."""
    words = [part for word in _WORD.findall(text) for part in _parts(word)]
    return len(words) <= most and all(word in _BETWEEN for word in words)


def _parts(word: str) -> Sequence[str]:
    return word if _HAN.match(word) else [_folded(word)]


def _together(words: Sequence[str]) -> str:
    """Words as a text, Chinese signs beside each other."""
    return _PARTED_SIGNS.sub("", " ".join(words))


def _denying(signs: str) -> Iterator[tuple[int, int]]:
    """Where Chinese signs deny."""
    masked = _WITHIN.sub(lambda found: "〇" * len(found[0]), signs)
    return (found.span() for found in _SIGNS.finditer(masked))


def _denies(word: str, language: str) -> bool:
    """Whether a word denies or forbids, in a language or, if that is "", in any."""
    return len(word) <= _LONGEST and _known(word, language)


@lru_cache(maxsize=100_000)
def _known(word: str, language: str) -> bool:
    folded, otherwise = _folded(word), OTHERWISE.get(language, "").split()
    if inside := _INSIDE.search(folded):
        return inside[0] not in otherwise
    article, _, _ = folded.partition("'")
    patterns = _patterns(language if language in VERBS else "")
    parts = [folded] if article == "l" else [folded, *folded.split("'")]  # "l'interdit" is a noun
    return any(patterns.fullmatch(part) for part in parts if part and part not in otherwise)


@cache
def _patterns(language: str) -> regex.Pattern[str]:
    """All words that deny, also where they are written without accents."""
    listed = _folded(f"{WORDS} {VERBS.get(language, '')}").replace("\\p{l}", r"\p{L}")
    plain = "".join(
        one for one in unicodedata.normalize("NFD", listed) if not "\u0300" <= one <= "\u036f"
    )
    words = dict.fromkeys(f"{listed} {plain}".split())
    return regex.compile("|".join(f"(?:{one})" for one in words))


def _folded(word: str) -> str:
    """A word in small letters, as all its ways to be written are compared."""
    plain = regex.sub("[’ʼ]", "'", caseless(word))
    return unicodedata.normalize("NFC", _ARABIC_MARKS.sub("", plain))
