"""Sentences: where a text may be cut, in any script, without cutting abbreviations in two."""

from itertools import pairwise

import regex

from index.text.abbreviations import is_abbreviated
from index.text.blocks import Block
from index.text.graphemes import grapheme_ends
from index.text.spans import Span, paragraphs, trim

# A mark that ends a sentence, with the quotes and brackets that close after it and the numbers of
# notes. A guillemet may stand off by a space, as in French; German closes with what opens in
# English.
_END = regex.compile(
    r"""(?:(?P<full>[。！？｡။។៕།༎]+)|(?P<mark>[.!?…؟۔।॥։።፧॰]+|(?<=\p{Greek}\p{M}*);))"""
    r"""(?P<close>(?:\[(?:\d{1,3}|\p{L}|\p{L}+ \d{1,3})\]|["'”’»›)\]}」』）】〉》]"""
    r"""|[\u00a0\u202f ][»›](?=\s|$)|[“‘](?=\s|$))*)"""
    r"""(?P<gap>\s*)"""
)
# A title in brackets, or speech that the sentence goes on after, as its Japanese particle says.
_NO_END = regex.compile(r"[》〉]|[」』][とっ]")
# A sentence that ends without any mark, as speech is written down and Thai is, is cut if it is
# longer than this, into parts of about so many code points.
_UNMARKED, _PART = 300, 200
_CUTS = [regex.compile(found) for found in (r"\n", r"[,;:،؛、，；：]\s*", r"\s+")]
_MARKS = ".!?…"
# The number of an item, a heading or a paragraph, which is no sentence of its own.
_OPENING = regex.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxlcIVXLC]{1,6})[.)]|§+\s?\d+\.)\s+(?=\S)"
)
_OPENER = regex.compile(r"""["'“”„‘‚«‹(\[{¿¡—–\-\s\u00a0\u202f]*""")


def sentence_spans(text: str, language: str | None = None) -> list[Span]:
    """Spans of the sentences: they rise, do not overlap, cover all but the white space between.

    A blank line ends a sentence, a line's end does not. `language` (ISO 639-1) decides whether
    "2. Oktober" is an ordinal; None means it is not known, and then it is taken for one.
    """
    return [
        span
        for paragraph in paragraphs(text)
        for span in _between(text, paragraph, _ends(text, paragraph, language))
    ]


def block_sentences(text: str, block: Block, language: str | None) -> list[Span]:
    """The sentences of one block of `text`: a row is one, a line of code or verse ends one."""
    if block.kind == "row":
        return [block.span]
    if block.kind == "code":
        return _between(text, block.span, _line_ends(text, block.span))
    opening = _OPENING.match(text, block.span.start, block.span.end)
    begins = opening.end() if opening else block.span.start
    within = [end for end in _ends(text, block.span, language) if end >= begins]
    lines = _line_ends(text, block.span) if block.kind == "verse" else []
    return _between(text, block.span, within + lines)


def _between(text: str, span: Span, ends: list[int]) -> list[Span]:
    """The stretches of `span` up to each end and after the last, without outer white space."""
    cuts = [span.start, *sorted(set(ends)), span.end]
    found = (trim(text, start, end) for start, end in pairwise(cuts))
    return [part for one in found if one for part in _parts(text, one)]


def _parts(text: str, sentence: Span) -> list[Span]:
    """The sentence, or parts of about equal length of a long one that no mark ends."""
    if len(sentence) <= _UNMARKED or marked(text, sentence):
        return [sentence]
    count = round(len(sentence) / _PART)
    parts, start = [], sentence.start
    for left in range(count, 1, -1):
        cut = _cut(text, Span(start, sentence.end), (sentence.end - start) // left)
        parts.append(trim(text, start, cut))
        start = cut
    parts.append(trim(text, start, sentence.end))
    return [part for part in parts if part]


def marked(text: str, sentence: Span) -> bool:
    """Whether it ends with a mark that ends sentences, and was not cut for its length."""
    near = max(sentence.start, sentence.end - 12)
    return any(match.end() == sentence.end for match in _END.finditer(text, near, sentence.end))


def _cut(text: str, span: Span, length: int) -> int:
    """Where to cut about `length` off: at the best kind of place within half a part of it."""
    low, high = span.start + length - _PART // 2, min(span.start + length + _PART // 2, span.end)
    for kind in _CUTS:
        if ends := [match.end() for match in kind.finditer(text, max(low, span.start), high)]:
            return min(ends, key=lambda end: abs(end - span.start - length))
    # From the span's start, which is between two.
    ends = [end for end in grapheme_ends(text, Span(span.start, high)) if end >= low]
    return min(ends, key=lambda end: abs(end - span.start - length), default=span.end)


def _ends(text: str, paragraph: Span, language: str | None) -> list[int]:
    return [
        match.end() - len(match["gap"])
        for match in _END.finditer(text, paragraph.start, paragraph.end)
        if _ends_sentence(text, match, paragraph, language)
    ]


def _line_ends(text: str, span: Span) -> list[int]:
    found, at = [], text.find("\n", span.start, span.end)
    while at >= 0:
        found.append(at)
        at = text.find("\n", at + 1, span.end)
    return found


def _ends_sentence(
    text: str, match: "regex.Match[str]", paragraph: Span, language: str | None
) -> bool:
    after = match.end()
    if after >= paragraph.end:
        return True
    if match["full"]:
        return not _NO_END.match(text, after - len(match["gap"]) - 1)
    if not match["gap"]:
        return False
    opener = _OPENER.match(text, after, paragraph.end)
    next_at = opener.end() if opener else after
    following = text[next_at : next_at + 1]
    if following.islower() or following in _MARKS:
        return False
    if following.isdigit() and len(match["mark"]) > 3:
        return False  # dots that lead to the number of a page
    if match["mark"] != "." or match["close"]:
        return True
    near = text[max(paragraph.start, match.start() - 40) : match.start()]
    return not is_abbreviated(near, text[next_at : next_at + 20], language)
