"""`python -m index evaluate`: how often the passage that answers is among the first hits.

A passage is right if it is of the question's document and holds (a part of) an answer. Questions
that their document does not answer are left to `python -m bot evaluate`.
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

from index.building import build
from index.encoding import Encoder
from index.evaluation.figures import SEED, provenance, write_figures
from index.evaluation.metrics import (
    Interval,
    Rank,
    bootstrap,
    mean,
    ndcg,
    recall_at,
    reciprocal_rank,
)
from index.evaluation.mixture import TOGETHER, by_language, together
from index.evaluation.question_sets import Question, QuestionSet, across, read, require_apart
from index.outputs import result_file
from index.retriever import Hit, Retriever
from index.store import open_library

HITS = 10

METRICS: dict[str, Callable[[Sequence[Rank]], float]] = {
    "recall@1": lambda ranks: recall_at(1, ranks),
    "recall@5": lambda ranks: recall_at(5, ranks),
    "recall@10": lambda ranks: recall_at(10, ranks),
    "MRR@10": reciprocal_rank,
    "nDCG@10": ndcg,
}
# The first hit's document is right, whichever of its passages: paragraphs compared as wholes.
DOCUMENT = "document@1"


@dataclass(frozen=True, slots=True)
class Row:
    """One question set and language pair: how many questions, each metric with its interval."""

    name: str
    pair: str
    questions: int
    metrics: dict[str, Interval]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that evaluating retrieval and evaluating answers share."""
    parser.add_argument(
        "sets", nargs="+", type=Path, metavar="SET", help="question sets (.jsonl, .jsonl.gz, …)"
    )
    parser.add_argument(
        "--limit",
        type=positive,
        metavar="N",
        help="at most N questions a set, drawn with a fixed seed",
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(".evaluation"),
        metavar="DIR",
        help="where each set's library is kept between runs (default: .evaluation)",
    )
    parser.add_argument(
        "--output", type=result_file, metavar="FILE", help="write the figures as JSON"
    )


def positive(text: str) -> int:
    """A whole number from 1, as an option says it; raises what argparse tells."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return int(text)


def report(options: argparse.Namespace, encoder: Encoder) -> str:
    """Evaluate retrieval as the options say; the table to print."""
    rows = list(evaluate(read_all(options.sets), encoder, options.cache, options.limit))
    if options.output:
        described = provenance(encoder=[encoder.name, encoder.revision])
        write_figures(options.output, described, [asdict(row) for row in rows])
    return table(rows)


def read_all(paths: Sequence[Path]) -> list[QuestionSet]:
    """The sets, those they make by asking across languages, and all in one library.

    Raises SourceError if a file is not a question set, or two have one name.
    """
    require_apart(paths)
    sets = [read(path) for path in paths]
    found = [*chain.from_iterable(map(by_language, sets)), *across(sets)]
    if len(sets) > 1:
        # All in one language tell nothing that the sets do not.
        found += [half for half in by_language(together(sets)) if half.name != TOGETHER]
    return found


def evaluate(
    sets: Iterable[QuestionSet], encoder: Encoder, cache: Path, limit: int | None = None
) -> Iterator[Row]:
    """Rank the passages for every answerable question, a row for each set and language pair."""
    for questions in sets:
        retriever = retriever_for(questions, encoder, cache)
        ranks: dict[str, list[Rank]] = defaultdict(list)
        documents: dict[str, list[bool]] = defaultdict(list)
        for question in draw([q for q in questions.questions if q.answerable], limit):
            hits = retriever.retrieve(question.text, HITS)
            pair = language_pair(question, questions)
            ranks[pair].append(rank(question, hits))
            documents[pair].append(hits[0].passage.document.doc_id == question.doc_id)
        for pair, found in sorted(ranks.items()):
            metrics = {name: bootstrap(found, metric) for name, metric in METRICS.items()}
            metrics[DOCUMENT] = bootstrap(documents[pair], mean)
            yield Row(questions.name, pair, len(found), metrics)


def rank(question: Question, hits: Sequence[Hit]) -> Rank:
    """The place, from 1, of the first hit that holds (a part of) an answer."""
    for place, hit in enumerate(hits, start=1):
        if is_right(question, hit):
            return place
    return None


def is_right(question: Question, hit: Hit) -> bool:
    """Whether the hit is of the question's document and overlaps one of its answers."""
    span = hit.passage.span
    return hit.passage.document.doc_id == question.doc_id and any(
        answer.start < span.end and span.start < answer.end for answer in question.answers
    )


def retriever_for(questions: QuestionSet, encoder: Encoder, cache: Path) -> Retriever:
    """A retriever over the set's documents; a second run encodes only what has changed."""
    documents = questions.name.split(">")[-1]
    folder = re.sub(r"[^\w.-]+", "_", f"{documents}-{encoder.name}-{encoder.revision}")
    library = open_library(cache / folder)
    build(library, questions.documents, encoder, replace=True)
    return Retriever(library.open(), encoder)


def draw(questions: Sequence[Question], limit: int | None) -> list[Question]:
    """At most `limit` of the questions, the same ones every time."""
    if limit is None or limit >= len(questions):
        return list(questions)
    return random.Random(SEED).sample(list(questions), limit)


def language_pair(question: Question, questions: QuestionSet) -> str:
    """The question's language, then its document's: `en>fr`; `mixed` in a set of several."""
    languages = {document.doc_id: document.language for document in questions.documents}
    if len(set(languages.values())) > 1:
        return "mixed"
    return f"{question.language}>{languages[question.doc_id] or 'und'}"


def table(rows: Sequence[Row]) -> str:
    """The rows for people, values with half the width of their 95 % interval."""
    width = max((len(row.name) for row in rows), default=3)
    head = f"{'set':{width}} {'pair':7} {'n':>5}  " + " ".join(
        f"{m:>13}" for m in (*METRICS, DOCUMENT)
    )
    lines = [
        f"{row.name:{width}} {row.pair:7} {row.questions:5}  "
        + " ".join(f"{shown(row.metrics[m]):>13}" for m in (*METRICS, DOCUMENT))
        for row in rows
    ]
    return "\n".join([head, *lines])


def shown(interval: Interval) -> str:
    """`0.850 ±0.021`: the value and half of its interval's width."""
    return f"{interval.value:.3f} ±{(interval.high - interval.low) / 2:.3f}"
