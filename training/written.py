"""Questions of our own on passages of the sets: in other languages, and look-alikes.

And translations: of questions of the sets, and of our own on passages and documents of ours.
"""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WRITTEN = Path(__file__).with_name("questions.jsonl")
# Each line has a question, named by its `source`, its document's `title` and its words
# (`original`), and its `translations` by language.
TRANSLATED = Path(__file__).with_name("translated.jsonl")
# Questions on our own documents by readers who take it for granted which one is meant. Each names
# its `source` and `title`; none is mined: other documents may answer it.
UNNAMED = Path(__file__).with_name("unnamed.jsonl")
# Sets of dev on which only questions of ours are asked, for calibration and evaluation.
DEV_SETS = ("afriqa.en.dev", "afriqa.fr.dev")

Rows = list[dict[str, Any]]


def read_set(path: Path) -> Rows:
    """The rows of one file of question-answer pairs, `.jsonl` or `.jsonl.gz`."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def set_name(path: Path) -> str:
    """What a file of question-answer pairs is called as a source."""
    return path.name.removesuffix(".gz").removesuffix(".jsonl")


def written(rows: Rows, name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Questions that we wrote on the passages of the set `name`, with their rows.

    Each stands beside an `original` of the set: its passage is the same, and so is its answer, if
    it is `answered` and does not bring an `answer` of its own.
    """
    known = {
        question["question"]: (row, question) for row in rows for question in row["questions"]
    }
    for one in _of_source(WRITTEN, name):
        row, original = known[one["original"]]
        one = {**one, "same": False}
        if not one["answered"]:
            yield row, {**one, "answer": None}
        elif "answer" in one:
            yield row, {**one, "start": row["text"].index(one["answer"])}
        else:
            yield row, {**one, "answer": original["answer"], "start": original["start"]}


def translated(
    rows: Rows, name: str, chance: random.Random | None = None
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Questions of the set `name` in other languages, with their rows; each has its `original`.

    `same` says whether that is in the passage's language. In all its languages, or in one, by
    `chance`. Raises KeyError where the set has no such
    question.
    """
    known = {
        (row["title"], question["question"]): (row, question)
        for row in rows
        for question in row["questions"]
    }
    for one in _of_source(TRANSLATED, name):
        row, question = known[one["title"], one["original"]]
        found = list(one["translations"].items())
        same = question.get("question_lang", row["lang"]) == row["lang"]
        shared = {"original": one["original"], "same": same, "answer": question["answer"]}
        for language, text in [chance.choice(found)] if chance else found:
            asked = {"question": text, "question_lang": language, "start": question.get("start")}
            yield row, {**shared, **asked}


def with_translations(rows: Rows, name: str, chance: random.Random | None = None) -> Rows:
    """The rows of the set `name`, in each its questions and then these as `translated`."""
    more: dict[int, Rows] = defaultdict(list)
    for row, question in translated(rows, name, chance):
        more[id(row)].append(question)
    return [{**row, "questions": [*row["questions"], *more[id(row)]]} for row in rows]


def with_unnamed(rows: Rows, name: str) -> Rows:
    """The rows of the set `name`, in each its questions and then those that do not name it."""
    more: dict[str, Rows] = defaultdict(list)
    for one in _of_source(UNNAMED, name):
        more[one["title"]].append(one)
    return [{**row, "questions": [*row["questions"], *more[row["title"]]]} for row in rows]


def _of_source(path: Path, name: str) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (one for one in map(json.loads, lines) if one["source"] == name)


def write_dev_sets(data: Path, run: Path) -> list[Path]:
    """All passages of each of `DEV_SETS` with our questions alone, as question sets in `run`."""
    run.mkdir(parents=True, exist_ok=True)
    return [_write_set(data.parent / "dev" / f"{name}.jsonl.gz", run) for name in DEV_SETS]


def _write_set(source: Path, run: Path) -> Path:
    rows = read_set(source)
    ours = list(written(rows, set_name(source)))
    target = run / f"own.{source.name.removesuffix('.gz')}"
    with target.open("w", encoding="utf-8") as lines:
        for row in rows:
            asked = [question for place, question in ours if place is row]
            lines.write(json.dumps({**row, "questions": asked}, ensure_ascii=False) + "\n")
    return target
