"""The same words in several documents are quoted once, and every document is named."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Quote
from index.retriever import Hit
from index.text import Document

_WORD = re.compile(r"\w+")


def quoted_once(answer: Answer) -> Answer:
    """Without a quote whose words an earlier one has; each names the others that have its words.

    Words are compared in order, whatever stands between them and however they are capitalised:
    one word, number or "not" more or less, and it is another text.
    """
    kept: list[Quote] = []
    for quote in answer.quotes:
        words = _words(quote.span.of(quote.document.text))
        if not any(words in _words(before.span.of(before.document.text)) for before in kept):
            kept.append(replace(quote, also=_also(quote.document, words, answer.hits)))
    return replace(answer, quotes=tuple(kept), dated=answer.dated and len(kept) > 1)


def _also(document: Document, words: str, hits: Sequence[Hit]) -> tuple[Document, ...]:
    passages = [passage for hit in hits for passage in (hit.passage, *hit.twins)]
    found = [one.document for one in passages if words in _words(one.text)]
    by_id = {one.doc_id: one for one in found if one.doc_id != document.doc_id}
    return tuple(by_id.values())


def _words(text: str) -> str:
    """The words in order, each between spaces, so that one is found whole or not at all."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
