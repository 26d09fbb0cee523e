"""`python -m bot evaluate`: whether the quotes answer, and whether it knows when none does.

Each answerable question is asked twice: of the whole set, and with its document (all passages of
its title) left out. Questions that their document does not answer though they look so
(look-alikes) are asked of the whole set. Confidence should put the first kind above the others.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from bot.answering import (
    Answer,
    Calibration,
    Calibrations,
    Kind,
    NoAnswer,
    Quote,
    Reader,
    fit,
    store_calibrations,
)
from bot.evaluation.page import page
from bot.evaluation.scores import Outcome, Row, draw_curves, summarise, table
from index.encoding import Encoder
from index.errors import VerbatimError, require
from index.evaluation import (
    Question,
    QuestionSet,
    draw,
    is_right,
    language_pair,
    provenance,
    read_all,
    retriever_for,
    write_figures,
    write_section,
)
from index.evaluation import add_arguments as add_shared_arguments
from index.retriever import Hit, Retriever
from index.text import terms_of

HITS = 10
# So many are fetched, so that ten are left when those of one document are left out.
FETCHED = 40
# Each kind counts in the fit as much as the answerable questions of its set, for in a chat they
# are as common; but none of the few look-alikes of some sets counts more than so often.
MOST_OFTEN = 4.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evaluate`."""
    add_shared_arguments(parser)
    parser.add_argument(
        "--curve",
        type=Path,
        metavar="PNG",
        help="draw the risk-coverage curves (extra evaluation)",
    )
    parser.add_argument("--page", type=Path, metavar="MD", help="put the tables into this page")


def report(options: argparse.Namespace, encoder: Encoder, reader: Reader) -> str:
    """Evaluate answers as the options say; the table to print.

    Raises VerbatimError, before the first question, without the extra `evaluation`.
    """
    require("sklearn", "evaluation")
    if options.curve:
        require("matplotlib", "evaluation")
    rows = list(evaluate(read_all(options.sets), encoder, reader, options.cache, options.limit))
    if options.output:
        described = provenance(encoder=[encoder.name, encoder.revision])
        write_figures(options.output, described, [asdict(row) for row in rows])
    if options.page:
        write_section(options.page, "bot evaluate", page(rows, options.limit))
    if options.curve:
        draw_curves(options.curve, rows)
    return table(rows)


def calibrate(options: argparse.Namespace, encoder: Encoder, reader: Reader) -> str:
    """Fit the confidence on question sets, each of equal weight, and store it.

    Every question is asked of the whole set, and of a single document. Raises VerbatimError if
    the sets have no answerable questions, or none with other documents beside theirs, and without
    the extra `evaluation`.
    """
    require("sklearn", "evaluation")
    several: list[tuple[float, Outcome]] = []
    single: list[tuple[float, Outcome]] = []
    for questions in read_all(options.sets):
        retriever = retriever_for(questions, encoder, options.cache)
        for alone in (False, True):
            asked = outcomes(questions, retriever, reader, options.limit, alone)
            for weight, outcome in weighed([one for _, one in asked if one.evidence]):
                (single if outcome.evidence[0] is None else several).append((weight, outcome))
    fitted = Calibrations(_fit(several), _fit(single))
    stored = store_calibrations(reader.calibration_name, fitted)
    return (
        f"{len(several)} observations, {fitted.several}\n"
        f"{len(single)} of single documents, {fitted.single}\n{stored}"
    )


def weighed(found: Sequence[Outcome]) -> list[tuple[float, Outcome]]:
    """The outcomes of a set with how much each counts, about one in all."""
    kinds = Counter(outcome.kind for outcome in found)
    return [
        (min(MOST_OFTEN, kinds["answerable"] / kinds[outcome.kind]) / len(found), outcome)
        for outcome in found
    ]


def _fit(observed: Sequence[tuple[float, Outcome]]) -> Calibration:
    outcomes = [outcome for _, outcome in observed]
    if not {"answerable", "left out"} <= {outcome.kind for outcome in outcomes}:
        raise VerbatimError(
            "calibrating needs questions on two documents (titles) at least, since each is also "
            "asked with its own left out: name more question sets"
        )
    return fit(
        [[value for value in outcome.evidence if value is not None] for outcome in outcomes],
        [outcome.right for outcome in outcomes],
        [outcome.kind for outcome in outcomes],
        [weight for weight, _ in observed],
    )


