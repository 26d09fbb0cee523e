"""Follow-ups: "and NATO?" is asked of the text together with the question before it."""

import regex

# How a question begins that goes on from the last one. Whole first words, lower case; a language
# that is missing only means that its follow-ups are taken as they stand.
_OPENINGS = (
    "and|but|or|so|what about|how about|why|since when|until when|who else|what else|"
    "et|mais|pourquoi|depuis quand|qui d'autre|quoi d'autre|"
    "und|aber|warum|wieso|seit wann|wer noch|was noch|"
    "y|e|pero|por qué|desde cuándo|ma|perché|da quando|mas|por quê|desde quando|"
    "а|и|но|почему|с каких пор|і|й|але|чому|ve|peki|peki ya|ama|neden|niçin|"
    "و|وماذا عن|ولماذا|لماذا|那|那么|为什么|為什麼|还有"
)
_OPENING = regex.compile(rf"(?:{_OPENINGS})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)
# Written without a space after them.
_JOINED = regex.compile(r"(?:那|还有|而|و(?=\p{Arabic}))")
# A question with more words than this says itself what it is about.
MOST_WORDS = 5
MOST_LETTERS_WITHOUT_SPACES = 9


def is_follow_up(question: str) -> bool:
    """Whether a question needs the one before: short, and begun like a continuation."""
    text = question.strip(" \t?？!.…¿¡؟").strip()
    if " " not in text and regex.search(r"[\p{Han}\p{Thai}\p{Hiragana}]", text):
        return len(text) <= MOST_LETTERS_WITHOUT_SPACES and bool(_JOINED.match(text))
    if len(text.split()) > MOST_WORDS:
        return False
    return bool(_OPENING.match(text) or _JOINED.match(text))


def together(before: str, question: str) -> str:
    """One question of both; the newer one last."""
    return f"{before.rstrip()} {question}"
