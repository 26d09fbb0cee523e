"""What a message says: courtesies, small talk, follow-ups, topics, and how it is spelt."""

from bot.answering.understanding.bare import names_nothing, needs_another
from bot.answering.understanding.codes import codes_in, stands
from bot.answering.understanding.meant import as_meant
from bot.answering.understanding.parts import goes_on_after, parts_of
from bot.answering.understanding.small_talk import Talk, talk_in
from bot.answering.understanding.spelling import respelt
from bot.answering.understanding.transliterated import in_cyrillic
from bot.answering.understanding.utterances import (
    is_follow_up,
    lacks_subject,
    names_only,
    topic_of,
)

__all__ = [
    "Talk",
    "as_meant",
    "codes_in",
    "goes_on_after",
    "in_cyrillic",
    "is_follow_up",
    "lacks_subject",
    "names_nothing",
    "names_only",
    "needs_another",
    "parts_of",
    "respelt",
    "stands",
    "talk_in",
    "topic_of",
]
