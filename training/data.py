"""Question sets become groups: a question, the passage that answers it, some that do not."""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from index.lexical import terms
from index.sentences import sentences

# How many questions of each set are drawn, and how many passages that do not answer go with each
# on average. The sets asked across languages come first: they are what the bot is for.
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
    "cross.train": (10_000, 3.0),
    "piaf.fr.train": (10_000, 2.0),
    "afriqa.en.train": (10_000, 2.5),
    "afriqa.fr.train": (10_000, 2.5),
    "pquad.fa": (2_500, 1.0),
    "jaquad.ja": (1_500, 1.0),
    "cmrc.zh": (1_500, 1.0),
    "arcd.ar": (2_500, 1.0),
}
# What early stopping looks at: questions on other articles, from the folder `dev` beside `train`.
DEV = {"cross.fr.dev": (1_000, 2.0), "piaf.fr.dev": (150, 2.0)}
# Of the questions that a passage does not answer though it is about the same, all are taken
# this often: similarity cannot tell them, so they teach most.
LOOKALIKE_REPEATS = 2
# So many questions also get their own passage without the sentences that answer.
CUT = 0.25
# The shortest passage that is left of one when its answer is cut out, in code points.
SHORTEST = 150
CANDIDATES = 60
# Questions of our own on passages of the sets: in other languages, and look-alikes.
WRITTEN = Path(__file__).with_name("questions.jsonl")
# Passages of our own, with questions, in languages that no set is in; seen so often.
PASSAGES = Path(__file__).with_name("passages.jsonl")
REPEATS = 2

Plan = dict[str, tuple[int, float]]
Mined = dict[str, list[str]]
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a passage; `start` and `end` (code points) are None if it does not answer."""

    question: str
    passage: str
    start: int | None
    end: int | None
    source: str

    def without(self, passage: str) -> "Pair":
        """The question with a passage that does not answer it."""
        return replace(self, passage=passage, start=None, end=None)


# A question's pairs: the one that answers first, if any does.
Group = list[Pair]


def groups(folder: Path, plan: Plan, mined: Mined, seed: int) -> list[Group]:
    """All groups of a plan, shuffled; the same for the same seed and files."""
    chance = random.Random(seed)
    found = [
        group
        for name, (most, negatives) in plan.items()
        for group in _of_set(folder / f"{name}.jsonl.gz", most, negatives, mined, chance)
    ]
    chance.shuffle(found)
    return found


def own_groups(seed: int) -> list[Group]:
    """Questions on our own passages, each with the others of the same subject."""
    chance = random.Random(seed)
    with PASSAGES.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    drawn = (sum(len(row["questions"]) for row in rows), 2.0)
    times = [_of_rows(rows, PASSAGES.name, drawn, {}, chance) for _ in range(REPEATS)]
    return [group for found in times for group in found]


def _of_set(
    path: Path, most: int, negatives: float, mined: Mined, chance: random.Random
) -> Iterator[Group]:
    return _of_rows(read_set(path), path.name, (most, negatives), mined, chance)


def _of_rows(
    rows: Rows, name: str, drawn: tuple[int, float], mined: Mined, chance: random.Random
) -> Iterator[Group]:
    most, negatives = drawn
    by_title: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_title[row["title"]].append(row["text"])
    texts = [row["text"] for row in rows]
    asked = _asked(rows, name)
    chance.shuffle(asked)
    for row, question in asked[:most]:
        pair = _pair(row, question, name)
        if pair.start is None:
            yield from [[pair]] * (LOOKALIKE_REPEATS if "question_lang" in question else 1)
            continue
        count = int(negatives) + (chance.random() < negatives % 1)
        found = list(mined.get(pair.question) or mined.get(question.get("original", "")) or [])
        chance.shuffle(found)
        if not found and count:
            others = [text for text in by_title[row["title"]] if text != row["text"]]
            found = _hard(question, others, texts, chance)
        cut = _cut(row, pair) if chance.random() < CUT else None
        passages = found[:count] + ([cut] if cut else [])
        yield [pair, *(pair.without(passage) for passage in passages)]


def read_set(path: Path) -> Rows:
    """The rows of one file of question-answer pairs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _asked(rows: Rows, name: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each question with its row: those of the set, and those that we wrote on its passages."""
    asked = [(row, question) for row in rows for question in row["questions"]]
    by_question = {question["question"]: (row, question) for row, question in asked}
    with WRITTEN.open(encoding="utf-8") as lines:
        written = [one for one in map(json.loads, lines) if f"{one['source']}.jsonl.gz" == name]
    for one in written:
        row, original = by_question[one["original"]]
        answer = {name: original.get(name) for name in ("answer", "start") if one["answered"]}
        asked.append((row, {"answer": None, **one, **answer}))
    return asked


def _pair(row: dict[str, Any], question: dict[str, Any], name: str) -> Pair:
    answer, start = question["answer"], question.get("start")
    if not answer or start is None:
        return Pair(question["question"], row["text"], None, None, name)
    return Pair(question["question"], row["text"], start, start + len(answer), name)


def _hard(
    question: dict[str, Any], same: list[str], texts: list[str], chance: random.Random
) -> list[str]:
    """Passages without the answer that share words with the question, most first.

    Those of the same document, or of others if there are none.
    """
    answer = question["answer"].casefold()
    pool = same or chance.sample(texts, min(CANDIDATES, len(texts)))
    wanted = set(terms(question.get("original") or question["question"]))
    apart = [text for text in pool if answer not in text.casefold()] or texts[:1]
    return sorted(apart, key=lambda text: -len(wanted & set(terms(text))))


def _cut(row: dict[str, Any], pair: Pair) -> str | None:
    """The passage without the sentences that answer; None if it still answers, or is too short."""
    text, start, end = pair.passage, pair.start or 0, pair.end or 0
    answer = text[start:end].casefold()
    spans = sentences(text, row["lang"])
    inside = [span for span in spans if span.end > start and span.start < end]
    if not inside:
        return None
    left = text[: inside[0].start] + text[inside[-1].end :].lstrip()
    return left if len(left) >= SHORTEST and answer not in left.casefold() else None
