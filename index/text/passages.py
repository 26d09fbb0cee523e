"""The passage: some whole sentences of one document, small enough to encode."""

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from index.text.blocks import Block, blocks_or_paragraphs
from index.text.documents import Document
from index.text.graphemes import grapheme_ends
from index.text.sentences import block_sentences
from index.text.spans import Span, trim
from index.text.terms import terms_of


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document, its heading, and the sentences inside it.

    Identity is `(document.doc_id, span.start, span.end)`. `sentences` are spans of
    `document.text`, in order, inside `span`; `heading` is the nearest heading above, or "".
    """

    document: Document
    span: Span
    heading: str
    sentences: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The passage itself, a slice of its document."""
        return self.span.of(self.document.text)

    @property
    def key(self) -> tuple[str, int, int]:
        """The passage's identity; ties in score are broken by it, so that runs repeat."""
        return (self.document.doc_id, self.span.start, self.span.end)


# About 250 tokens of the encoder, which reads 512: paragraphs up to here stay whole.
LONGEST = 1_000
# Shorter paragraphs are joined with the next of their section.
SHORTEST = 200
# Characters of these scripts cost more of the encoder's tokens than Latin ones.
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_HALF_DENSE = regex.compile(
    r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Telugu}]"
)
# No letter of the scripts above, nor any beyond, but for marks and signs: most texts are of these.
_SPARSE = re.compile("[\0-\u08ff\u1e00-\u2bff]*")
# What stands above the text that it names, and is no sentence of it.
_ABOVE = {"heading", "question"}


def split(document: Document) -> list[Passage]:
    """The document's passages, in order: whole sentences, about `LONGEST` characters at most.

    A heading, and a question, opens the passage below it and is its `heading`, but not one of its
    sentences. Together the spans cover the text but for white space between them. Only a sentence
    longer than `LONGEST` is cut, at white space where there is some, never inside a grapheme that
    has no more than `LONGEST_GRAPHEME` code points.
    """
    passages: list[Passage] = []
    for heading, section in _sections(document):
        groups = _groups(document, section)
        title = " ".join(heading.of(document.text).split()) if heading else ""
        for place, group in enumerate(groups):
            start = heading.start if heading and place == 0 else group[0].start
            span = Span(start, group[-1].end)
            passages.append(Passage(document, span, title, tuple(group)))
        if heading and not groups:
            passages.append(Passage(document, heading, title, (heading,)))
    return passages


def heading_above(document: Document, place: int) -> str:
    """The heading, or question, nearest above a place of a document that is in none; or ""."""
    above = (one for one in reversed(document.blocks) if one.span.start <= place)
    found = next((one.span for one in above if one.kind in _ABOVE), None)
    if found is None or place < found.end:
        return ""
    return " ".join(found.of(document.text).split())


def passage_terms(passage: Passage) -> list[str]:
    """What exact words are searched in: the terms of title, heading and text, in order."""
    return terms_of("\n".join((passage.document.stated_title, passage.heading, passage.text)))


def encoder_input(passage: Passage) -> tuple[str, list[Span]]:
    """What the encoder reads of a passage: its document's title, its text; its sentences' spans.

    A part of a page on passports need not name them: with the title the passage that answers is
    first for 0.663 of 193 questions on official pages instead of 0.632, for as many or up to 0.02
    more of nine other sets.
    """
    title = passage.document.stated_title
    before = f"{title}\n" if title else ""
    shift = len(before) - passage.span.start
    return before + passage.text, [span.shift(shift) for span in passage.sentences]


def untitled(passage: Passage) -> Passage:
    """The passage of a document without a title."""
    return replace(passage, document=replace(passage.document, title=""))


def _sections(document: Document) -> list[tuple[Span | None, list[Block]]]:
    """Each heading with the blocks below it; the first may have none."""
    sections: list[tuple[Span | None, list[Block]]] = [(None, [])]
    for block in blocks_or_paragraphs(document.text, document.blocks):
        if block.kind in _ABOVE:
            sections.append((block.span, []))
        else:
            sections[-1][1].append(block)
    return [(heading, below) for heading, below in sections if heading or below]


def _groups(document: Document, section: list[Block]) -> list[list[Span]]:
    """Sentences of a section, grouped into passages."""
    groups: list[list[Span]] = []
    for block in section:
        found = _sentences(document, block)
        size = _size(document.text, block.span)
        if (
            groups
            and size + _group_size(document.text, groups[-1]) <= LONGEST
            and (size < SHORTEST or _group_size(document.text, groups[-1]) < SHORTEST)
        ):
            groups[-1].extend(found)
        else:
            groups.extend(_balanced(document.text, found, size))
    return groups


def _sentences(document: Document, block: Block) -> list[Span]:
    found = block_sentences(document.text, block, document.language)
    return [piece for span in found for piece in _pieces(document.text, span)]


def _balanced(text: str, found: list[Span], size: float) -> list[list[Span]]:
    """Sentences in order, in groups of about equal size, none over `LONGEST`."""
    target = size / math.ceil(size / LONGEST)
    groups: list[list[Span]] = [found[:1]]
    for sentence in found[1:]:
        joined = _size(text, Span(groups[-1][0].start, sentence.end))
        overshoot, shortfall = joined - target, target - _group_size(text, groups[-1])
        if joined > LONGEST or overshoot > shortfall:
            groups.append([sentence])
        else:
            groups[-1].append(sentence)
    return groups


def _pieces(text: str, sentence: Span) -> list[Span]:
    """The sentence, cut only if it is longer than a passage may be."""
    if _size(text, sentence) <= LONGEST:
        return [sentence]
    pieces, start, end, size = [], sentence.start, sentence.start, 0.0
    for cluster in regex.finditer(r"\S+\s*", text, pos=sentence.start, endpos=sentence.end):
        for cut in _cuts(text, cluster.start(), cluster.end()):
            added = _size(text, Span(end, cut))
            if end > start and size + added > LONGEST:
                pieces.append((start, end))
                start, size = end, 0.0
            end, size = cut, size + added
    pieces.append((start, end))
    return [span for a, b in pieces if (span := trim(text, a, b))]


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where a word may end: at its end, or after each grapheme if it alone is too long."""
    if _size(text, Span(start, end)) <= LONGEST:
        return [end]
    return list(grapheme_ends(text, Span(start, end)))


def _group_size(text: str, group: list[Span]) -> float:
    return _size(text, Span(group[0].start, group[-1].end))


@lru_cache(1)  # asked a dozen times of each text
def _is_sparse(text: str) -> bool:
    return _SPARSE.fullmatch(text) is not None


def _size(text: str, span: Span) -> float:
    if _is_sparse(text):
        return float(len(span))
    part = span.of(text)
    dense, half = len(_DENSE.findall(part)), len(_HALF_DENSE.findall(part))
    return len(part) + 1.5 * dense + 0.5 * half
