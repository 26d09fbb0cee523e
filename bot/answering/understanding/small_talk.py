"""Small talk: messages that ask nothing of a text, and of which kind they are.

Not a language model: what people type to a bot first, last and in between, whole messages only.
"""

import unicodedata
from enum import StrEnum

import regex

from bot.answering.phrases import said
from index.text import caseless, stream_safe


class Talk(StrEnum):
    """What a message says that asks nothing; where several are said, the first of these counts."""

    THANKS = "thanks"
    BYE = "bye"
    NO = "no"
    YES = "yes"
    WHO = "who"
    GREETING = "greeting"
    NOTHING = "nothing"


_NOT_LETTERS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
# What is often left out, or put in, where people type: "sì" and "si", "شكراً" and "شكرا". In other
# scripts such marks are vowels.
_MARKS = regex.compile(r"(?<=[\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}])\p{Mn}+")


def _folded(text: str) -> str:
    """In small letters without their marks, words one space apart."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", stream_safe(caseless(text))))
    return _NOT_LETTERS.sub(" ", unicodedata.normalize("NFC", bare)).strip()


_PHRASES = {
    _folded(phrase): kind
    for kind in reversed(Talk)
    if kind is not Talk.NOTHING
    for phrase in said(f"small_talk.{kind}")
}
_SIGNS = {
    Talk.THANKS: "🙏❤♥😍🥰😘💯🎉👏🤝💐🌹",
    Talk.BYE: "",
    Talk.NO: "👎❌🙅",
    Talk.YES: "👍👌✅🆗✔😊🙂😀😃😄😁😉😎🔥",
    Talk.GREETING: "👋🤗",
}


def talk_in(message: str) -> Talk | None:
    """What is said where nothing is asked of the text; None for a question."""
    words = _folded(message).split()
    if not words:
        found = [kind for kind, signs in _SIGNS.items() if any(sign in message for sign in signs)]
        return found[0] if found else Talk.NOTHING
    if whole := _PHRASES.get(" ".join(words)):
        return whole
    kinds = [_PHRASES.get(word) for word in words]
    return next(kind for kind in Talk if kind in kinds) if None not in kinds else None
