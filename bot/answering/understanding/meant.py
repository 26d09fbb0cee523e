"""What is asked by a message as people type it: bare of greetings, capitals, a pasted headline.

Nothing is corrected: the encoder and the reader know wrong letters and missing accents. What is
asked is only put so that they can read it.
"""

import regex

from bot.answering.phrases import either
from bot.answering.understanding.courtesy import without_courtesy
from bot.answering.understanding.utterances import asks

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


def as_meant(message: str) -> str:
    """The question without courtesies, in small letters if it is shouted; never empty."""
    bare = without_courtesy(message)
    return _quietly(_claim(bare) or bare)


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
