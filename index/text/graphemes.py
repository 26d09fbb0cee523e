"""Graphemes: what a reader takes for one character, and no text is cut inside of."""

from collections.abc import Iterator

import regex

from index.text.spans import Span

# Unicode has no longest one; a family of four with its skin colours has 11 code points.
LONGEST_GRAPHEME = 64
_GRAPHEME = regex.compile(r"\X")


def grapheme_ends(text: str, span: Span) -> Iterator[int]:
    """Where each grapheme of a span ends, in order; after `LONGEST_GRAPHEME` code points at most.

    They are counted from the span's start, which is to be between two.
    """
    at = span.start
    while at < span.end:
        # A slice: inside of a run of flags the pattern looks back to where that begins.
        found = _GRAPHEME.match(text[at : min(at + LONGEST_GRAPHEME, span.end)])
        at += found.end() if found else 1
        yield at
