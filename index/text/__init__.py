"""Texts: documents, spans, sentences, passages, terms; pure, and no files but one model."""

from index.text.asking import QUESTION_MARK, ends_asking
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
from index.text.folding import caseless
from index.text.introduced import introduces
from index.text.language import detect, margin
from index.text.leading import leads, named_by
from index.text.left_out import LeftOut, Missing
from index.text.left_out_in_english import in_english
from index.text.normalise import normalised, stream_safe
from index.text.passages import (
    LONGEST,
    Passage,
    encoder_input,
    heading_above,
    passage_terms,
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
    "QUESTION_MARK",
    "UNSPACED",
    "Block",
    "Document",
    "Kind",
    "LeftOut",
    "Missing",
    "Part",
    "Passage",
    "Span",
    "blocks_or_paragraphs",
    "caseless",
    "composed",
    "coverage",
    "detect",
    "encoder_input",
    "ends_asking",
    "heading_above",
    "in_english",
    "introduces",
    "leads",
    "margin",
    "marked",
    "named_by",
    "normalised",
    "paragraphs",
    "passage_terms",
    "reached",
    "sentence_spans",
    "share",
    "split",
    "stream_safe",
    "terms_of",
    "trim",
    "untitled",
]
