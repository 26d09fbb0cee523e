"""`python -m bot evaluate`: whether the quotes answer, and whether it knows when none does.

Each answerable question is asked twice: of the whole set, and with its document (all passages of
its title) left out. Questions that their document does not answer though they look so
(look-alikes) are asked of the whole set. Confidence should put the first kind above the others.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from bot import calibration
from bot.answer import Answer, NoAnswer, Quote
from bot.curve import draw_curves
from bot.reader import Reader
from index.encoder import Encoder
from index.evaluation import add_arguments as add_shared_arguments
from index.evaluation import (
    draw,
    is_right,
    language_pair,
    read_all,
    retriever_for,
    shown,
    write_figures,
)
from index.metrics import (
    Interval,
    RiskPoint,
    area_under_risk,
    auroc,
    bootstrap,
    calibration_error,
    mean,
    risk_coverage,
)
from index.question_sets import Question, QuestionSet
from index.retriever import Hit, Retriever

HITS = 10
# So many are fetched, so that ten are left when those of one document are left out.
FETCHED = 40
RESAMPLES = 300
# In a chat look-alikes are as common as the other kinds; the sets have few.
WEIGHTS = {"look-alike": 4.0}

Kind = Literal["answerable", "left out", "look-alike"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question; `contains` and `passage` are judged also when refused.

    `contains`: the quote (or the closest) contains an answer. `passage`: the best hit does.
    """

    kind: Kind
    confidence: float
    answered: bool
    contains: bool
    passage: bool
    evidence: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One question set and language pair."""

    name: str
    pair: str
    questions: int
    left_out: int
    look_alikes: int
    metrics: dict[str, Interval]
    curve: list[RiskPoint]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evaluate`."""
    add_shared_arguments(parser)
    parser.add_argument(
        "--curve",
        type=Path,
        metavar="PNG",
        help="draw the risk-coverage curves (extra evaluation)",
    )


def run(options: argparse.Namespace, encoder: Encoder, reader: Reader) -> str:
    """Evaluate answers as the options say; the table to print."""
    sets = read_all(options.sets)
    rows = list(evaluate(sets, encoder, reader, options.cache, options.limit))
    if options.output:
        write_figures(options.output, encoder, [asdict(row) for row in rows])
    if options.curve:
        draw_curves(options.curve, {f"{row.name} {row.pair}": row.curve for row in rows})
    return table(rows)


def calibrate(options: argparse.Namespace, encoder: Encoder, reader: Reader) -> str:
    """Fit the confidence on question sets, each of equal weight, and store it."""
    observed: list[Outcome] = []
    importance: list[float] = []
    for questions in read_all(options.sets):
        retriever = retriever_for(questions, encoder, options.cache)
        asked = outcomes(questions, retriever, reader, options.limit)
        found = [outcome for _, outcome in asked if outcome.evidence]
        observed += found
        importance += [WEIGHTS.get(outcome.kind, 1.0) / len(found) for outcome in found]
    fitted = calibration.fit(
        [outcome.evidence for outcome in observed],
        [outcome.contains for outcome in observed],
        [outcome.kind == "left out" for outcome in observed],
        importance,
    )
    calibration.store_calibration(reader.calibration_name, fitted)
    return f"{len(observed)} observations, threshold {fitted.threshold}: {calibration.STORED}"


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
    questions: QuestionSet, retriever: Retriever, reader: Reader, limit: int | None
) -> Iterator[tuple[str, Outcome]]:
    """Every outcome with its language pair; at most `limit` questions of a kind."""
    group = {document.doc_id: document.title for document in questions.documents}
    answerable = [question for question in questions.questions if question.answerable]
    look_alikes = [question for question in questions.questions if not question.answerable]
    for question in draw(answerable, limit):
        pair = language_pair(question, questions)
        hits = retriever.retrieve(question.text, FETCHED)
        yield pair, judge("answerable", question, hits[:HITS], reader)
        others = [hit for hit in hits if not _belongs(hit, question.doc_id, group)]
        if others:
            yield pair, judge("left out", question, others[:HITS], reader)
    for question in draw(look_alikes, limit):
        hits = retriever.retrieve(question.text, HITS)
        yield language_pair(question, questions), judge("look-alike", question, hits, reader)


def _belongs(hit: Hit, doc_id: str, group: dict[str, str]) -> bool:
    """Whether the hit is of the document: the same passage, or another of its title."""
    other = hit.passage.document
    return other.doc_id == doc_id or (bool(other.title) and other.title == group[doc_id])


def judge(kind: Kind, question: Question, hits: Sequence[Hit], reader: Reader) -> Outcome:
    """Read the hits and compare with the question's answers."""
    result = reader.read(question.text, hits)
    return Outcome(
        kind=kind,
        confidence=result.confidence,
        answered=isinstance(result, Answer),
        contains=any(contains_answer(quote, question) for quote in _quotes(result)),
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


def summarise(name: str, pair: str, found: Sequence[Outcome]) -> Row:
    """The metrics of one set and language pair, each with its bootstrap interval.

    Calibration and risk are of answerable questions and left-out ones together.
    """
    asked = [outcome for outcome in found if outcome.kind == "answerable"]
    left_out = [outcome for outcome in found if outcome.kind == "left out"]
    look_alikes = [outcome for outcome in found if outcome.kind == "look-alike"]
    both = [*asked, *left_out]
    measured: list[tuple[str, Sequence[Outcome], Callable[[Sequence[Outcome]], float]]] = [
        ("quote contains", asked, _share("contains")),
        ("passage right", asked, _share("passage")),
        ("answered", asked, _share("answered")),
        ("right if answered", [o for o in asked if o.answered], _share("contains")),
        ("refused, left out", left_out, _refused),
        ("refused, look-alike", look_alikes, _refused),
        ("AUROC left out", both if left_out else [], _auroc),
        ("AUROC look-alike", [*asked, *look_alikes] if look_alikes else [], _auroc),
        ("ECE", both, _ece),
        ("AURC", both, lambda some: area_under_risk(_curve(some))),
    ]
    metrics = {label: bootstrap(some, metric, RESAMPLES) for label, some, metric in measured}
    return Row(name, pair, len(asked), len(left_out), len(look_alikes), metrics, _curve(both))


def _share(field: str) -> Callable[[Sequence[Outcome]], float]:
    return lambda some: mean([getattr(outcome, field) for outcome in some])


def _refused(some: Sequence[Outcome]) -> float:
    return mean([not outcome.answered for outcome in some])


def _auroc(some: Sequence[Outcome]) -> float:
    return auroc(
        [outcome.confidence for outcome in some if outcome.kind == "answerable"],
        [outcome.confidence for outcome in some if outcome.kind != "answerable"],
    )


def _ece(some: Sequence[Outcome]) -> float:
    return calibration_error([o.confidence for o in some], [o.contains for o in some])


def _curve(some: Sequence[Outcome]) -> list[RiskPoint]:
    return risk_coverage([o.confidence for o in some], [o.contains for o in some])


def table(rows: Sequence[Row]) -> str:
    """The rows for people, a block of lines a set, values with half their interval's width."""
    lines: list[str] = []
    for row in rows:
        kinds = f"{row.questions} questions, {row.left_out} left out, {row.look_alikes} look-alike"
        lines.append(f"{row.name} {row.pair}: {kinds}")
        lines += [
            f"  {label:20} {shown(interval)}"
            for label, interval in row.metrics.items()
            if interval.value == interval.value  # there were such questions: not NaN
        ]
    return "\n".join(lines)
