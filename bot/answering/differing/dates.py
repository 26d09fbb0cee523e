"""When texts of several dates answer the same question otherwise: each of them, newest first."""

from collections.abc import Iterable, Sequence

from bot.answering.answer import Quote
from bot.answering.differing.otherwise import answers_otherwise
from index.retriever import Hit

# So many are shown.
MOST = 3
# A passage that scores so much less than the first is of something else. Of 60 pairs of dated
# texts in eleven languages (tests/data/differing.jsonl) those that answer otherwise are within
# 0.071, what is of another subject from 0.09 on.
FAR = 0.08
# The share of the question's words that it has of those that the best passage has, at least; one
# that scores nearly as much may have fewer: of few texts every word is rare, also "a" and "the".
WORDS, NEARLY = 0.6, 0.04


def may_say_otherwise(best: Hit, hits: Iterable[Hit], first: float) -> list[Hit]:
    """Hits of documents of other dates that may be about the same; `first` is the best score."""
    date, doc_id = best.passage.document.date, best.passage.document.doc_id
    return [
        hit
        for hit in hits
        if date
        and hit.passage.document.date
        and hit.passage.document.doc_id != doc_id
        and _other_day(hit.passage.document.date, date)
        and hit.score >= first - FAR
        and (
            hit.lexical >= WORDS * best.lexical
            or hit.score >= first - NEARLY
            or _other_language(hit, best)
        )
    ]


def dated(answer: Quote, others: Sequence[Quote]) -> tuple[Quote, ...]:
    """The answer and those that say otherwise, at most `MOST`, newest first; () if none does.

    Of several that say the same the first is taken.
    """
    kept = [answer]
    for quote in others:
        if len(kept) < MOST and all(_says_otherwise(quote, one) for one in kept):
            kept.append(quote)
    if len(kept) == 1:
        return ()
    return tuple(sorted(kept, key=lambda quote: quote.document.date or "", reverse=True))


def _says_otherwise(one: Quote, other: Quote) -> bool:
    dates = (one.document.date or "", other.document.date or "")
    return _other_day(*dates) and answers_otherwise(one, other)


def _other_day(one: str, other: str) -> bool:
    """Whether two dates, as exact as they are, tell which is the later; 2025 may be 2025-03."""
    return not (one.startswith(other) or other.startswith(one))


def _other_language(hit: Hit, best: Hit) -> bool:
    return hit.passage.document.language != best.passage.document.language
