"""Places named from outside, by a button or a link: none is believed before it is looked up.

Anybody can write a link, so a span must be one that the bot itself could have shown: whole
sentences of the text, and no more of them than one answer holds.
"""

from collections.abc import Iterable

from bot.telegram.cutting import ROOM
from index.text import Passage, Span

# What one message holds of a quote, in code points.
LONGEST_SHOWN = ROOM


def standing(start: int, end: int, passages: Iterable[Passage]) -> Span | None:
    """The span, if it stands in these passages from the start of a sentence to the end of one."""
    if not 0 <= start < end <= start + LONGEST_SHOWN:
        return None
    begins = ends = False
    for passage in passages:
        if passage.span.end > start and passage.span.start < end:
            pieces = (passage.span, *passage.sentences)
            begins = begins or any(one.start == start for one in pieces)
            ends = ends or any(one.end == end for one in pieces)
    return Span(start, end) if begins and ends else None
