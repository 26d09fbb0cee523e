"""Questions as people type them: without capitals and accents, in capitals, with a slip."""

import random
import re
import unicodedata
from collections.abc import Callable

# The share of questions that are learnt so.
TYPED = 0.15
_MARKS = "?¿!¡？؟."
_ACCENTS = re.compile("(?<=[a-z])[\u0300-\u036f]+")


def as_typed(question: str, chance: random.Random) -> str:
    """The question, now and then as it is typed in a hurry."""
    if chance.random() >= TYPED:
        return question
    ways: list[Callable[[str, random.Random], str]] = [_bare, _bare, _slipped, _slipped, _shouted]
    return chance.choice(ways)(question, chance)


def _bare(question: str, chance: random.Random) -> str:
    """In small letters, without marks at its ends, half the time without accents."""
    bare = question.strip(_MARKS + " ").lower()
    if chance.random() < 0.5:
        return bare
    apart = unicodedata.normalize("NFD", bare)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", apart))


def _shouted(question: str, _: random.Random) -> str:
    return question.upper()


def _slipped(question: str, chance: random.Random) -> str:
    """In a long word two letters change places, or one is left out or comes twice."""
    words = question.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not long:
        return question
    place = chance.choice(long)
    word, at = words[place], chance.randrange(1, len(words[place]) - 2)
    one, other = word[at], word[at + 1]
    slips = [other + one, one, one + one + other]
    words[place] = word[:at] + chance.choice(slips) + word[at + 2 :]
    return " ".join(words)
