"""A quote too long for a message: as much of it as fits, in no more time than that takes."""

from bisect import bisect_right
from collections.abc import Sequence

import regex

from index.text import Span

# Telegram's limit of a message; whether it counts code points or code units is disputed, so units.
LONGEST_MESSAGE = 4_096
# Its limit of what is bold, struck, a link … in one.
MOST_ENTITIES = 100
# What a message holds of a quote; the rest is for its source and labels, which are kept short.
ROOM = LONGEST_MESSAGE - 800


def units(text: str) -> int:
    """How many UTF-16 code units a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fitting(text: str, span: Span, sentences: Sequence[Span], room: int = ROOM) -> Span:
    """The beginning of `span` that fills at most `room` units of UTF-16; all of it if it fits.

    It ends where one of the `sentences` (in order) does, else at white space, else between
    characters. What the work takes does not grow with the text.
    """
    end = span.start + _fitting(text[span.start : min(span.end, span.start + room)], room)
    return Span(
        span.start,
        end if end == span.end else _good_end(text, Span(span.start, end), sentences),
    )


def _fitting(text: str, room: int) -> int:
    """How many of the first code points fill at most `room` units."""
    data = text.encode("utf-16-le", "surrogatepass")[: 2 * room]
    return len(data.decode("utf-16-le", "ignore"))


def _good_end(text: str, fitting: Span, sentences: Sequence[Span]) -> int:
    """The last place in `fitting`, which is not empty, where a reader would cut."""
    before = bisect_right(sentences, fitting.end, key=lambda one: one.end)
    if before and sentences[before - 1].end > fitting.start:
        return sentences[before - 1].end
    # One code point more: a word may end exactly where the room does.
    window = text[fitting.start : fitting.end + 1]
    gap = max(window.rfind(" "), window.rfind("\n"))
    return fitting.start + gap if gap > 0 else _between_characters(text, fitting)


def _between_characters(text: str, fitting: Span) -> int:
    """The last place between two graphemes; the end itself inside one that fits nowhere."""
    window = text[fitting.start : fitting.end + 1]
    starts = [one.start() for one in regex.finditer(r"\X", window)]
    return fitting.start + starts[-1] if starts[-1] > 0 else fitting.end
