"""Follow-ups: "and NATO?" goes on from the question before it (see `Retriever.retrieve`)."""

import regex

# How a question begins that goes on from the last one, lower case. A language that is missing
# only means that its follow-ups are taken as they stand.
_OPENINGS = (
    "and|but|or|so|what about|how about|who else|what else|et|mais|qui d'autre|quoi d'autre|"
    "und|aber|wer noch|was noch|y|e|pero|ma|mas|а|и|но|і|й|але|ve|peki|peki ya|ama|و|وماذا عن"
)
# What is a question by itself only after another one.
_ALONE = (
    "why|since when|until when|how long|how so|pourquoi|depuis quand|jusqu'à quand|warum|wieso|"
    "seit wann|bis wann|por qué|desde cuándo|hasta cuándo|perché|da quando|por quê|desde quando|"
    "почему|с каких пор|чому|відколи|neden|niçin|ne zamandan beri|لماذا|ولماذا|منذ متى|"
    "为什么|為什麼"
)
_OPENING = regex.compile(rf"(?:{_OPENINGS})(?![\p{{L}}\p{{M}}\p{{N}}'])", regex.IGNORECASE)
_WHOLE = regex.compile(_ALONE, regex.IGNORECASE)
# Written without a space after them.
_JOINED = regex.compile(r"(?:那|还有|而|و(?=\p{Arabic}))")
# A question with more words than this says itself what it is about.
MOST_WORDS = 5
MOST_LETTERS_WITHOUT_SPACES = 9


def is_follow_up(question: str) -> bool:
    """Whether a question needs the one before: short, and begun like a continuation."""
    text = question.strip(" \t?？!.…¿¡؟").strip()
    if _WHOLE.fullmatch(text):
        return True
    if " " not in text and regex.search(r"[\p{Han}\p{Thai}\p{Hiragana}]", text):
        return len(text) <= MOST_LETTERS_WITHOUT_SPACES and bool(_JOINED.match(text))
    if len(text.split()) > MOST_WORDS:
        return False
    return bool(_OPENING.match(text) or _JOINED.match(text))
