"""What a topic is called in the text, in whatever language: the word nearest to its name.

Vectors of passages and sentences say what they are about, not which names they hold: of "НАТО"
the sentence about "l'OTAN" is none of the nearest. Single words tell: of all words of an article
"OTAN" is the nearest to "НАТО", "armes" to "silahlar".
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np
import regex
from cachetools import LRUCache

from bot.answering.answer import Quote
from index.encoding import Encoder, Vectors
from index.retriever import Hit
from index.store import View
from index.text import Passage, Span

# So many different words are compared, those of the best hits first; each takes 4 ms to encode.
MOST_WORDS = 240
# Fewer say nothing about how near is near.
FEWEST_WORDS = 20
# So many of a generation, of so many texts, are made ready beforehand, a few at a time so that no
# question waits.
READY, TEXTS, AT_A_TIME = 1_000, 20, 8
# Vectors of words kept at hand, of about 2 kB each: 6 MB.
KNOWN = 3_000
# How likely the sentence with that word is about the topic, as a logit: what the reader's
# confidence (a logit, too), the word's distance from the others (in standard deviations) and its
# cosine count. Fitted with the bundled encoder to the topics of `tests/data/topics.jsonl` that are
# asked of `single.jsonl`.
BIAS, READ, APART, NEAR = -15.42, 0.26, 0.41, 18.89
# From here on it is told. Of 123 other topics, asked in eleven languages of texts in as many that
# do not have their letters, 72 are then answered rightly instead of 50, 12 wrongly instead of 11;
# of 79 that no text is about 7 instead of 3, all with a reservation.
LIKELY = 0.5
# Of writings that part words. Shorter ones are mostly articles and prepositions, but for names in
# capitals: EU.
_WORD = regex.compile(r"[\p{L}--\p{Han}][\p{L}\p{M}\p{N}--\p{Han}]*(?:-\p{L}+)*", regex.V1)
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Namesake:
    """The sentence with the word, emphasised, and the probability that it is about the topic."""

    quote: Quote
    probability: float


def namesake(
    topic: str, hits: Sequence[Hit], confidence: float, encoder: Encoder
) -> Namesake | None:
    """Where a text has its own name for the topic; None if no word is near enough.

    `confidence` is the reader's, in its best quote.
    """
    words = _words_of((hit.passage for hit in hits), MOST_WORDS)
    if len(words) < FEWEST_WORDS:
        return None
    vectors = _vectors(list(words), encoder)
    asked = encoder.encode_questions([topic])
    plain, turned = vectors @ asked[0], vectors @ encoder.across(asked)[0]
    apart = (_apart(plain) + _apart(turned)) / 2
    best = int(np.argmax(apart))
    sure = min(max(confidence, 0.001), 0.999)
    logit = BIAS + READ * log(sure / (1 - sure)) + APART * apart[best] + NEAR * turned[best]
    probability = 1 / (1 + exp(-float(logit)))
    if not probability >= LIKELY:
        return None
    return Namesake(list(words.values())[best], probability)


def make_ready(view: View, encoder: Encoder) -> None:
    """Know the words of a generation's first texts, so that its first topic need not wait."""
    passages = (
        passage
        for document in view.documents_from(0, TEXTS)
        for passage in view.passages(document.doc_id)
    )
    words = list(_words_of(passages, READY))
    for start in range(0, len(words), AT_A_TIME):
        _vectors(words[start : start + AT_A_TIME], encoder)


def _words_of(passages: Iterable[Passage], most: int) -> dict[str, Quote]:
    """Different words, first passages first, each with the first sentence that has it."""
    found: dict[str, Quote] = {}
    for word, quote in _all_words(passages):
        if len(found) >= most:
            break
        found.setdefault(word if word.isupper() else word.casefold(), quote)
    return found


def _all_words(passages: Iterable[Passage]) -> Iterator[tuple[str, Quote]]:
    for passage in passages:
        document, heading = passage.document, passage.heading
        for sentence in passage.sentences:
            for match in _WORD.finditer(document.text, sentence.start, sentence.end):
                word = match[0]
                if len(word) >= _SHORTEST or (len(word) > 1 and word.isupper()):
                    yield (
                        word,
                        Quote(document, sentence, Span(*match.span()), heading, (sentence,)),
                    )


def _apart(cosines: Vectors) -> Vectors:
    """By how many standard deviations each is above their mean."""
    return np.asarray((cosines - cosines.mean()) / max(float(cosines.std()), 1e-6))


_known: LRUCache[tuple[str, str], Vectors] = LRUCache(KNOWN)
_lock = threading.Lock()


def _vectors(words: Sequence[str], encoder: Encoder) -> Vectors:
    """One row for each word; those seen lately are at hand."""
    with _lock:
        found = {word: _known.get((encoder.revision, word)) for word in words}
    new = [word for word, vector in found.items() if vector is None]
    encoded = dict(zip(new, encoder.encode_questions(new), strict=True)) if new else {}
    with _lock:
        _known.update({(encoder.revision, word): vector for word, vector in encoded.items()})
    return np.array([encoded[word] if word in encoded else found[word] for word in words])
