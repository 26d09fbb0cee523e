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

# How many questions of each set are drawn, and how many of those that it answers get a passage
# that does not as well. The sets asked across languages come first: they are what the bot is for.
# In the first stage such a passage shares words with the question, of the same document if it can;
# in the second it is one that the bot's own retriever finds (training.mining).
FIRST = {
    "cross.train": (10_000, 0.45),
    "piaf.fr.train": (2_200, 0.4),
    "pquad.fa": (1_500, 0.1),
    "afriqa.en.train": (400, 0.3),
    "jaquad.ja": (500, 0.3),
    "cmrc.zh": (500, 0.3),
    "arcd.ar": (300, 0.3),
}
SECOND = {
    "cross.train": (10_000, 0.9),
    "piaf.fr.train": (1_500, 1.0),
    "afriqa.en.train": (900, 1.0),
    "afriqa.fr.train": (270, 1.0),
    "pquad.fa": (900, 0.1),
    "jaquad.ja": (200, 0.3),
    "cmrc.zh": (200, 0.3),
    "arcd.ar": (150, 0.3),
}
# What early stopping looks at: questions on other articles, from the folder `dev` beside `train`.
DEV = {"cross.fr.dev": (1_000, 0.3), "piaf.fr.dev": (60, 1.0)}
# Of the questions that a passage does not answer though it is about the same, all are taken
# this often: similarity cannot tell them, so they teach most.
LOOKALIKE_REPEATS = 3
CANDIDATES = 60

Plan = dict[str, tuple[int, float]]
Mined = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a passage; `start` and `end` (code points) are None if it does not answer."""

    question: str
    passage: str
    start: int | None
    end: int | None
    source: str


def pairs(folder: Path, plan: Plan, mined: Mined, seed: int) -> list[Pair]:
    """All pairs of a plan, shuffled; the same for the same seed and files."""
    chance = random.Random(seed)
    found = [
        pair
        for name, (most, negatives) in plan.items()
        for pair in _of_set(folder / f"{name}.jsonl.gz", most, negatives, mined, chance)
    ]
    chance.shuffle(found)
    return found


def _of_set(
    path: Path, most: int, negatives: float, mined: Mined, chance: random.Random
) -> Iterator[Pair]:
    rows = read_set(path)
    by_title: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_title[row["title"]].append(row["text"])
    texts = [row["text"] for row in rows]
    asked = [(row, question) for row in rows for question in row["questions"]]
    chance.shuffle(asked)
    for row, question in asked[:most]:
        pair = _pair(row, question, path.name)
        repeats = LOOKALIKE_REPEATS if pair.start is None and "cross" in path.name else 1
        yield from [pair] * repeats
        if pair.start is not None and chance.random() < negatives:
            found = mined.get(pair.question)
            others = [text for text in by_title[row["title"]] if text != row["text"]]
            other = chance.choice(found) if found else _hard(question, others, texts, chance)
            yield replace(pair, passage=other, start=None, end=None)


def read_set(path: Path) -> list[dict[str, Any]]:
    """The rows of one file of question-answer pairs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _pair(row: dict[str, Any], question: dict[str, Any], name: str) -> Pair:
    answer, start = question["answer"], question.get("start")
    if not answer or start is None:
        return Pair(question["question"], row["text"], None, None, name)
    return Pair(question["question"], row["text"], start, start + len(answer), name)


def _hard(
    question: dict[str, Any], same: list[str], texts: list[str], chance: random.Random
) -> str:
    """The passage that shares most words with the question, of the same document first."""
    answer = question["answer"].casefold()
    pool = same or chance.sample(texts, min(CANDIDATES, len(texts)))
    wanted = set(terms(question.get("original") or question["question"]))
    apart = [text for text in pool if answer not in text.casefold()] or texts[:1]
    return max(apart, key=lambda text: len(wanted & set(terms(text))))
