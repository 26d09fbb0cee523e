"""`python -m bot calibrate`: fits how sure to be on libraries of all sizes and mixtures.

Every set is asked as a whole, and cut into libraries of 1, 3, 10 and 100 of its documents; of
several sets all are asked together, too, in one library and cut likewise: those speak several
languages. What the fit is worth is told for each set by a fit on the others.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path

from bot.answering import Calibration, Calibrations, Reader, fit, store_calibrations, where_stored
from bot.evaluation.libraries import Remembering, group, in_small
from bot.evaluation.outcomes import Ask, Outcome, asking, outcomes, source_of
from bot.evaluation.scores import summarise, table
from bot.evaluation.suited import SIZES, require_suited, share, without_look_alikes
from index.encoding import Encoder
from index.errors import VerbatimError, require
from index.evaluation import QuestionSet, provenance, read_all, retriever_for, write_figures
from index.evaluation import add_arguments as add_shared_arguments
from index.foreign import tell

# Each kind counts in the fit as much as the answerable questions of its set, for in a chat they
# are as common; but none of the few look-alikes of some sets counts more than so often.
MOST_OFTEN = 4.0

Observed = list[tuple[float, Outcome]]


def add_calibration_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calibrate`, and how to run it."""
    parser.description = __doc__
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = (
        "For what is shipped: python -m training sets --data DIR/train, then\n"
        "python -m bot calibrate --limit 60 DIR/dev/{piaf,cross}.fr.dev.jsonl.gz\n"
        "training-runs/reader/own.afriqa.en.dev.jsonl\n"
        "tests/data/{single,typed,official,lookalike}.jsonl\n"
        "It takes a second or less for each of about 400 questions a set, and replaces\n"
        "bot/answering/calibration.json; leave out of it what you want to measure afterwards."
    )
    add_shared_arguments(parser)


def calibrate(options: argparse.Namespace, encoder: Encoder, reader: Reader) -> str:
    """Fit the confidence on question sets, each of equal weight, and store it.

    Raises VerbatimError, before the first question, if it could not be stored, if the sets have
    too few answerable questions, or none with other documents beside theirs, and without the extra
    `evaluation`.
    """
    require("sklearn", "evaluation")
    place = where_stored()
    sets = read_all(options.sets)
    require_suited(sets, options.limit)
    name = reader.calibration_name
    tell(f"the fit for {name} goes into {place}; an upgrade replaces it: keep a copy", sys.stderr)
    if without_look_alikes(sets):
        tell("no question has a null answer: look-alikes will be taken for answers", sys.stderr)
    remembering = Remembering(encoder)
    observed: Observed = []
    for questions in sets:
        for found in _observe(questions, remembering, asking(reader), options):
            observed += weighed([outcome for outcome in found if outcome.evidence])
    if options.output:
        seen = [{"weight": weight, **asdict(outcome)} for weight, outcome in observed]
        write_figures(options.output, provenance(reader=name), seen)
    fitted = fitted_on(observed)
    stored = store_calibrations(name, fitted)
    return "\n".join([*crossed(observed, same_texts(sets)), str(fitted), str(stored)])


def weighed(found: Sequence[Outcome]) -> Observed:
    """The outcomes of a library with how much each counts, about one in all."""
    kinds = Counter(outcome.kind for outcome in found)
    return [
        (min(MOST_OFTEN, kinds["answerable"] / kinds[outcome.kind]) / len(found), outcome)
        for outcome in found
        if kinds["answerable"]
    ]


def fitted_on(observed: Observed) -> Calibrations:
    """A fit for libraries of several documents and one for single ones."""
    single = [one for one in observed if one[1].evidence[0] is None]
    several = [one for one in observed if one[1].evidence[0] is not None]
    return Calibrations(_fit(several), _fit(single))


def crossed(observed: Observed, families: dict[str, str]) -> Iterator[str]:
    """For each family of sets what a fit on all the others makes of it."""
    for family in sorted(set(families.values())):
        theirs = [outcome for _, outcome in observed if families[outcome.source] == family]
        others = [one for one in observed if families[one[1].source] != family]
        try:
            fitted = fitted_on(others)
        except VerbatimError:  # there are no others to fit on
            continue
        again = [judged_by(fitted, outcome) for outcome in theirs]
        yield table([summarise(f"fitted without {family}", "all", again)])


def judged_by(fitted: Calibrations, outcome: Outcome) -> Outcome:
    """What would have come of the question with this calibration."""
    confidence, enough = fitted.judge(outcome.evidence)
    answered = confidence >= enough.threshold
    sure = answered and confidence >= enough.sure
    return replace(outcome, confidence=confidence, answered=answered, sure=sure)


def same_texts(sets: Sequence[QuestionSet]) -> dict[str, str]:
    """For each file's name that of its family: files that share texts are left out together."""
    family: dict[str, str] = {}
    first: dict[str, str] = {}
    for document in chain.from_iterable(one.documents for one in sets):
        source = source_of(document.doc_id)
        one = family.setdefault(source, source)
        other = family[first.setdefault(document.text, source)]
        if one != other:
            family |= {name: other for name, known in family.items() if known == one}
    return family


def _observe(
    questions: QuestionSet, encoder: Remembering, ask: Ask, options: argparse.Namespace
) -> Iterator[list[Outcome]]:
    """What comes of a set's questions in one library, and in small ones of each size."""
    whole = retriever_for(questions, encoder, options.cache)
    yield [one for _, one in outcomes(questions, whole, ask, options.limit)]
    titles = len({group(document) for document in questions.documents})
    for size in SIZES:
        if size < titles:
            yield list(_in_small(questions, size, encoder, ask, options.limit))


def _in_small(
    questions: QuestionSet, size: int, encoder: Encoder, ask: Ask, limit: int | None
) -> Iterator[Outcome]:
    """A share of the questions, each of its own small library and of another one."""
    asked = share(questions, limit)
    with tempfile.TemporaryDirectory() as folder:
        for part, library, other in in_small(questions, size, encoder, Path(folder), asked):
            for _, outcome in outcomes(part, library, ask, None, other):
                yield outcome


def _fit(observed: Observed) -> Calibration:
    found = [outcome for _, outcome in observed]
    if not {"answerable", "left out"} <= {outcome.kind for outcome in found}:
        raise VerbatimError(
            "calibrating needs questions on two documents (titles) at least, since each is also "
            "asked with its own left out: name more question sets"
        )
    return fit(
        [[value for value in outcome.evidence if value is not None] for outcome in found],
        [outcome.right for outcome in found],
        [outcome.kind for outcome in found],
        [weight for weight, _ in observed],
    )
