"""`python -m bot evaluate`: whether the quotes answer, and whether it knows when none does.

Each answerable question is asked twice: of the whole set, and with its document (all passages of
its title) left out. Questions that their document does not answer though they look so
(look-alikes) are asked of the whole set. Confidence should put the first kind above the others.
Sets of few documents are also asked one document at a time, as `alone>NAME`.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from bot.answering import Reader
from bot.evaluation.libraries import Remembering, among, in_small
from bot.evaluation.outcomes import Ask, Outcome, asking, outcomes
from bot.evaluation.page import page
from bot.evaluation.plain import PLAIN, first_passage, tuned
from bot.evaluation.scores import Row, draw_curves, summarise, table
from index.encoding import Encoder
from index.errors import require
from index.evaluation import (
    QuestionSet,
    positive,
    provenance,
    read,
    read_all,
    require_apart,
    retriever_for,
    write_figures,
    write_section,
)
from index.evaluation import add_arguments as add_shared_arguments
from index.outputs import output_file, result_file

# A set of at most so many documents is also asked one document at a time.
FEW = 25

Found = dict[tuple[str, str], list[Outcome]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evaluate`."""
    parser.description = __doc__
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    add_shared_arguments(parser)
    parser.add_argument(
        "--curve",
        type=output_file,
        metavar="PNG",
        help="draw the risk-coverage curves (extra evaluation)",
    )
    parser.add_argument(
        "--page", type=result_file, metavar="MD", help="put the tables into this page"
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help="beside each row those of the plain way: FAISS or BM25, the first passage",
    )
    _add_sizes(parser)


def _add_sizes(parser: argparse.ArgumentParser) -> None:
    """Among how many passages each set is asked."""
    parser.add_argument(
        "--among",
        type=Path,
        nargs="+",
        default=[],
        metavar="SET",
        help="also ask each set among the passages of these, to see what size does",
    )
    parser.add_argument(
        "--sizes",
        type=positive,
        nargs="+",
        default=[1_000, 10_000],
        metavar="N",
        help="how many passages in all, with --among (default: 1000 10000)",
    )


def report(options: argparse.Namespace, encoder: Encoder, reader: Reader) -> str:
    """Evaluate answers as the options say; the table to print.

    Raises VerbatimError, before the first question, without the extra `evaluation`.
    """
    require("sklearn", "evaluation")
    if options.curve:
        require("matplotlib", "evaluation")
    sets = read_all(options.sets)
    if options.among:
        files = {path.resolve(): path for path in (*options.sets, *options.among)}
        require_apart(files.values())
        others = [read(path) for path in options.among]
        sets += [among(one, others, size) for size in options.sizes for one in sets]
    remembering = Remembering(encoder)
    rows = list(evaluate(sets, remembering, reader, options.cache, options.limit))
    if options.plain:
        rows += plainly(sets, remembering, options.cache, options.limit)
    if options.output:
        described = provenance(encoder=[encoder.name, encoder.revision])
        write_figures(options.output, described, [asdict(row) for row in rows])
    if options.page:
        write_section(options.page, "bot evaluate", page(rows, options.limit))
    if options.curve:
        draw_curves(options.curve, rows)
    return table(rows)


def evaluate(
    sets: Iterable[QuestionSet], encoder: Encoder, reader: Reader, cache: Path, limit: int | None
) -> Iterator[Row]:
    """Ask every question; a row for each language pair of a set, and for `all` if several."""
    for questions in sets:
        yield from rows_of(asked(questions, encoder, asking(reader), cache, limit))


def plainly(
    sets: Sequence[QuestionSet], encoder: Encoder, cache: Path, limit: int | None
) -> Iterator[Row]:
    """The same of the plain ways, each set's row named `NAME, FAISS` and so on."""
    for way, search in PLAIN.items():
        found: Found = {}
        for questions in sets:
            for (name, pair), some in asked(
                questions, encoder, first_passage(search), cache, limit
            ).items():
                found[f"{name}, {way}", pair] = some
        yield from rows_of(dict(zip(found, tuned(found.values()), strict=True)))


def asked(
    questions: QuestionSet, encoder: Encoder, ask: Ask, cache: Path, limit: int | None
) -> Found:
    """What came of a set's questions, by the name of a row and language pair."""
    found: Found = defaultdict(list)
    retriever = retriever_for(questions, encoder, cache)
    for pair, outcome in outcomes(questions, retriever, ask, limit):
        found[questions.name, pair].append(outcome)
    if 1 < len(questions.documents) <= FEW:
        with tempfile.TemporaryDirectory() as folder:
            parts = in_small(questions, 1, encoder, Path(folder), limit)
            for part, library, other in parts:
                for _, outcome in outcomes(part, library, ask, None, other):
                    found[f"alone>{questions.name}", "all"].append(outcome)
    return found


def rows_of(found: Found) -> Iterator[Row]:
    """A row for each, and for all pairs of a set together if there are several."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for name, pair in found:
        by_name[name].append(pair)
    for name, pairs in by_name.items():
        for pair in sorted(pairs):
            yield summarise(name, pair, found[name, pair])
        if len(pairs) > 1:
            together = chain.from_iterable(found[name, pair] for pair in pairs)
            yield summarise(name, "all", list(together))
