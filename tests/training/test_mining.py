"""Passages that were mined."""

import json
from pathlib import Path

import pytest

from index.building import build
from index.evaluation.question_sets import Question, QuestionSet
from index.retriever import Retriever
from index.store import open_library
from index.text.documents import Document
from index.text.spans import Span
from tests.doubles import BagEncoder
from tests.training.rows import SKAGEN
from training.data import groups
from training.mining import mine, mined, read_mined
from training.pairs import Pair


def test_mined_passages_are_taken_where_there_are_any(folder: Path) -> None:
    """Read from the run's folder."""
    nobody = [("Nobody knows.", "Riddles")]
    row = {"question": "Who keeps Skagen?", "title": "Lights", "passages": nobody}
    (folder / "negatives.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    kept = read_mined(folder)
    found = groups(folder, {"cross.x": (10, 1.0)}, kept, seed=1)
    wrong = Pair("Who keeps Skagen?", "Nobody knows.", None, None, "Riddles")
    assert [group[1:] for group in found if group[0].passage == SKAGEN and group[1:]] == [[wrong]]
    assert read_mined(folder / "none") == {}


def test_negatives_in_the_questions_language_come_first(tmp_path: Path) -> None:
    """Beside a passage that answers in another language; none of them has the answer's words."""
    english = Document("en:1", "Lights", "The keeper of Skagen is Anna.", language="en")
    german = [
        Document(f"de:{n}", "Leuchten", f"Wer ist Skagen {n}? Skagen ist {n}.", language="de")
        for n in range(4)
    ]
    other = Document("en:2", "Lights", "The keeper of Aarhus is Bertil, of Skagen.", language="en")
    again = Document("de:9", "Leuchten", "Skagen und Anna ist Skagen.", language="de")
    asked = Question("Wer ist Skagen keeper?", "de", "en:1", (Span(24, 28),))
    whole = QuestionSet("x", (english, *german, other, again), (asked,))
    library = open_library(tmp_path)
    encoder = BagEncoder()
    build(library, whole.documents, encoder, replace=True)
    (row,) = mined(whole, Retriever(library.open(), encoder))
    assert (row["question"], row["title"]) == (asked.text, "Lights")
    titles = [title for _, title in row["passages"]]  # type: ignore[attr-defined]
    assert titles[:2] == ["Leuchten"] * 2
    assert len(titles) == 4
    assert not any("Anna" in text for text, _ in row["passages"])  # type: ignore[attr-defined]


def test_what_a_document_does_not_answer_is_asked_of_its_passages(tmp_path: Path) -> None:
    """A look-alike's negatives are of its own document, which is why it looks like one."""
    own = Document("en:1", "Lights", "The keeper of Skagen is Anna.", language="en")
    other = Document("en:2", "Bread", "The age of the keeper is 40.", language="en")
    asked = Question("What is the age of the keeper?", "en", "en:1", ())
    library = open_library(tmp_path)
    encoder = BagEncoder()
    build(library, [own, other], encoder, replace=True)
    whole = QuestionSet("x", (own, other), (asked,))
    (row,) = mined(whole, Retriever(library.open(), encoder))
    assert row["passages"] == [("The keeper of Skagen is Anna.", "Lights")]


def test_only_what_is_left_is_mined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupted run goes on, after a line that was cut off as well."""
    own = Document("en:1", "Lights", "The keeper of Skagen is Anna.", language="en")
    asked = tuple(Question(f"Who is {name}?", "en", "en:1", ()) for name in ("Anna", "Bertil"))
    monkeypatch.setattr("training.mining.sets", lambda data: [QuestionSet("x", (own,), asked)])
    monkeypatch.setattr("training.mining.load_encoder", BagEncoder)
    whole = mine(tmp_path, tmp_path).read_text(encoding="utf-8")
    first, second = whole.splitlines(keepends=True)
    for left in (first, first + second[:20]):
        (tmp_path / "negatives.jsonl").write_text(left, encoding="utf-8")
        mine(tmp_path, tmp_path)
        found = (tmp_path / "negatives.jsonl").read_text(encoding="utf-8")
        assert found == whole
