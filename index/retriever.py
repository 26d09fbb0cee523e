"""Question in, hits out: vectors find, exact words find more, one small sum orders them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import fmean
from sys import intern

import numpy as np

from index.encoding import Encoder, PassageVectors, Vectors
from index.store import EncoderId, Evidence, View, whole_evidence
from index.text import Passage, share, terms_of

# How many passages each of the three ways offers; together they are ordered by the sum below: the
# question's vector as it is, the same turned to find any language, and exact words. Words offer
# what vectors leave out: among 4,864 passages in 8 languages the first ten hold the answer for
# 0.925 of PIAF's questions instead of 0.858, with 50 by vector alone. In one library of eight sets
# in 12 languages the two vectors offer the right passage for 0.957 of 1,902 questions, 30 by the
# vector as it is for 0.896, 20 by the turned one for 0.954.
BY_VECTOR, ACROSS, BY_WORDS = 15, 20, 10
# score = (turned cosine + best sentence's) / 2 + LEXICAL * (lexical - its mean over the passages
# found in that language): words draw a question to its own language, too, for even "the" is rare
# where few texts are English. In a library of one language the mean changes nothing.
LEXICAL = 0.1
# Sentences whose terms are kept at hand, of about 2 kB each: 8 MB. The hits of a question have 60.
SENTENCES = 4_000
# Passages whose words are kept at hand to compare them, of about 2 kB each: 2 MB.
PASSAGES = 1_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and the evidence for it; higher is better, ties are broken by `passage.key`.

    `score` orders the hits. `cosine` is the whole passage's similarity to the question,
    `sentence_cosines` that of each of `passage.sentences`, `across` the mean of the passage's and
    of its best sentence's to the question turned to find any language (`Encoder.across`);
    `lexical` is the share (0..1) of the question's words, rare ones weighing more, found in the
    passage with its title and heading, `sentence_lexical` in each sentence. `twins` are passages
    of the same words, elsewhere.
    """

    passage: Passage
    score: float
    cosine: float
    sentence_cosines: tuple[float, ...]
    lexical: float
    sentence_lexical: tuple[float, ...] = ()
    across: float = 0.0
    twins: tuple[Passage, ...] = ()


class Retriever:
    """Answers from one view of the library; safe to use from many threads.

    Raises EncoderError if the view was built with another encoder.
    """

    def __init__(self, view: View, encoder: Encoder) -> None:
        view.generation.require(EncoderId.of(encoder))
        self.view = view
        self.encoder = encoder
        # Opens what a search needs before somebody waits for it.
        view.nearest(np.zeros(encoder.dimension, dtype=np.float32), 1)

    def retrieve(self, question: str, k: int = 10, before: str = "") -> list[Hit]:
        """The `k` best hits, best first; fewer if the library is smaller.

        `before` is the question that a follow-up goes on from: passages are found and scored by
        both together, their sentences weighed by the follow-up alone.
        """
        hits, weights = self._hits(f"{before} {question}".strip(), k)
        if before:
            weights = self.view.rarity(terms_of(question))
            vector = self.encoder.encode_questions([question])[0]
            hits = [(_by_sentence(hit, vectors, vector), vectors) for hit, vectors in hits]
        return [_with_sentences(hit, weights) for hit, _ in hits]

    def _hits(
        self, question: str, k: int
    ) -> tuple[list[tuple[Hit, PassageVectors]], dict[str, float]]:
        """The hits with their passages' vectors, and how rare each term of the question is."""
        vector, terms = self.encoder.encode_questions([question])[0], terms_of(question)
        turned = self.encoder.across(vector[None])[0]
        asked = [(vector, BY_VECTOR), (turned, max(k, ACROSS))]
        offered = self.view.candidates(asked, terms, BY_WORDS)
        rows = {row for some in (*offered.nearest, offered.sharing) for row, _ in some}
        weights = offered.rarity
        known = list(whole_evidence(self.view, sorted(rows)).values())
        shares = [share(weights, one.terms) for one in known]
        above = _above(known, shares)
        scored = [
            (weigh(one.passage, one.vectors, (vector, turned), lexical, more), one.vectors)
            for one, lexical, more in zip(known, shares, above, strict=True)
        ]
        scored.sort(key=lambda pair: (-pair[0].score, pair[0].passage.key))
        return _once(scored)[:k], weights


def weigh(
    passage: Passage,
    vectors: PassageVectors,
    question: tuple[Vectors, Vectors],
    lexical: float,
    above: float,
) -> Hit:
    """One passage's evidence for a question's vector, as it is and turned, and its words.

    `above` is by how much its share of the words exceeds what is usual in its language.
    """
    asked, turned = question
    cosine = float(vectors.whole @ asked)
    sentences = tuple(np.asarray(vectors.sentences @ asked).tolist())
    whole = float(vectors.whole @ turned)
    best = max(np.asarray(vectors.sentences @ turned).tolist(), default=whole)
    across = (whole + best) / 2
    score = across + LEXICAL * above
    return Hit(passage, score, cosine, sentences, lexical, across=across)


def _above(known: Sequence[Evidence], shares: Sequence[float]) -> list[float]:
    """How much each one's share of the words exceeds the mean in its language."""
    languages = [one.passage.document.language for one in known]
    by_language: dict[str | None, list[float]] = defaultdict(list)
    for language, lexical in zip(languages, shares, strict=True):
        by_language[language].append(lexical)
    usual = {language: fmean(some) for language, some in by_language.items()}
    return [lexical - usual[language] for language, lexical in zip(languages, shares, strict=True)]


def _once(found: list[tuple[Hit, PassageVectors]]) -> list[tuple[Hit, PassageVectors]]:
    """Of hits with the same words the first, which keeps the others as its twins."""
    same: dict[str, list[tuple[Hit, PassageVectors]]] = {}
    for pair in found:
        same.setdefault(_words(pair[0].passage.text), []).append(pair)
    return [
        (_with_twins(first, [hit.passage for hit, _ in others]), vectors)
        for (first, vectors), *others in same.values()
    ]


def _with_twins(hit: Hit, twins: Sequence[Passage]) -> Hit:
    return replace(hit, twins=tuple(twins)) if twins else hit  # few have any, and it takes 4 µs


@lru_cache(PASSAGES)
def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _by_sentence(hit: Hit, vectors: PassageVectors, question: Vectors) -> Hit:
    cosines = np.asarray(vectors.sentences @ question).tolist()
    return replace(hit, sentence_cosines=tuple(cosines))


def _with_sentences(hit: Hit, weights: Mapping[str, float]) -> Hit:
    text = hit.passage.document.text
    found = tuple(share(weights, _terms(span.of(text))) for span in hit.passage.sentences)
    return replace(hit, sentence_lexical=found)


@lru_cache(SENTENCES)
def _terms(sentence: str) -> frozenset[str]:
    return frozenset(map(intern, terms_of(sentence)))
