"""Several questions in one message: where one ends, and which go on from the first."""

import regex

from bot.answering.phrases import either
from bot.answering.understanding.sizes import unspaced_letters, word_count
from bot.answering.understanding.small_talk import talk_in
from bot.answering.understanding.utterances import asks, is_follow_up
from index.text import QUESTION_MARK

# More questions than these in one message are read as one.
MOST_PARTS = 3
# The fewest words of a question that is asked by itself (letters, where words are not parted), and
# of one before an "and"; a later one of no more than so many may not say what it is about.
FEWEST, FEWEST_JOINED, SHORT = 3, 4, 6
_AND = regex.compile(rf"[,;]?\s+(?:{either('openings.and')})\s+", regex.IGNORECASE)
# "… and is it open?" asks; in "which are free and are open?" the verb says more of the same.
_WHETHER = regex.compile(
    rf"\W*(?:{either('questions.asking_whether')})(?![\p{{L}}\p{{M}}])"
    rf"(?P<of>[\s-]+(?:{either('questions.asked_of')})(?![\p{{L}}\p{{M}}]))?",
    regex.IGNORECASE,
)
_ENDED = regex.compile(rf"(?<={QUESTION_MARK})\s*(?=\w|¿)")
_MARKED = regex.compile(rf"{QUESTION_MARK}\W*$")
_TOLD = regex.compile(r"[.!。！।](?:\W*$|\s)")
_ADDED = regex.compile(
    rf"\W*(?:(?:{either('openings.and', 'openings.but')})\s+)?"
    rf"(?:{either('questions.asides')})(?![\p{{L}}\p{{M}}-])",
    regex.IGNORECASE,
)


def parts_of(question: str) -> list[str]:
    """The questions asked in one message, each by itself; one if they cannot be told apart."""
    said = [part for part in _ENDED.split(question) if part.strip()]
    asked = [part for part in said if not talk_in(part)] or [question]
    if len(asked) == 1:
        return _joined(asked[0])
    # What tells behind the last question belongs to it.
    whole = _MARKED.search(question) or _is_asked_unmarked(asked[-1])
    known = _stands(asked[0]) and all(_stands(part) or _follows(part) for part in asked[1:])
    return asked if whole and known and len(asked) <= MOST_PARTS else [question]


def goes_on_after(part: str, first: str) -> tuple[str, ...]:
    """What a later question of a message may go on from, "" for nothing: the surer counts.

    "And when?" goes on from the first. "How much is a ticket?" may, and may be whole.
    """
    if is_follow_up(part) or not _stands(part):
        return (first,)
    return ("", first) if word_count(part) <= SHORT else ("",)


def _joined(question: str) -> list[str]:
    """Two questions with an "and" between them, or one."""
    for found in _AND.finditer(question):
        one, other = question[: found.start()], question[found.end() :]
        long = len(one.split()) >= FEWEST_JOINED and len(other.split()) >= FEWEST
        if long and asks(one, first=True) and asks(other, first=True) and _is_another(one, other):
            return [one, other]
    return [question]


def _is_another(one: str, other: str) -> bool:
    """Whether what begins like a question goes not on with what the one before says."""
    whether = _WHETHER.match(other)
    return not whether or bool(whether["of"]) or bool(_WHETHER.match(one))


def _stands(part: str) -> bool:
    """Whether it is long enough to be a question by itself, and is one."""
    long = max(len(part.split()), unspaced_letters(part)) >= FEWEST
    return long and (asks(part) or bool(_MARKED.search(part)))


def _follows(part: str) -> bool:
    """Whether it is too short to be one by itself, and goes on: "And when?", "¿Cuánto cuesta?"."""
    return is_follow_up(part) or (len(part.split()) == FEWEST - 1 and asks(part))


def _is_asked_unmarked(part: str) -> bool:
    """Whether it begins like a question, and nothing marks its end: "what does it cost"."""
    return asks(part, first=True) and not _TOLD.search(part) and not _ADDED.match(part)
