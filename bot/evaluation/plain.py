"""The plain way, for comparison: one passage found, quoted whole, above a threshold.

By vector it is what LangChain's FAISS with a score threshold gives over the same encoder: the
passage whose vector is nearest, exactly. By words it is BM25. Their thresholds are tuned on the
very sets that they are measured on, which flatters them; none is ever unsure.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from bot.answering import FALLOUT, Answer, NoAnswer, Quote, Searched
from bot.evaluation.libraries import FETCHED, Without, group
from bot.evaluation.outcomes import Ask, Outcome
from index.store import View
from index.text import Passage, terms_of

Search = Callable[[Searched, str], list[tuple[int, float]]]


def by_vector(library: Searched, question: str) -> list[tuple[int, float]]:
    """Rows with the cosine of passage and question."""
    return library.view.nearest(library.encoder.encode_questions([question])[0], FETCHED)


def by_words(library: Searched, question: str) -> list[tuple[int, float]]:
    """Rows with the BM25 of passage and question."""
    return library.view.sharing(terms_of(question), FETCHED)


PLAIN: dict[str, Search] = {"FAISS, first passage": by_vector, "BM25, first passage": by_words}


def first_passage(search: Search) -> Ask:
    """Asking so: the first passage found, whole, with its score for a confidence."""

    def ask(question: str, library: Searched) -> Answer | NoAnswer:
        gone = library.title if isinstance(library, Without) else None
        for row, score in search(library, question):
            passage = _passage(library.view, row)
            if passage and group(passage.document) != gone:
                quote = Quote(passage.document, passage.span, passage.span, passage.heading)
                return Answer((quote,), score, 0.0, (), (score,))
        return NoAnswer(None, 0.0, 0.0, (), (0.0,))

    return ask


def tuned(found: Iterable[Sequence[Outcome]]) -> list[list[Outcome]]:
    """The outcomes of sets, answered from the score on that `FALLOUT` of those left out reach.

    What is quoted is a passage, so that the passage is right where the quote is.
    """
    sets = [list(some) for some in found]
    left_out = [o.confidence for some in sets for o in some if o.kind == "left out"]
    threshold = float(np.quantile(left_out, 1 - FALLOUT)) if left_out else 0.0
    return [
        [
            replace(o, answered=over, sure=over, passage=o.contains)
            for o in some
            for over in [o.confidence > threshold]
        ]
        for some in sets
    ]


def _passage(view: View, row: int) -> Passage | None:
    found = view.evidence([row]).get(row)
    return found.passage if found else None
