"""From a hit to a quote: one to three whole sentences around the one worth most.

A sentence that only asks, or only introduces a list, answers nothing by itself: what follows it
goes with it.
"""

from collections.abc import Sequence
from itertools import pairwise

import regex

from bot.answering.answer import Answer, Label, NoAnswer, Quote
from bot.answering.contents import says_nothing
from index.retriever import Hit
from index.text import QUESTION_MARK, Passage, Span, introduces, leads, named_by, terms_of

# A quote is at most this long, in code points, unless a single sentence is longer; what it stands
# under (`index.text.leads`) comes on top.
LONGEST_QUOTE = 600
# One that shows how a passage begins, at most so long.
SHORT_QUOTE = 300
MOST_SENTENCES = 3
# A sentence's worth: its cosine, plus this much for the question's words in it.
LEXICAL = 0.2
# So many passages are offered: the first five hold the answer for 88 to 99 % of the questions of
# every set tried.
MOST_FOUND = 5
_NAMED = regex.compile(r"(?!.*[.?!]\s)([^:：\n]{2,40})[:：]\s*\S")
_ASKS = regex.compile(rf"""{QUESTION_MARK}[\s"'”’»)\]]*$""")
# A neighbour joins the quote if it is worth nearly as much as the best sentence.
NEAR = 0.1


def worth_of_sentences(hit: Hit) -> list[float]:
    """What each sentence of the hit is worth by the encoder and the exact words."""
    lexical = hit.sentence_lexical or (0.0,) * len(hit.sentence_cosines)
    return [c + LEXICAL * share for c, share in zip(hit.sentence_cosines, lexical, strict=True)]


def as_quoted(hit: Hit, place: int) -> str:
    """A sentence with what is quoted along with it: its list, its introduction, its header."""
    text, sentences = hit.passage.document.text, hit.passage.sentences
    span = Span(sentences[place].start, sentences[completed(hit, place, place)].end)
    above = leads(hit.passage.document, span)
    return "\n".join(one.of(text) for one in (*above, span))


def is_named(question: str, sentence: str) -> bool:
    """Whether a line "Deadline: 5 May" gives what the question names before its colon."""
    found = _NAMED.match(sentence)
    terms = set(terms_of(found[1])) if found else set()
    return bool(terms) and terms <= set(terms_of(question))


def is_of_named(question: str, hit: Hit, place: int) -> bool:
    """Whether the question has the name of what a row or line is of: a table's group, a card."""
    document = hit.passage.document
    found = named_by(document, hit.passage.sentences[place])
    terms = set(terms_of(found.of(document.text))) if found else set()
    return bool(terms) and terms <= set(terms_of(question))


def best_quote(
    hit: Hit,
    worth: Sequence[float],
    answer: Span | None = None,
    near: float = NEAR,
    joining: Sequence[float] | None = None,
) -> Quote:
    """The sentence worth most, with neighbours worth at most `near` less, or `joining` so.

    `answer` is emphasised; None emphasises the whole sentence.
    """
    sentences = hit.passage.sentences
    best = max(range(len(worth)), key=worth.__getitem__)
    first, last = _grown(hit, best, worth if joining is None else joining, near)
    last, needed = completed(hit, first, last), completed(hit, best, best)
    if last < needed:  # its neighbours left no room for the list that it introduces
        first, last = best, needed
    return Quote(
        document=hit.passage.document,
        span=Span(sentences[first].start, sentences[last].end),
        answer=answer or sentences[best],
        heading=hit.passage.heading,
        sentences=sentences[first : last + 1],
    )


def _grown(hit: Hit, best: int, likely: Sequence[float], near: float) -> tuple[int, int]:
    """The first and last of a sentence and the neighbours that join it, the likeliest first."""
    first = last = best
    while last - first + 1 < MOST_SENTENCES:
        joined = [
            other
            for other in (first - 1, last + 1)
            if 0 <= other < len(likely)
            and likely[other] > likely[best] - near
            and _joinable(hit, min(first, other), max(last, other))
        ]
        if not joined:
            break
        chosen = max(joined, key=likely.__getitem__)
        first, last = min(first, chosen), max(last, chosen)
    return first, last


def quote_from(hit: Hit) -> Quote:
    """The sentence of a hit that is nearest to the question; nothing is read for it."""
    return best_quote(hit, worth_of_sentences(hit), near=0.0)


def quotes_of(result: Answer | NoAnswer) -> list[Quote]:
    """What answers, or is closest, and then the other passages found, best first.

    Those are under a label too: of an answer they may answer, of a refusal they do not either.
    """
    if isinstance(result, Answer):
        first, label = list(result.quotes), Label.UNSURE
    else:
        first, label = [one for one in [result.closest] if one], Label.CLOSEST
    others = [
        hit
        for hit in result.hits
        if not says_nothing(hit.passage) and not any(quote.is_of(hit.passage) for quote in first)
    ]
    return [*first, *(quote_from(hit).labelled(label) for hit in others)][:MOST_FOUND]


def opening(passage: Passage) -> Quote:
    """How a passage begins: its first sentence, and more while they are short."""
    sentences = passage.sentences
    within = [one for one in sentences if one.end - sentences[0].start <= SHORT_QUOTE]
    inside = tuple(within[:MOST_SENTENCES]) or sentences[:1]
    span = Span(inside[0].start, inside[-1].end)
    return Quote(passage.document, span, span, passage.heading, inside)


def _joinable(hit: Hit, first: int, last: int) -> bool:
    """Whether the sentences are short enough to be one quote, and of one paragraph or list."""
    text, sentences = hit.passage.document.text, hit.passage.sentences
    span = Span(sentences[first].start, sentences[last].end)
    if len(span) > LONGEST_QUOTE or "\n\n" in span.of(text):
        return False
    return not any(
        introduces(one.of(text)) and "\n" in text[before.end : one.start]
        for before, one in pairwise(sentences[first : last + 1])
    )


def completed(hit: Hit, first: int, last: int) -> int:
    """The last sentence of a quote that answers: what a list or an answer below adds, too."""
    text, sentences = hit.passage.document.text, hit.passage.sentences
    end = last
    while end + 1 < len(sentences) and _fits(sentences[first], sentences[end + 1]):
        if introduces(sentences[last].of(text)):
            if end > last and not _is_under(hit, sentences[end + 1], sentences[last]):
                break
        elif not _ASKS.search(sentences[end].of(text)):
            break
        end += 1
    return end


def _fits(first: Span, last: Span) -> bool:
    return last.end - first.start <= LONGEST_QUOTE


def _is_under(hit: Hit, sentence: Span, introduction: Span) -> bool:
    return any(lead.end == introduction.end for lead in leads(hit.passage.document, sentence))
