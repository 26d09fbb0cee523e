"""What is asked by a message as people type it: bare of greetings, capitals, a pasted headline.

Nothing is corrected: the encoder and the reader know wrong letters and missing accents. What is
asked is only put so that they can read it.
"""

import regex

from bot.answering.phrases import either
from bot.answering.understanding.courtesy import without_courtesy
from bot.answering.understanding.small_talk import talk_in
from bot.answering.understanding.utterances import asks

# More questions than these in one message are read as one.
MOST_PARTS = 3
# The fewest words of a question that is asked by itself, and of one before an "and"; a later one
# of no more than so many may not say what it is about.
FEWEST, FEWEST_JOINED, SHORT = 3, 4, 6
_CAPITALS = regex.compile(r"\p{Lu}")
_SMALL = regex.compile(r"\p{Ll}")
_CODE = regex.compile(r"\S*\d\S*")
# Shorter ones are names: NATO, WLAN.
_SHOUTED = 8
_TRUE = either("questions.is_true")
_PAIRS = ('""', "“”", "„“", "„”", "«»", "»«", "‘’", "「」", "『』")
_HEADLINE = r"\s*(?P<claim>[^\"“”„«»「」『』]{12,}?)\s*"
_QUOTED = regex.compile("|".join(f"{pair[0]}{_HEADLINE}{pair[1]}" for pair in _PAIRS))
# What may stand around a pasted headline and ask nothing else of it: "someone told me", "is it
# true"; a lead of more letters than this says something itself.
_LONGEST_LEAD = 40
_BEFORE = regex.compile(
    rf"(?P<lead>.*?)(?P<truth>(?<!\p{{L}})(?:{_TRUE}))?[\W_]*", regex.IGNORECASE
)
_BEHIND = regex.compile(rf"[\W_]*(?P<truth>{_TRUE})?[\W_]*", regex.IGNORECASE)
_AFTER = regex.compile(rf"\W*(?:{_TRUE})\W*[:：]\s*(?=\S)", regex.IGNORECASE)
_AND = regex.compile(rf"[,;]?\s+(?:{either('openings.and')})\s+", regex.IGNORECASE)
# "… and is it open?" asks; in "which are free and are open?" the verb says more of the same.
_WHETHER = regex.compile(
    rf"\W*(?:{either('questions.asking_whether')})(?![\p{{L}}\p{{M}}])"
    rf"(?P<of>[\s-]+(?:{either('questions.asked_of')})(?![\p{{L}}\p{{M}}]))?",
    regex.IGNORECASE,
)
_ENDED = regex.compile(r"(?<=[?？؟])\s*(?=\w|¿)")

_MARKED = regex.compile(r"[?？؟]\W*$")


def as_meant(message: str) -> str:
    """The question without courtesies, in small letters if it is shouted; never empty."""
    bare = without_courtesy(message)
    return _quietly(_claim(bare) or bare)


def parts_of(question: str) -> list[str]:
    """The questions asked in one message, each by itself; one if they cannot be told apart."""
    said = [part for part in _ENDED.split(question) if part.strip()]
    asked = [part for part in said if not talk_in(part)] or [question]
    if len(asked) == 1:
        return _joined(asked[0])
    if not _MARKED.search(question):  # what follows the last question tells, and belongs to it
        return [question]
    return asked if len(asked) <= MOST_PARTS and all(map(_stands, asked)) else [question]


def needs_first(part: str) -> bool:
    """Whether a later question of a message may only be understood after the first."""
    return len(part.split()) <= SHORT


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
    words = part.split()
    unspaced = regex.search(r"\p{Han}", part)
    long = len(words) >= FEWEST or bool(unspaced and len(part) > FEWEST)
    return long and (asks(part) or bool(_MARKED.search(part)))


def _claim(message: str) -> str | None:
    """What somebody has read and asks if it is true; None for other messages."""
    quoted = _QUOTED.search(message)
    if quoted and _only_asks_if_true(message[: quoted.start()], message[quoted.end() :]):
        return quoted["claim"]
    after = _AFTER.match(message)
    return message[after.end() :].strip() if after else None


def _only_asks_if_true(before: str, behind: str) -> bool:
    """Whether what stands around a quotation asks if that is true, and nothing else."""
    led, closed = _BEFORE.fullmatch(before), _BEHIND.fullmatch(behind)
    if not led or not closed or not (led["truth"] or closed["truth"]):
        return False
    lead = led["lead"].split()
    return len(led["lead"]) <= _LONGEST_LEAD and not (lead and asks(lead[0]))


def _quietly(question: str) -> str:
    """In small letters if there are only capitals, codes such as E3 as they are."""
    if len(_CAPITALS.findall(question)) < _SHOUTED or _SMALL.search(question):
        return question
    return " ".join(
        word if _CODE.fullmatch(word) else _small(word, question) for word in question.split()
    )


def _small(word: str, question: str) -> str:
    # Turkish has two letters i; those of no other language are in "İ, ı, ğ, ş".
    if regex.search("[İĞŞ]", question):
        word = word.replace("I", "ı").replace("İ", "i")
    return word.lower()
