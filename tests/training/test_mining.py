"""Passages that were mined."""

import json
from pathlib import Path

from tests.training.rows import SKAGEN
from training.data import Pair, groups
from training.mining import read_mined


def test_mined_passages_are_taken_where_there_are_any(folder: Path) -> None:
    """Read from the run's folder."""
    row = {"question": "Who keeps Skagen?", "passages": [("Nobody knows.", "Riddles")]}
    (folder / "negatives.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    mined = read_mined(folder)
    found = groups(folder, {"cross.x": (10, 1.0)}, mined, seed=1)
    wrong = Pair("Who keeps Skagen?", "Nobody knows.", None, None, "cross.x.jsonl.gz", "Riddles")
    assert [group[1:] for group in found if group[0].passage == SKAGEN and group[1:]] == [[wrong]]
    assert read_mined(folder / "none") == {}
