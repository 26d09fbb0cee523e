"""What is said of a mere topic: "NATO", "parking", "保修"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.comparing import has_words, namesake, stand_together
from bot.answering.contents import says_nothing
from bot.answering.quoting import MOST_SENTENCES, SHORT_QUOTE, opening
from bot.answering.readers import Reader, read_by
from bot.answering.understanding import names_only
from index.encoding import Encoder
from index.retriever import Hit
from index.store import View
from index.text import Span, coverage, introduces, leads, terms_of

# A topic is read as the question what is said of it, in the language that the reader knows best:
# of 41 topics in 10 languages asked of one French article it tells those the article has from
# others with an AUROC of 0.99 so, 0.77 by the topic's name alone and 0.95 with a question mark.
ABOUT = "What is said about {}?"
# The share of a topic's words, rare ones weighing more, that a sentence has which names it.
NAMED = 0.9
# A sentence that names a topic, its words beside one another, says something of it, if not always
# what somebody hoped for.
SURELY_NAMED = 0.9
# Where only the words as they were typed, "and …?", find an answer, it takes so many times the
# usual confidence: they say little. The topics of `tests/data/topics.jsonl`, asked so in eleven
# languages of texts in as many, are then answered rightly 226 times instead of 217 of 344, wrongly
# 18 instead of 21, and 12 of 160 that no text is about, as before; at the usual confidence 25.
TYPED = 2.0
# The encoder that `namesake` is fitted to.
FITTED = "bundled"
# A sentence with so few words beside the topic's is its name above what is said of it:
# "3. Rent and deposit."
FEW = 3


def about(
    question: str,
    topic: str,
    hits: Sequence[Hit],
    view: View,
    reader: Reader,
    encoder: Encoder,
    talked_of: frozenset[str] = frozenset(),
) -> Answer | NoAnswer:
    """What the hits say of the topic that a question asks about: the better of two readings.

    As the question what is said of it, and, where more than the name was typed, as it was typed.
    `talked_of` are the documents that answer the question before: where there are some, others
    are given with a reservation, however well they name the topic.
    """
    named = _named(topic, hits, view, reader, encoder, talked_of)
    if names_only(question) or (isinstance(named, Answer) and named.sure):
        return named
    typed = read_by(reader, question, hits)
    if not isinstance(typed, Answer):
        return named
    if isinstance(named, Answer):
        return max(named, typed, key=lambda one: one.confidence)
    return typed if typed.confidence >= TYPED * typed.threshold else named


def _named(
    topic: str,
    hits: Sequence[Hit],
    view: View,
    reader: Reader,
    encoder: Encoder,
    talked_of: frozenset[str],
) -> Answer | NoAnswer:
    """A sentence that has the topic's words, or what a heading that names it heads."""
    result = read_by(reader, ABOUT.format(topic), hits)
    weights = view.rarity(terms_of(topic))
    found = list(_naming(topic, result, weights))
    if not found:
        return _in_other_words(topic, result, encoder)
    for quote, together in found:
        if together and (not talked_of or quote.document.doc_id in talked_of):
            confidence = max(result.confidence, SURELY_NAMED)
            return Answer((quote,), confidence, result.threshold, result.hits, result.evidence)
    return _unsurely(found[0][0], result)


def _naming(
    topic: str, result: Answer | NoAnswer, weights: Mapping[str, float]
) -> Iterator[tuple[Quote, bool]]:
    """What may be quoted, best first, and whether the topic's words stand together there."""
    read = result.quotes if isinstance(result, Answer) else (result.closest,)
    for quote in (*read, *_sentences(result.hits)):
        if quote and _names(quote.text, topic, weights):
            filled = _filled(quote, topic, result.hits)
            if filled:
                yield filled, _stand_together(quote, topic, weights)
    for passage in (hit.passage for hit in result.hits):
        heading = passage.heading
        named = _only_names(heading, topic) and _names(heading, topic, weights)
        if named and not says_nothing(passage):
            yield opening(passage), stand_together(topic, heading)


def _unsurely(quote: Quote, result: Answer | NoAnswer) -> Answer:
    """Words of the topic that may be of two names, or of something else."""
    confidence = max(result.confidence, result.threshold)
    evidence = (result.threshold, result.hits, result.evidence)
    return Answer((quote,), confidence, *evidence, sure_from=1.0)


def _stand_together(quote: Quote, topic: str, weights: Mapping[str, float]) -> bool:
    text = quote.document.text
    spans = (*quote.spans[:-1], *(quote.sentences or (quote.span,)))
    named = (one.of(text) for one in spans)
    return any(_names(one, topic, weights) and stand_together(topic, one) for one in named)


def _names(text: str, topic: str, weights: Mapping[str, float]) -> bool:
    return coverage(weights, text) >= NAMED and has_words(topic, text)


def _in_other_words(topic: str, result: Answer | NoAnswer, encoder: Encoder) -> Answer | NoAnswer:
    """The sentence that has the text's own word for the topic, if that is nearer; never surely."""
    if encoder.name != FITTED:
        return result
    named = namesake(topic, result.hits, result.confidence, encoder)
    if named is None or (isinstance(result, Answer) and _has(result.quotes[0], named.quote)):
        return result
    evidence = (result.threshold, result.hits, result.evidence)
    quote = _filled(named.quote, topic, result.hits) or named.quote
    return Answer((quote,), named.probability, *evidence, sure_from=1.0)


def _has(quote: Quote, other: Quote) -> bool:
    same = quote.document.doc_id == other.document.doc_id
    return same and quote.span.contains(other.answer)


def _sentences(hits: Sequence[Hit]) -> Iterator[Quote]:
    """Every sentence of the hits, best hit first."""
    for passage in (hit.passage for hit in hits if not says_nothing(hit.passage)):
        for span in passage.sentences:
            yield Quote(passage.document, span, span, passage.heading, (span,))


def _filled(quote: Quote, topic: str, hits: Sequence[Hit]) -> Quote | None:
    """A quote that only names the topic, with what is said after it; None if nothing is.

    Of an item what it stands under says enough; after it, only what stands below itself.
    """
    if not _only_names(quote.text, topic):
        return quote
    following = _following(quote, hits)
    if not following:
        return quote if len(quote.spans) > 1 else None
    span = Span(quote.span.start, following[-1].end)
    return replace(quote, span=span, sentences=(*quote.sentences, *following))


def _only_names(text: str, topic: str) -> bool:
    return len(terms_of(text)) <= len(terms_of(topic)) + FEW


def _following(quote: Quote, hits: Sequence[Hit]) -> tuple[Span, ...]:
    """The sentences after a quote in its passage, as many as one more quote holds."""
    for passage in (hit.passage for hit in hits):
        if quote.is_of(passage):
            sentences = [one for one in passage.sentences if one.start >= quote.span.end]
            after = _of_it(quote, sentences)
            near = [one for one in after if one.end - quote.span.start <= SHORT_QUOTE]
            return tuple(near[: MOST_SENTENCES - 1] or after[:1])
    return ()


def _of_it(quote: Quote, after: list[Span]) -> list[Span]:
    """The sentences up to one of something else: of another item, or that introduces others."""
    document = quote.document
    if len(quote.spans) > 1:
        below = takewhile(
            lambda one: any(quote.span.contains(lead) for lead in leads(document, one)), after
        )
        return list(below)
    others = (at for at, one in enumerate(after) if at and introduces(one.of(document.text)))
    return after[: next(others, None)]
