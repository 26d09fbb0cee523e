"""Questions of "it": "When does it close?" names nothing, and points at what was talked about."""

import regex

from bot.answering.phrases import either
from bot.answering.understanding.sizes import word_count
from index.text import QUESTION_MARK

# In a longer one "it" is what it has named itself: "Does the pier close when it rains?"
MOST_WORDS = 6
_EDGES = r"(?<![\p{L}\p{M}\p{N}-])", r"(?![\p{L}\p{M}\p{N}-])"
# In small letters as they are written: IT and Sie point at nothing.
_POINTING = regex.compile(
    f"{_EDGES[0]}(?:{either('questions.pointing')}){_EDGES[1]}"
    f"|{either('questions.pointing_joined')}"
)
_ASKED = regex.compile(rf"{QUESTION_MARK}\s*[\w¿]")
_SMALL = regex.compile(r"\p{Ll}")


def points_back(question: str) -> bool:
    """Whether a short question says "it" or "they" of what it does not name.

    Of several in one message, "Who is Anna? Is she ill?", the first may: they do not point back.
    """
    if word_count(question) > MOST_WORDS or _ASKED.search(question):
        return False
    small = question[:1].lower() + question[1:] if _SMALL.search(question) else question.lower()
    return bool(_POINTING.search(small))
