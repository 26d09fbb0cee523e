"""What words of a text have become in a later version of it."""

from collections.abc import Iterator
from itertools import groupby

import regex

from index.text import Document, Span, sentence_spans
from index.wording import aligned, words_of

# From this share of words that are as they were on, and so many, words are the changed ones.
_HALF, _FEWEST = 0.5, 3
_MARKS, _MARKS_BEFORE = regex.compile(r"[^\s\w]+"), regex.compile(r"(?r)[^\s\w]+\Z")


def successor(before: Document, quoted: Span, now: Document) -> Span | None:
    """The words that those of a span were changed to; None where they were taken out.

    A sentence that stood beside them before is not what they became, however alike it is.
    """
    found = (_beside(quoted.of(before.text), now.text, run) for run in _new(before, quoted, now))
    best = max(filter(None, found), key=lambda one: one[0], default=None)
    return best[1] if best else None


def _new(before: Document, quoted: Span, now: Document) -> Iterator[Span]:
    """Stretches of the later text without the sentences that stood around the quote."""
    others = {
        one.of(before.text)
        for one in sentence_spans(before.text, before.language)
        if one.end <= quoted.start or one.start >= quoted.end
    }
    sentences = sentence_spans(now.text, now.language)
    for is_old, run in groupby(sentences, lambda one: one.of(now.text) in others):
        spans = list(run)
        if not is_old:
            yield Span(spans[0].start, spans[-1].end)


def _beside(quoted: str, text: str, within: Span) -> tuple[int, Span] | None:
    """The words of a stretch that are nearly those that were quoted, and how many are the same."""
    words, stored = words_of(quoted), words_of(text, within)
    stretches = aligned([one.form for one in words], [one.form for one in stored])
    same = sum(one.pasted_end - one.pasted for one in stretches if one.same)
    if not words or same < max(_HALF * len(words), min(_FEWEST, len(words))):
        return None
    first, last = stretches[0].stored, stretches[-1].stored_end
    return same, _with_marks(Span(stored[first].span.start, stored[last - 1].span.end), text)


def _with_marks(span: Span, text: str) -> Span:
    """The span with the marks that no space parts from its words."""
    before, after = _MARKS_BEFORE.search(text, 0, span.start), _MARKS.match(text, span.end)
    return Span(before.start() if before else span.start, after.end() if after else span.end)
