"""Questions of our own on passages of the sets: in other languages, and look-alikes."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WRITTEN = Path(__file__).with_name("questions.jsonl")
# Sets of dev on which only questions of ours are asked, for calibration and evaluation.
DEV_SETS = ("afriqa.en.dev", "afriqa.fr.dev")

Rows = list[dict[str, Any]]


def read_set(path: Path) -> Rows:
    """The rows of one file of question-answer pairs."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def written(rows: Rows, name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Questions that we wrote on the passages of the file `name`, with their rows.

    Each stands beside an `original` of the set: its passage is the same, and so is its answer, if
    it is `answered` and does not bring an `answer` of its own.
    """
    known = {
        question["question"]: (row, question) for row in rows for question in row["questions"]
    }
    with WRITTEN.open(encoding="utf-8") as lines:
        ours = [one for one in map(json.loads, lines) if f"{one['source']}.jsonl.gz" == name]
    for one in ours:
        row, original = known[one["original"]]
        if not one["answered"]:
            yield row, {**one, "answer": None}
        elif "answer" in one:
            yield row, {**one, "start": row["text"].index(one["answer"])}
        else:
            yield row, {**one, "answer": original["answer"], "start": original["start"]}


def write_dev_sets(data: Path, run: Path) -> list[Path]:
    """All passages of each of `DEV_SETS` with our questions alone, as question sets in `run`."""
    run.mkdir(parents=True, exist_ok=True)
    return [_write_set(data.parent / "dev" / f"{name}.jsonl.gz", run) for name in DEV_SETS]


def _write_set(source: Path, run: Path) -> Path:
    rows = read_set(source)
    ours = list(written(rows, source.name))
    target = run / f"own.{source.name.removesuffix('.gz')}"
    with target.open("w", encoding="utf-8") as lines:
        for row in rows:
            asked = [question for place, question in ours if place is row]
            lines.write(json.dumps({**row, "questions": asked}, ensure_ascii=False) + "\n")
    return target
