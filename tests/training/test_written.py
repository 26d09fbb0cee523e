"""Questions of our own."""

import gzip
import json
from pathlib import Path

import pytest

from index.evaluation.question_sets import read
from tests.training.rows import AARHUS, SKAGEN, row_of, written_of
from training.written import WRITTEN, write_dev_sets


def test_no_question_of_ours_comes_twice() -> None:
    """In one language, that is, on one passage."""
    with WRITTEN.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    kept = {(row["source"], row["original"], row["question"]) for row in rows}
    assert len(kept) == len(rows) > 1_000


def test_our_questions_on_dev_become_sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every passage of the set, and no question but ours; an answer of our own is found."""
    (tmp_path / "dev").mkdir()
    with gzip.open(tmp_path / "dev" / "cross.x.jsonl.gz", "wt", encoding="utf-8") as lines:
        rows = [row_of("Lights", SKAGEN, ("Who keeps Skagen?", "Anna")), row_of("Lights", AARHUS)]
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    ours = [
        written_of("What is kept?", answered=True) | {"answer": "Skagen"},
        written_of("Where was Anna born?", answered=False),
    ]
    path = tmp_path / "written.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ours), encoding="utf-8")
    monkeypatch.setattr("training.written.WRITTEN", path)
    monkeypatch.setattr("training.written.DEV_SETS", ("cross.x",))
    (target,) = write_dev_sets(tmp_path / "train", tmp_path / "run")
    found = read(target)
    assert [document.text for document in found.documents] == [SKAGEN, AARHUS]
    asked = {one.text: [span.of(SKAGEN) for span in one.answers] for one in found.questions}
    assert asked == {"What is kept?": ["Skagen"], "Where was Anna born?": []}
