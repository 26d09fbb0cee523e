"""What is learnt from across languages: the sets with our questions on them, and all our own."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.evaluation.question_sets import QuestionSet, from_passages
from training.data import PASSAGES, SMALL
from training.written import Rows, read_set, written

# So many questions of each set, with those of ours on its passages.
SETS = {
    SMALL: 10_000,
    "cross.train": 10_000,
    "piaf.fr.train": 10_000,
    "afriqa.en.train": 10_000,
    "afriqa.fr.train": 10_000,
    "arcd.ar": 10_000,
    "pquad.fa": 1_500,
}
SEED = 0


def sets(data: Path) -> Iterator[QuestionSet]:
    """The question sets in the folder `data`, and our own passages; the same every time."""
    for name, most in SETS.items():
        yield from_passages(name, _asked(data / f"{name}.jsonl.gz", most))
    with PASSAGES.open(encoding="utf-8") as lines:
        yield from_passages(PASSAGES.stem, [json.loads(line) for line in lines])


def _asked(path: Path, most: int) -> Rows:
    """The passages that at most so many of the set's questions, or any of ours, are on."""
    rows = read_set(path)
    ours = list(written(rows, path.name))
    theirs = [(row, question) for row in rows for question in row["questions"]]
    if len(theirs) > most:
        answered = [(row, question) for row, question in theirs if question["answer"]]
        theirs = random.Random(SEED).sample(answered, most)
    by_row: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row, question in [*theirs, *ours]:
        by_row[id(row)].append(question)
    return [{**row, "questions": by_row[id(row)]} for row in rows if id(row) in by_row]
