"""Questions that ask of nothing: "why?", "and when was that?". They need the one before."""

from itertools import chain

import regex

from bot.answering.phrases import either
from bot.answering.understanding.courtesy import without_courtesy
from bot.answering.understanding.words import ARABIC, CYRILLIC, LATIN, words_of

ENDS = " \t\u00a0?？!！.。…¿¡؟,，;:"
"""What may stand around a question."""

_OPENING = either("openings.and", "openings.but", "openings.asking_alone")
_BARE = regex.compile(
    rf"(?:(?:{_OPENING})[\s,]++|(?:{either('openings.asking_alone_joined')})[\s,]*+)?"
    rf"(?:{either('questions.alone')})"
    rf"(?:(?:[\s,]++|(?=\p{{Han}}))(?:{either('questions.behind_alone')}))?",
    regex.IGNORECASE,
)
# "and for it?": among the commonest words of a language are those that name nothing.
_SMALLEST = 60
_AFTER_AND = regex.compile(
    rf"(?:{either('openings.and', 'openings.but')})[\s,]+(?P<words>[\p{{L}}\p{{M}}\s]+)",
    regex.IGNORECASE,
)


def needs_another(question: str) -> bool:
    """Whether a question says nothing by itself, whatever greets or thanks around it."""
    return bool(_BARE.fullmatch(without_courtesy(question).strip(ENDS)))


def names_nothing(question: str) -> bool:
    """Whether all its words, behind an "and", are as common as pronouns and prepositions.

    The first time the words of all languages are read, which takes a second.
    """
    found = _AFTER_AND.fullmatch(without_courtesy(question).strip(ENDS))
    words = found["words"].split() if found else []
    small = bool(words) and all(word == word.lower() for word in words)  # "IT" is a name
    return small and any(
        all(_is_small(word, language) for word in words)
        for language in chain(LATIN, CYRILLIC, ARABIC)
    )


def _is_small(word: str, language: str) -> bool:
    rank = words_of(language).rank(word)
    return rank is not None and rank < _SMALLEST
