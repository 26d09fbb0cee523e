"""What shows that a text asks: the marks of questions, in every script that has one of its own."""

import regex

# What ends a sentence is more than these (`sentences`); so is what may stand around a question
# that somebody types, or end a line. A semicolon asks in Greek only.
QUESTION_MARK = r"(?:[?？؟՞፧]|(?<=\p{Greek}\p{M}*);)"
"""One of them, as a pattern of `regex`."""

_ENDS_ASKING = regex.compile(rf"{QUESTION_MARK}$")


def ends_asking(text: str) -> bool:
    """Whether the last that a text says is a mark that asks."""
    return bool(_ENDS_ASKING.search(text))
