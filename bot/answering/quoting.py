"""From a hit to a quote: one to three whole sentences around the one worth most."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.answer import Answer, Label, NoAnswer, Quote
from index.retriever import Hit
from index.text import Span, sentence_spans

# A quote is at most this long, in code points, unless a single sentence is longer.
LONGEST_QUOTE = 600
MOST_SENTENCES = 3
# A sentence's worth: its cosine, plus this much for the question's words in it.
LEXICAL = 0.2
# So many passages are offered: the first five hold the answer for 88 to 99 % of the questions of
# every set tried.
MOST_FOUND = 5
# So much of the text around a quote says whether it begins or ends where a sentence does.
AROUND = 300
# A neighbour joins the quote if it is worth nearly as much as the best sentence.
NEAR = 0.1


def worth_of_sentences(hit: Hit) -> list[float]:
    """What each sentence of the hit is worth by the encoder and the exact words."""
    lexical = hit.sentence_lexical or (0.0,) * len(hit.sentence_cosines)
    return [c + LEXICAL * share for c, share in zip(hit.sentence_cosines, lexical, strict=True)]


def best_quote(
    hit: Hit, worth: Sequence[float], answer: Span | None = None, near: float = NEAR
) -> Quote:
    """The sentence worth most, with neighbours worth at most `near` less.

    `answer` is emphasised; None emphasises the whole sentence.
    """
    sentences = hit.passage.sentences
    best = max(range(len(worth)), key=worth.__getitem__)
    first = last = best
    while last - first + 1 < MOST_SENTENCES:
        joined = [
            other
            for other in (first - 1, last + 1)
            if 0 <= other < len(worth)
            and worth[other] > worth[best] - near
            and _joinable(hit, min(first, other), max(last, other))
        ]
        if not joined:
            break
        chosen = max(joined, key=worth.__getitem__)
        first, last = min(first, chosen), max(last, chosen)
    return Quote(
        document=hit.passage.document,
        span=Span(sentences[first].start, sentences[last].end),
        answer=answer or sentences[best],
        heading=hit.passage.heading,
        sentences=sentences[first : last + 1],
    )


def quote_from(hit: Hit) -> Quote:
    """The sentences of a hit that are nearest to the question; nothing is read for it."""
    return best_quote(hit, worth_of_sentences(hit))


def quotes_of(result: Answer | NoAnswer) -> list[Quote]:
    """What answers, or is closest, and then the other passages found, best first.

    Those are under a label too: of an answer they may answer, of a refusal they do not either.
    """
    if isinstance(result, Answer):
        first, label = list(result.quotes), Label.UNSURE
    else:
        first, label = [one for one in [result.closest] if one], Label.CLOSEST
    others = [hit for hit in result.hits if not any(_holds(hit, quote) for quote in first)]
    return [*first, *(quote_from(hit).labelled(label) for hit in others)][:MOST_FOUND]


def _holds(hit: Hit, quote: Quote) -> bool:
    """Whether the quote is of this passage."""
    passage = hit.passage
    same = passage.document.doc_id == quote.document.doc_id
    return same and passage.span.contains(quote.span)


class Broken(NamedTuple):
    """Whether a quote begins, and whether it ends, inside a sentence."""

    start: bool
    end: bool


def broken(quote: Quote) -> Broken:
    """Where the quote begins or ends inside a sentence: one too long to be quoted whole."""
    text, span = quote.document.text, quote.span
    window = Span(max(0, span.start - AROUND), min(len(text), span.end + AROUND))
    whole = [
        sentence.shift(window.start)
        for sentence in sentence_spans(window.of(text), quote.document.language)
    ]
    within = any(one.start < span.start < one.end for one in whole)
    return Broken(within, any(one.start < span.end < one.end for one in whole))


def _joinable(hit: Hit, first: int, last: int) -> bool:
    """Whether the sentences are short enough to be one quote, and of one paragraph."""
    span = Span(hit.passage.sentences[first].start, hit.passage.sentences[last].end)
    return len(span) <= LONGEST_QUOTE and "\n\n" not in span.of(hit.passage.document.text)
