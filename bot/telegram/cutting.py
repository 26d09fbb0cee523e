"""A long quote cut for messages: a few of them at most, and in no more time than those take."""

from bisect import bisect_right
from collections.abc import Sequence

import regex

from index.text import Span

# A quote fills so many messages at most: more would push the question out of sight, and is more
# than anybody reads in a chat.
MOST_MESSAGES = 3


def pieces(text: str, span: Span, sentences: Sequence[Span], room: int) -> list[Span]:
    """At most `MOST_MESSAGES` spans from the start of `span` on, each of at most `room` units.

    Units are UTF-16's. They end where one of the `sentences` (in order) does, else at white
    space, else between characters. If the last ends before `span` does, the rest is left out.
    What the work takes does not grow with the text.
    """
    found: list[Span] = []
    start = span.start
    while start < span.end and len(found) < MOST_MESSAGES:
        end = start + _fitting(text[start : min(span.end, start + room)], room)
        if end < span.end:
            end = _good_end(text, Span(start, end), sentences)
        found.append(Span(start, end))
        start = _after_space(text, Span(end, span.end))
    return found


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


def _after_space(text: str, rest: Span) -> int:
    found = regex.compile(r"\s*").match(text, rest.start, rest.end)
    return found.end() if found else rest.start
