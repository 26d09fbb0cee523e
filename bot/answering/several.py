"""Several questions in one message: one answer, with what answers each."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, NoAnswer


def joined(results: Sequence[Answer | NoAnswer]) -> Answer | NoAnswer:
    """The results as one: the quotes of all that are answered, as sure as the least of them."""
    answers = [result for result in results if isinstance(result, Answer)]
    if len(results) == 1 or not answers:
        return max(results, key=lambda one: one.confidence)
    least = min(answers, key=lambda one: one.confidence - one.sure_from)
    quotes = {(q.document.doc_id, q.span): q for one in answers for q in one.quotes[:1]}
    hits = {hit.passage.key: hit for result in (*answers, *results) for hit in result.hits}
    return replace(least, quotes=tuple(quotes.values()), hits=tuple(hits.values()), dated=False)
