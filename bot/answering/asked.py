"""Texts that ask themselves: under the very question that is asked stands the answer."""

from collections.abc import Sequence

import numpy as np
import regex

from bot.answering.answer import Answer, NoAnswer
from bot.answering.comparing import as_written
from bot.answering.contents import says_nothing
from bot.answering.quoting import best_quote, worth_of_sentences
from index.encoding import Encoder
from index.retriever import Hit
from index.text import QUESTION_MARK

# So many hits are looked at; the passage under the question is the first for all but few.
READ = 6
# The cosines of two questions from which on they ask the same: as the encoder makes them, and both
# turned by its bridge between languages. Of 40 questions put in other words 10 reach the first,
# 20 the second; of 1,560 pairs of other questions none the first, one the second.
SAME, SAME_TURNED = 0.93, 0.76
# From here on, turned, a question asks the same if it is so much nearer than the next one: of 20
# more put in other words 15 are answered by it instead of 11 and of 20 kept for a test 14 as
# before; of 100 that the texts do not answer 14 are, as before.
NEARLY, APART = 0.73, 0.05
# How sure one can be of an answer that its writer put under the same words.
CERTAIN = 0.95
_ASKS = regex.compile(rf"{QUESTION_MARK}\W*$")


def as_asked(question: str, result: Answer | NoAnswer, encoder: Encoder) -> Answer | NoAnswer:
    """The answer that stands under the question, if the text asks it; else the result as it was.

    So, too, where the reader is not sure of an answer that stands elsewhere.

    The same words make it sure. Other words that mean the same make it an answer, no surer than
    the reader is of it.
    """
    if isinstance(result, Answer) and result.sure:
        return result
    if same := under_same_words(question, result):
        return same
    asking = _asking(result.hits)
    if not asking or not _ASKS.search(question) or (isinstance(result, Answer) and result.dated):
        return result
    hit = _alike(question, asking, encoder)
    if hit is None or (isinstance(result, Answer) and result.quotes[0].is_of(hit.passage)):
        return result
    return _under(hit, result, result.threshold, 1.0)


def under_same_words(question: str, result: Answer | NoAnswer) -> Answer | None:
    """What stands under the question where a text asks it in the same words, surely."""
    asked = as_written(question)
    same = (hit for hit in _asking(result.hits) if as_written(hit.passage.heading) == asked)
    return next((_under(hit, result, CERTAIN, CERTAIN) for hit in same), None)


def _asking(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that stand under a question."""
    return [
        hit
        for hit in hits[:READ]
        if _ASKS.search(hit.passage.heading) and not says_nothing(hit.passage)
    ]


def _alike(question: str, asking: Sequence[Hit], encoder: Encoder) -> Hit | None:
    """The hit whose text asks the same in other words, the likest; None if none does."""
    vectors = encoder.encode_questions([question, *(hit.passage.heading for hit in asking)])
    turned = encoder.across(vectors)
    is_turned = not np.array_equal(turned, vectors)
    likeness = [float(turned[0] @ other) for other in turned[1:]]
    best = max(range(len(asking)), key=likeness.__getitem__)
    same = float(vectors[0] @ vectors[1 + best]) >= SAME
    if same or (is_turned and _is_near(likeness[best], likeness)):
        return asking[best]
    return None


def _is_near(likest: float, likeness: Sequence[float]) -> bool:
    """Whether the likest question, turned, asks the same."""
    if likest >= SAME_TURNED:
        return True
    others = sorted(likeness)[:-1]
    return likest >= NEARLY and bool(others) and likest - others[-1] >= APART


def _under(hit: Hit, result: Answer | NoAnswer, confidence: float, sure_from: float) -> Answer:
    """What stands under the question of the hit, quoted as the reader did if it chose that."""
    chosen = result.quotes[0] if isinstance(result, Answer) else result.closest
    quote = chosen if chosen and chosen.is_of(hit.passage) else None
    if quote is None:
        quote = best_quote(hit, worth_of_sentences(hit))
    hits = (hit, *(other for other in result.hits if other is not hit))
    sure = max(result.confidence, confidence)
    return Answer((quote,), sure, result.threshold, hits, result.evidence, sure_from)
