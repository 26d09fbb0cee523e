"""What the tests of the training share."""

import gzip
import json
from pathlib import Path

import pytest

from tests.training.rows import AARHUS, SKAGEN, row_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of two passages of one document, with a question that looks answerable and is not."""
    rows = [
        row_of("Lights", SKAGEN, ("Who keeps Skagen?", "Anna"), ("How old is Anna?", None)),
        row_of("Lights", AARHUS, ("Who keeps Aarhus?", "Bertil")),
    ]
    with gzip.open(tmp_path / "cross.x.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path
