"""Question sets become pairs of a question and a passage, with or without the answer in it."""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from index.lexical import terms

# How many questions of each set are drawn, and how many of those get a passage that does not
# answer as well. The sets asked across languages come first: they are what the bot is for.
PLAN = {
    "cross.train": (10_000, 0.45),
    "piaf.fr.train": (2_200, 0.4),
    "pquad.fa": (1_500, 0.1),
    "afriqa.en.train": (400, 0.3),
    "jaquad.ja": (500, 0.3),
    "cmrc.zh": (500, 0.3),
    "arcd.ar": (300, 0.3),
}
# Of the questions that a passage does not answer though it is about the same, all are taken
# this often: similarity cannot tell them, so they teach most.
LOOKALIKE_REPEATS = 3
CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a passage; `start` and `end` (code points) are None if it does not answer."""

    question: str
    passage: str
    start: int | None
    end: int | None
    source: str


def pairs(folder: Path, seed: int) -> list[Pair]:
    """All pairs of the plan, shuffled; the same for the same seed and files."""
    chance = random.Random(seed)
    found = [pair for name, plan in PLAN.items() for pair in _of_set(folder, name, plan, chance)]
    chance.shuffle(found)
    return found


def _of_set(
    folder: Path, name: str, plan: tuple[int, float], chance: random.Random
) -> Iterator[Pair]:
    rows = read_set(folder / f"{name}.jsonl.gz")
    by_title: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_title[row["title"]].append(row["text"])
    texts = [row["text"] for row in rows]
    asked = [(row, question) for row in rows for question in row["questions"]]
    chance.shuffle(asked)
    most, negatives = plan
    for row, question in asked[:most]:
        pair = _pair(row, question, name)
        repeats = LOOKALIKE_REPEATS if pair.start is None and name == "cross.train" else 1
        yield from [pair] * repeats
        if pair.start is not None and chance.random() < negatives:
            others = [text for text in by_title[row["title"]] if text != row["text"]]
            yield replace(
                pair, passage=_hard(question, others, texts, chance), start=None, end=None
            )


def read_set(path: Path) -> list[dict[str, Any]]:
    """The rows of one file of question-answer pairs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _pair(row: dict[str, Any], question: dict[str, Any], name: str) -> Pair:
    answer, start = question["answer"], question.get("start")
    end = start + len(answer) if answer else None
    return Pair(question["question"], row["text"], start if answer else None, end, name)


def _hard(
    question: dict[str, Any], same: list[str], texts: list[str], chance: random.Random
) -> str:
    """The passage that shares most words with the question, of the same document first."""
    answer = question["answer"].casefold()
    pool = same or chance.sample(texts, min(CANDIDATES, len(texts)))
    wanted = set(terms(question.get("original") or question["question"]))
    apart = [text for text in pool if answer not in text.casefold()] or texts[:1]
    return max(apart, key=lambda text: len(wanted & set(terms(text))))
