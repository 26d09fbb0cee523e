"""Texts: documents, spans, sentences, passages, terms; pure, without files or models."""

from index.text.blocks import (
    BELOW_HEADER,
    HEADER,
    Block,
    Kind,
    Part,
    blocks_or_paragraphs,
    composed,
    reached,
)
from index.text.documents import ENTRY, Document
from index.text.language import detect, margin
from index.text.leading import leads
from index.text.normalise import normalised, stream_safe
from index.text.passages import (
    LONGEST,
    Passage,
    encoder_input,
    search_text,
    split,
    untitled,
)
from index.text.sentences import marked, sentence_spans
from index.text.spans import Span, paragraphs, trim
from index.text.terms import UNSPACED, coverage, share, terms_of

__all__ = [
    "BELOW_HEADER",
    "ENTRY",
    "HEADER",
    "LONGEST",
    "UNSPACED",
    "Block",
    "Document",
    "Kind",
    "Part",
    "Passage",
    "Span",
    "blocks_or_paragraphs",
    "composed",
    "coverage",
    "detect",
    "encoder_input",
    "leads",
    "margin",
    "marked",
    "normalised",
    "paragraphs",
    "reached",
    "search_text",
    "sentence_spans",
    "share",
    "split",
    "stream_safe",
    "terms_of",
    "trim",
    "untitled",
]
