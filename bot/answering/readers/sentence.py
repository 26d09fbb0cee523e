"""Which sentence of a passage is quoted, by the encoder, exact words and the model together."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from bot.answering.answer import Quote
from bot.answering.contents import columns, naming
from bot.answering.quoting import (
    as_quoted,
    best_quote,
    completed,
    is_named,
    is_of_named,
    worth_of_sentences,
)
from bot.answering.readers.model import Model
from bot.answering.readers.promising import Rounds, worth_read
from bot.answering.readers.read_hits import CODED, ReadHit
from bot.answering.understanding import codes_in, stands
from index.retriever import Hit
from index.text import Span

# A sentence's worth: its cosine and words, this much for each unit of its best answer, and this
# much for each unit of its relevance, read by itself. Right sentence first in 0.866 of 2,007
# passages that answer, of 18 sets; with 0.03 for both 0.862, with 0.01 for the second 0.865.
SENTENCE, ALONE = 0.02, 0.02
# And of a line that gives what the question names before its colon, or is of what it names.
NAMED = 0.2
# Less of one that only names a part of the document, or columns: it is quoted where there is no
# other.
HEADING = 1.0
# A neighbour joins the quote if the model finds an answer in it that is at most so much less
# likely (logit) than in the best sentence. Over eleven sets (2,000 questions, eleven languages)
# the quote then holds the answer for 0.816 in 217 letters, at 7 for 0.819 in 226; with neighbours
# by all evidence, within 0.6, for 0.828 in 277, within 0.4 for 0.816 in 229; the sentence alone
# for 0.773 in 169.
NEAR = 6.0
# Sentences, of which one in a passage stands out more often, one after the other.
SENTENCES = Rounds(first=1, most=4 * ALONE)


class Chosen(NamedTuple):
    """A quote, and the relevance of its best sentence, read by itself."""

    quote: Quote
    relevance: float


def choose(model: Model, question: str, read: ReadHit) -> Chosen:
    """The sentence worth most by all evidence, with the model's answer for emphasis."""
    hit, known = read.hit, worth_of_sentences(read.hit)
    answers = [_likeliest(read, place) for place in range(len(known))]
    named = [_named(question, hit, place) for place in range(len(known))]
    headings = naming(hit.passage) | columns(hit.passage)
    promises = [
        one
        + SENTENCE * logit
        + named[place]
        + NAMED * is_of_named(question, hit, place)
        - HEADING * (place in headings)
        for place, (one, (logit, _)) in enumerate(zip(known, answers, strict=True))
    ]
    alone = _alone(model, question, hit, promises)
    worth = [
        one + ALONE * alone[place] if place in alone else -inf
        for place, one in enumerate(promises)
    ]
    best = max(range(len(worth)), key=worth.__getitem__)
    likely = [logit for logit, _ in read.answers]
    # A line that is named stands by itself.
    near = 0.0 if named[best] else NEAR
    quote = best_quote(hit, worth, answers[best][1], near, likely if near else None)
    return Chosen(quote, alone[best] if len(known) > 1 else read.reading.relevance)


def likeliest_sentence(read: ReadHit) -> Quote:
    """The sentence of the likeliest answer, with that for emphasis; nothing more is read."""
    worth = [logit for logit, _ in read.answers]
    best = max(range(len(worth)), key=worth.__getitem__)
    return best_quote(read.hit, worth, _likeliest(read, best)[1], near=0.0)


def _likeliest(read: ReadHit, place: int) -> tuple[float, Span]:
    """The likeliest answer in a sentence and in what is quoted along with it."""
    last = completed(read.hit, place, place)
    return max(read.answers[place : last + 1], key=lambda answer: answer[0])


def _named(question: str, hit: Hit, place: int) -> float:
    sentence = hit.passage.sentences[place].of(hit.passage.document.text)
    return NAMED if is_named(question, sentence) else CODED * stands(codes_in(question), sentence)


def _alone(
    model: Model, question: str, hit: Hit, promises: Sequence[float]
) -> Mapping[int, float]:
    """The relevance of sentences read by themselves, with what is quoted along with each.

    By place, of those that may be worth most: `promises` is their worth before.
    """
    if len(promises) == 1:
        return {0: 0.0}  # there is no choice
    title, found = hit.passage.document.stated_title, dict[int, float]()

    def gains(places: list[int]) -> list[float]:
        texts = [as_quoted(hit, place) for place in places]
        readings = model.read(question, texts, [title] * len(texts))
        found.update(zip(places, (one.relevance for one in readings), strict=True))
        return [ALONE * found[place] for place in places]

    return {place: found[place] for place in worth_read(promises, gains, SENTENCES)}
