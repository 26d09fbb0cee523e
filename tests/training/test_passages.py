"""Our own texts for training: their answers stand in them, and nothing of dev is among them."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from training.data import PASSAGES
from training.documents import DOCUMENTS

DEV = Path(__file__).parents[1] / "data"


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def test_answers_are_words_of_their_passage() -> None:
    """Each at its place, letter by letter; what is not answered has no place."""
    for row in [*_rows(PASSAGES), *_rows(DOCUMENTS)]:
        for one in row["questions"]:
            answer, start = one["answer"], one["start"]
            assert (answer is None) == (start is None)
            assert answer is None or row["text"][start:].startswith(answer), one


def test_no_question_is_asked_twice_of_a_passage() -> None:
    """It would only count double."""
    for row in [*_rows(PASSAGES), *_rows(DOCUMENTS)]:
        asked = Counter(one["question"] for one in row["questions"])
        assert max(asked.values()) == 1, row["title"]


def test_what_is_measured_on_is_not_learnt() -> None:
    """No document of our sets of dev, and no question of theirs."""
    learnt = [*_rows(PASSAGES), *_rows(DOCUMENTS)]
    texts = {row["text"] for row in learnt}
    asked = {one["question"] for row in learnt for one in row["questions"]}
    for name in ("mixed", "single", "typed", "official", "lookalike"):
        for row in _rows(DEV / f"{name}.jsonl"):
            assert row["text"] not in texts
            same = asked & {one["question"] for one in row["questions"]}
            assert all(len(question) < 25 for question in same), same
