"""Several questions in one message: one answer, with what answers each."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from bot.answering.answer import Answer, NoAnswer, RefusedPart
from index.text import QUESTION_MARK

_MARKS = regex.compile(f"{QUESTION_MARK}+$")


def joined(results: Sequence[Answer | NoAnswer], parts: Sequence[str]) -> Answer | NoAnswer:
    """The results as one: the quotes of all that are answered, as sure as the least of them.

    Of the `parts` of the message, one a result, those that are not answered are named. Where one
    is answered otherwise by texts of several dates, the whole is given with a reservation: it does
    not say which quote is of which date.
    """
    answers = [result for result in results if isinstance(result, Answer)]
    if len(results) == 1 or not answers:
        return max(results, key=lambda one: one.confidence)
    least = min(answers, key=lambda one: one.confidence - one.sure_from)
    kept = (one.quotes if one.dated else one.quotes[:1] for one in answers)
    quotes = {(q.document.doc_id, q.span): q for some in kept for q in some}
    hits = {hit.passage.key: hit for result in (*answers, *results) for hit in result.hits}
    return replace(
        least,
        quotes=tuple(quotes.values()),
        hits=tuple(hits.values()),
        sure_from=1.0 if any(one.dated for one in answers) else least.sure_from,
        dated=False,
        unanswered=tuple(
            RefusedPart(part, result.closest)
            for part, result in zip(parts, results, strict=True)
            if isinstance(result, NoAnswer)
        ),
    )


def typed(part: str, message: str) -> str:
    """The words of the message that were understood as a part of it, as they were typed.

    What is shouted is understood in small letters, what ends in thanks with its mark before them.
    """
    for words in (part, _MARKS.sub("", part)):
        if found := regex.search(regex.escape(words), message, regex.IGNORECASE):
            return str(found[0])
    return part
