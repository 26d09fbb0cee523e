"""What stands around a question and asks nothing: greetings, thanks, "could you tell me".

For messages that go on with a question; messages of nothing else are small talk
(`small_talk` beside this). What a language lacks is read along, as everything was before.
"""

import regex

from bot.answering.phrases import either
from index.text import QUESTION_MARK

_EDGE = r"(?![\p{L}\p{M}\p{N}]|-\p{L})"
_BETWEEN = r"[\s,.!?;:…)(¡¿؟،。！，、~🙏😊🙂👋-]*+"
# A message is polite only so many times; what more there is stays.
_MOST = 10

_HELLO = rf"(?:{either('courtesy.greetings')})(?:\s++(?:{either('courtesy.to_whom')}))?"
_OPENS = regex.compile(
    rf"[\s¿¡]*+(?:{_HELLO}|{either('courtesy.excuses')})(?:{_EDGE}|(?<=\p{{Han}})){_BETWEEN}",
    regex.IGNORECASE,
)
# Both are read from the end, (?r), and give nothing back: from its beginning a message of 4,000
# dashes takes minutes.
_CLOSES = regex.compile(
    rf"(?r){_BETWEEN}(?<![\p{{Latin}}\p{{Cyrillic}}\p{{Arabic}}\p{{M}}\p{{N}}])"
    rf"(?<!(?<!\p{{L}})(?:{either('courtesy.says')})[\s\"'«“„]*+)(?:{either('courtesy.thanks')}"
    rf"|(?<=[.,!?]\s*+)(?:{either('courtesy.short_thanks')})"
    rf"|(?-i:{either('courtesy.short_thanks_as_written')})){_EDGE}"
    rf"(?:(?<={either('courtesy.signed')}),?\s++\p{{Lu}}\p{{L}}+)?{_BETWEEN}$",
    regex.IGNORECASE,
)
_UNFINISHED = regex.compile(
    rf"(?r)(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{either('courtesy.unfinished')}"
    rf"|(?:{either('courtesy.who')})\s+(?:{either('courtesy.is')}))[\s\"'«“„]*+$",
    regex.IGNORECASE,
)
_ASKS = regex.compile(QUESTION_MARK)
_MARK = regex.compile(r"\s*[.,!?;:…؟،。！，]")


def without_courtesy(message: str) -> str:
    """The message without what only opens or closes it; itself if nothing else is in it."""
    bare = message
    for _ in range(_MOST):
        opened = _OPENS.match(bare)
        if not opened or opened.end() == len(bare):
            break
        bare = bare[opened.end() :]
    for _ in range(_MOST):
        closed = _CLOSES.search(bare)
        if not closed or closed.start() == 0 or _is_asked_about(bare, closed):
            break
        mark = _ASKS.search(bare, closed.start())
        bare = bare[: closed.start()] + (mark.group() if mark else "")
    return bare.strip() or message


def _is_asked_about(bare: str, closed: "regex.Match[str]") -> bool:
    """Whether what closes the message is part of the question: "What is a thank you?"."""
    return bool(_UNFINISHED.search(bare[: closed.start()]) and not _MARK.match(closed.group()))
