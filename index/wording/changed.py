"""What was changed from one text to another, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import Indel

from index.text import Span
from index.wording.words import Word, words_of

# Lines, or words, of one stretch are compared if no more pairs of them are to be: a bit each.
MOST_PAIRS = 400_000_000
# Between two changes so few code points that stay are shown, not left out.
AROUND = 60


@dataclass(frozen=True, slots=True)
class Change:
    """Words that became others: their spans in the text before and in the one after.

    One of them is empty where words were added or taken out; it then says where.
    """

    before: Span
    after: Span


def changes(before: str, after: str) -> list[Change]:
    """The changes in order; none where only marks, or white space, are other.

    Lines are compared first, by the longest sequence of them that both have, then the words of
    those that are other, capitals and accents too.
    """
    lines, others = _lines(before), _lines(after)
    texts = [span.of(before) for span in lines], [span.of(after) for span in others]
    found = []
    for a, b, c, d in _differing(*texts):
        one = words_of(before, _extent(lines, a, b, len(before)))
        other = words_of(after, _extent(others, c, d, len(after)))
        for e, f, g, h in _differing([w.cased for w in one], [w.cased for w in other]):
            places = _extent(lines, a, b, len(before)), _extent(others, c, d, len(after))
            found.append(Change(_words(one, e, f, places[0]), _words(other, g, h, places[1])))
    return found


def counted(before: str, after: str, found: Sequence[Change]) -> tuple[int, int]:
    """How many words were added, and how many taken out."""
    added = sum(len(words_of(after, one.after)) for one in found)
    return added, sum(len(words_of(before, one.before)) for one in found)


def marked(before: str, after: str, found: Sequence[Change]) -> Iterator[str]:
    """The changes as wdiff writes them, [-taken out-] {+added+}, a line for those side by side.

    With some words around that stay, in one line each, and … where there are more.
    """
    for group in _groups(found):
        first, last = group[0].after, group[-1].after
        begin = _cut(after, max(0, first.start - AROUND), first.start, -1)
        end = _cut(after, last.end, min(len(after), last.end + AROUND), 1)
        shown, at = begin, first.start
        for one in group:
            shown += after[at : one.after.start] + _written(before, after, one)
            at = one.after.end
        yield " ".join((shown + end).split())


def _written(before: str, after: str, one: Change) -> str:
    lost = f"[-{one.before.of(before)}-]" if len(one.before) else ""
    added = f"{{+{one.after.of(after)}+}}" if len(one.after) else ""
    text = " ".join(part for part in (lost, added) if part)
    if added:
        return text
    return f" {text}" if one.after.start else f"{text} "


def _cut(text: str, start: int, end: int, side: int) -> str:
    """What is around a change, as far as its line goes, whole words."""
    around = text[start:end]
    lines = around.splitlines() or [""]
    shown = lines[-1] if side < 0 else lines[0]
    if len(lines) > 1 or not (start if side < 0 else len(text) - end) > 0:
        return shown
    _, _, rest = shown.partition(" ") if side < 0 else shown.rpartition(" ")[::-1]
    return f"… {rest}" if side < 0 else f"{rest} …"


def _groups(found: Sequence[Change]) -> Iterator[list[Change]]:
    group: list[Change] = []
    for one in found:
        if group and one.after.start - group[-1].after.end > 2 * AROUND:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _differing(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches `[a, b)` and `[c, d)` of two sequences that are other, in order."""
    start = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
                 min(len(one), len(other)))  # fmt: skip
    left, right = one[start:], other[start:]
    if len(left) * len(right) > MOST_PAIRS:
        yield start, len(one), start, len(other)
        return
    open_: tuple[int, int, int, int] | None = None
    for code in Indel.opcodes(left, right):
        a, b, c, d = (
            start + n for n in (code.src_start, code.src_end, code.dest_start, code.dest_end)
        )
        if code.tag == "equal":
            if open_:
                yield open_
            open_ = None
        else:
            open_ = (open_[0], b, open_[2], d) if open_ else (a, b, c, d)
    if open_:
        yield open_


def _lines(text: str) -> list[Span]:
    """The lines of a text that have something, without the ends of lines."""
    lines = text.split("\n")
    ends = accumulate(lines, lambda at, line: at + len(line) + 1, initial=0)
    found = (Span(start, start + len(line)) for start, line in zip(ends, lines, strict=False))
    return [span for span in found if span.of(text).strip()]


def _extent(spans: Sequence[Span], start: int, end: int, whole: int) -> Span:
    """From the first of some spans to the last; where there are none, the place."""
    if start < end:
        return Span(spans[start].start, spans[end - 1].end)
    place = spans[start - 1].end if start else min(whole, spans[0].start if spans else 0)
    return Span(place, place)


def _words(words: Sequence[Word], start: int, end: int, within: Span) -> Span:
    if start < end:
        return Span(words[start].span.start, words[end - 1].span.end)
    place = words[start - 1].span.end if start else within.start
    return Span(place, place)
