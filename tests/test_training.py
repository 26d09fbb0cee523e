"""What the reader is taught: pairs, tokens and where the answer is among them."""

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.engine import Tokenizer
from index.model_cache import bundled_folder
from training.data import Pair, pairs
from training.mining import read_mined
from training.model import MAX_TOKENS, example

SKAGEN = "The keeper of Skagen is Anna. She paints."
AARHUS = "The keeper of Aarhus is Bertil. He sings."


def _row(title: str, text: str, *questions: tuple[str, str | None]) -> dict[str, Any]:
    asked = [
        {"question": question, "answer": answer, "start": text.index(answer) if answer else None}
        for question, answer in questions
    ]
    return {"lang": "en", "title": title, "text": text, "questions": asked}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of two passages of one document, with a question that looks answerable and is not."""
    rows = [
        _row("Lights", SKAGEN, ("Who keeps Skagen?", "Anna"), ("How old is Anna?", None)),
        _row("Lights", AARHUS, ("Who keeps Aarhus?", "Bertil")),
    ]
    with gzip.open(tmp_path / "cross.x.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_every_question_becomes_pairs(folder: Path) -> None:
    """With its passage, and with the other of the same document, which does not answer."""
    found = pairs(folder, {"cross.x": (10, 1.0)}, {}, seed=1)
    positive = {(p.question, p.passage[p.start : p.end]) for p in found if p.start is not None}
    assert positive == {("Who keeps Skagen?", "Anna"), ("Who keeps Aarhus?", "Bertil")}
    negative = [(p.question, p.passage) for p in found if p.start is None]
    assert sorted(set(negative)) == [
        ("How old is Anna?", SKAGEN),
        ("Who keeps Aarhus?", SKAGEN),
        ("Who keeps Skagen?", AARHUS),
    ]
    # The question that only looks answerable comes three times: it teaches most.
    assert negative.count(("How old is Anna?", SKAGEN)) == 3


def test_the_same_seed_gives_the_same_pairs(folder: Path) -> None:
    """And another one another order."""
    plan = {"cross.x": (10, 0.5)}
    assert pairs(folder, plan, {}, 7) == pairs(folder, plan, {}, 7)
    assert any(pairs(folder, plan, {}, 7) != pairs(folder, plan, {}, seed) for seed in range(5))


def test_mined_passages_are_taken_where_there_are_any(folder: Path) -> None:
    """Read from the run's folder."""
    row = {"question": "Who keeps Skagen?", "passages": ["Nobody knows."]}
    (folder / "negatives.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    mined = read_mined(folder)
    found = pairs(folder, {"cross.x": (10, 1.0)}, mined, seed=1)
    assert Pair("Who keeps Skagen?", "Nobody knows.", None, None, "cross.x.jsonl.gz") in found
    assert read_mined(folder / "none") == {}


@pytest.mark.slow
@pytest.mark.parametrize("lead", [0, 400])
def test_tokens_hold_the_answer_where_it_is(lead: int) -> None:
    """Also in a window of a passage that is too long."""
    tokenizer = Tokenizer(bundled_folder())
    passage = "It rained all day. " * lead + "The keeper is Anna Ancher." + " It rained." * lead
    start = passage.index("Anna")
    found = example(tokenizer, Pair("Who?", passage, start, start + 11, "x"), 0.3)
    assert len(found.ids) <= MAX_TOKENS
    assert found.passage[0] <= found.first <= found.last < found.passage[1]
    expected = tokenizer("Anna Ancher").ids
    assert np.array_equal(found.ids[found.first : found.last + 1], expected)
    nothing = example(tokenizer, Pair("Who?", passage, None, None, "x"), 0.3)
    assert (nothing.first, nothing.last) == (0, 0)