def evaluate(
    sets: Iterable[QuestionSet], encoder: Encoder, reader: Reader, cache: Path, limit: int | None
) -> Iterator[Row]:
    """Ask every question; a row for each language pair of a set, and for `all` if several."""
    for questions in sets:
        by_pair: dict[str, list[Outcome]] = defaultdict(list)
        retriever = retriever_for(questions, encoder, cache)
        for pair, outcome in outcomes(questions, retriever, reader, limit):
            by_pair[pair].append(outcome)
        for pair, found in sorted(by_pair.items()):
            yield summarise(questions.name, pair, found)
        if len(by_pair) > 1:
            yield summarise(questions.name, "all", list(chain(*by_pair.values())))


def outcomes(
    questions: QuestionSet,
    retriever: Retriever,
    reader: Reader,
    limit: int | None,
    alone: bool = False,
) -> Iterator[tuple[str, Outcome]]:
    """Every outcome with its language pair; at most `limit` questions of a kind.

    If `alone`, only the question's own document is there, or, left out, the nearest other one, or
    the farthest of those found, which is about something else altogether.
    """
    group = {document.doc_id: document.title for document in questions.documents}
    texts = {document.doc_id: document.text for document in questions.documents}
    answerable = [question for question in questions.questions if question.answerable]
    look_alikes = [question for question in questions.questions if not question.answerable]
    for question in [*draw(answerable, limit), *draw(look_alikes, limit)]:
        pair = language_pair(question, questions)
        hits = retriever.retrieve(question.text, FETCHED)
        own = [hit for hit in hits if _belongs(hit, question.doc_id, group)]
        others = [hit for hit in hits if hit not in own]
        kind: Kind = "answerable" if question.answerable else "look-alike"
        words = [answer.of(texts[question.doc_id]) for answer in question.answers]
        shown = own if alone else hits
        if shown:
            yield pair, judge(kind, question, words, shown[:HITS], reader)
        if question.answerable:
            for left in _left_out(others, group, alone):
                yield pair, judge("left out", question, words, left[:HITS], reader)


def _left_out(others: Sequence[Hit], group: dict[str, str], alone: bool) -> list[Sequence[Hit]]:
    """The hits of libraries without the question's document: of all others, or of one of them."""
    if not others or not alone:
        return [others] if others else []
    ends = dict.fromkeys(hit.passage.document.doc_id for hit in (others[0], others[-1]))
    return [[hit for hit in others if _belongs(hit, one, group)] for one in ends]


def _belongs(hit: Hit, doc_id: str, group: dict[str, str]) -> bool:
    """Whether the hit is of the document: the same passage, or another of its title."""
    other = hit.passage.document
    return other.doc_id == doc_id or (bool(other.title) and other.title == group[doc_id])


def judge(
    kind: Kind, question: Question, words: Sequence[str], hits: Sequence[Hit], reader: Reader
) -> Outcome:
    """Read the hits and compare with the question's answers, `words`."""
    result = reader.read(question.text, hits)
    quotes = _quotes(result)
    return Outcome(
        kind=kind,
        confidence=result.confidence,
        answered=isinstance(result, Answer),
        sure=isinstance(result, Answer) and result.sure,
        contains=any(contains_answer(quote, question) for quote in quotes),
        right=any(has_words(quote, word) for quote in quotes for word in words),
        passage=bool(result.hits) and is_right(question, result.hits[0]),
        evidence=result.evidence,
    )


def _quotes(result: Answer | NoAnswer) -> tuple[Quote, ...]:
    if isinstance(result, Answer):
        return result.quotes
    return (result.closest,) if result.closest else ()


def contains_answer(quote: Quote, question: Question) -> bool:
    """Whether the quote is of the question's document and has an answer's words in it."""
    if quote.document.doc_id != question.doc_id:
        return False
    text = quote.document.text
    return any(answer.of(text) in quote.text for answer in question.answers)


def has_words(quote: Quote, words: str) -> bool:
    """Whether the words of an answer are in the quote, in order, whatever document it is of."""
    wanted, found = terms_of(words), terms_of(quote.text)
    places = range(len(found) - len(wanted) + 1)
    return bool(wanted) and any(found[at : at + len(wanted)] == wanted for at in places)
