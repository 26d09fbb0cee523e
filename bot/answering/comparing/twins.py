"""The same words in several documents are quoted once, and every document is named."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Quote
from bot.answering.comparing.written import as_written
from index.retriever import Hit
from index.text import Document


def quoted_once(answer: Answer) -> Answer:
    """Without a quote whose words another one has; each names the others that have its words.

    Words are compared in order as they are written (`as_written`), with those that they stand
    under: one word, number, sign or "not" more or less, and it is another text. Of texts of
    several dates the newest is quoted, even if another says more.
    """
    kept: list[Quote] = []
    for quote in answer.quotes:
        if any(_has(before.text, quote) for before in kept):
            continue
        held = [] if answer.dated else [one for one in kept if _has(quote.text, one)]
        place = kept.index(held[0]) if held else len(kept)
        kept = [*kept[:place], quote, *(one for one in kept[place:] if one not in held)]
    quotes = tuple(replace(one, also=_also(one, answer.hits)) for one in kept)
    return replace(answer, quotes=quotes, dated=answer.dated and len(quotes) > 1)


def _has(text: str, quote: Quote) -> bool:
    """Whether a text has all words of a quote."""
    written, own = as_written(text), quote.document.text
    return all(as_written(span.of(own)) in written for span in quote.spans)


def _also(quote: Quote, hits: Sequence[Hit]) -> tuple[Document, ...]:
    passages = [passage for hit in hits for passage in (hit.passage, *hit.twins)]
    found = [one.document for one in passages if _has(one.text, quote)]
    by_id = {one.doc_id: one for one in found if one.doc_id != quote.document.doc_id}
    return tuple(by_id.values())
