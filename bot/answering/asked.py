"""Texts that ask themselves: under the very question that is asked stands the answer."""

import re
from collections.abc import Sequence

import regex

from bot.answering.answer import Answer, NoAnswer
from bot.answering.quoting import best_quote, worth_of_sentences
from index.encoding import Encoder
from index.retriever import Hit

# So many hits are looked at; the passage under the question is the first for all but few.
READ = 6
# The cosine of two questions from which on they ask the same. Of 20 questions put in other words 9
# reach it; no other question of their page goes beyond 0.90, none of another text beyond 0.89.
SAME = 0.93
# How sure one can be of an answer that its writer put under the same words.
CERTAIN = 0.95
_WORD = re.compile(r"\w+")
_ASKS = regex.compile(r"[?？؟]\W*$")


def as_asked(question: str, result: Answer | NoAnswer, encoder: Encoder) -> Answer | NoAnswer:
    """The answer that stands under the question, if the text asks it; else the result as it was.

    The same words make it sure. Other words that mean the same make it an answer, no surer than
    the reader is of it.
    """
    if isinstance(result, Answer) and result.sure:
        return result
    asking = [hit for hit in result.hits[:READ] if _ASKS.search(hit.passage.heading)]
    same = [hit for hit in asking if _words(hit.passage.heading) == _words(question)]
    if same:
        return _under(same[0], result, CERTAIN, CERTAIN)
    if isinstance(result, Answer) or not asking or not _ASKS.search(question):
        return result
    likeness, hit = _likest(question, asking, encoder)
    if likeness < SAME:
        return result
    return _under(hit, result, result.threshold, 1.0)


def _likest(question: str, asking: Sequence[Hit], encoder: Encoder) -> tuple[float, Hit]:
    asked, *others = encoder.encode_questions([question, *(hit.passage.heading for hit in asking)])
    found = [(float(asked @ other), hit) for other, hit in zip(others, asking, strict=True)]
    return max(found, key=lambda pair: pair[0])


def _under(hit: Hit, result: Answer | NoAnswer, confidence: float, sure_from: float) -> Answer:
    """What stands under the question of the hit, quoted as the reader did if it chose that."""
    chosen = result.quotes[0] if isinstance(result, Answer) else result.closest
    quote = chosen if chosen and hit.passage.span.contains(chosen.span) else None
    if quote is None or quote.document.doc_id != hit.passage.document.doc_id:
        quote = best_quote(hit, worth_of_sentences(hit))
    hits = (hit, *(other for other in result.hits if other is not hit))
    sure = max(result.confidence, confidence)
    return Answer((quote,), sure, result.threshold, hits, result.evidence, sure_from)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
