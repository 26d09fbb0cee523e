"""Several questions in one message: one answer, with what answers each."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, NoAnswer


def joined(results: Sequence[Answer | NoAnswer]) -> Answer | NoAnswer:
    """The results as one: the quotes of all that are answered, as sure as the least of them.

    Where one is not answered, or otherwise by texts of several dates, the whole is given with a
    reservation: it does not say which quote is of which question.
    """
    answers = [result for result in results if isinstance(result, Answer)]
    if len(results) == 1 or not answers:
        return max(results, key=lambda one: one.confidence)
    least = min(answers, key=lambda one: one.confidence - one.sure_from)
    whole = len(answers) == len(results) and not any(one.dated for one in answers)
    kept = (one.quotes if one.dated else one.quotes[:1] for one in answers)
    quotes = {(q.document.doc_id, q.span): q for some in kept for q in some}
    hits = {hit.passage.key: hit for result in (*answers, *results) for hit in result.hits}
    found = replace(least, quotes=tuple(quotes.values()), hits=tuple(hits.values()), dated=False)
    return found if whole else replace(found, sure_from=1.0)
