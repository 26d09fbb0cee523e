"""What is learnt from across languages: the sets with our questions on them, and all our own."""

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.evaluation.question_sets import QuestionSet, from_passages
from training.data import PASSAGES
from training.documents import DOCUMENTS, SMALL
from training.written import Rows, read_set, set_name, translated, with_translations, written

# So many questions of each set, with those of ours on its passages.
SETS = {
    SMALL: 10_000,
    "cross.train": 10_000,
    "piaf.fr.train": 10_000,
    "afriqa.en.train": 10_000,
    "afriqa.fr.train": 10_000,
    "arcd.ar": 10_000,
    "pquad.fa": 1_500,
    "cmrc.zh": 1_500,
    "jaquad.ja": 1_500,
}
SEED = 0


def sets(data: Path) -> Iterator[QuestionSet]:
    """The question sets in the folder `data`, and our own texts; the same every time."""
    for name, most in SETS.items():
        yield from_passages(name, _asked(data / f"{name}.jsonl.gz", most))
    for path in (PASSAGES, DOCUMENTS):
        yield from_passages(path.stem, with_translations(read_set(path), path.stem))


def _asked(path: Path, most: int) -> Rows:
    """The passages that at most so many of the set's questions, or any of ours, are on."""
    rows = read_set(path)
    name = set_name(path)
    ours = [*written(rows, name), *translated(rows, name)]
    theirs = [(row, question) for row in rows for question in row["questions"]]
    if len(theirs) > most:
        answered = [(row, question) for row, question in theirs if question["answer"]]
        theirs = random.Random(SEED).sample(answered, most)
    by_row: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row, question in [*theirs, *ours]:
        by_row[id(row)].append(question)
    return [{**row, "questions": by_row[id(row)]} for row in rows if id(row) in by_row]
