"""Questions of our own."""

import gzip
import json
from pathlib import Path

import pytest

from index.evaluation.question_sets import read
from tests.training.rows import AARHUS, SKAGEN, row_of, written_of
from training.data import PASSAGES
from training.documents import DOCUMENTS
from training.written import (
    TRANSLATED,
    UNNAMED,
    WRITTEN,
    read_set,
    translated,
    with_translations,
    with_unnamed,
    write_dev_sets,
)


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


def test_a_translated_question_has_the_answer_of_its_original(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where documents are asked in the same words, of its own document; others have none."""
    rows = [
        row_of("Lights", SKAGEN, ("Who is the keeper?", "Anna"), ("How old is she?", None)),
        row_of("Boats", AARHUS, ("Who is the keeper?", "Bertil")),
    ]
    line = {"source": "x", "title": "Boats", "original": "Who is the keeper?"}
    other = {"source": "x", "title": "Lights", "original": "How old is she?"}
    path = tmp_path / "translated.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for one, found in ((line, {"da": "Hvem passer fyret?"}), (other, {"da": "Hvor gammel?"})):
            lines.write(json.dumps({**one, "translations": found}) + "\n")
    monkeypatch.setattr("training.written.TRANSLATED", path)
    asked = {q["question"]: (row["title"], q["answer"]) for row, q in translated(rows, "x")}
    assert asked == {"Hvem passer fyret?": ("Boats", "Bertil"), "Hvor gammel?": ("Lights", None)}
    assert list(translated(rows, "y")) == []
    counts = [len(row["questions"]) for row in with_translations(rows, "x")]
    assert counts == [3, 2]


def test_every_translation_is_of_a_question_and_in_another_language() -> None:
    """Of those on our own texts, which are here; and none is there twice."""
    for path in (PASSAGES, DOCUMENTS):
        rows = read_set(path)
        asked = {(row["title"], q["question"]): q["question_lang"] for row in rows
                 for q in row["questions"]}  # fmt: skip
        for row, question in translated(rows, path.stem):
            assert asked[row["title"], question["original"]] != question["question_lang"]
    with TRANSLATED.open(encoding="utf-8") as lines:
        kept = [tuple(json.loads(line)[key] for key in ("source", "title", "original"))
                for line in lines]  # fmt: skip
    assert len(set(kept)) == len(kept) > 4_000


def test_questions_that_do_not_name_their_document_join_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its own, and only those of the set."""
    rows = [row_of("Lights", SKAGEN, ("Who keeps Skagen?", "Anna")), row_of("Boats", AARHUS)]
    line = {"question": "Who keeps it?", "question_lang": "en", "answer": "Bertil", "start": 24}
    path = tmp_path / "unnamed.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for source, title in (("x", "Boats"), ("y", "Lights")):
            lines.write(json.dumps({"source": source, "title": title, **line}) + "\n")
    monkeypatch.setattr("training.written.UNNAMED", path)
    asked = [[q["question"] for q in row["questions"]] for row in with_unnamed(rows, "x")]
    assert asked == [["Who keeps Skagen?"], ["Who keeps it?"]]


def test_every_question_that_names_nothing_is_on_a_document_of_ours() -> None:
    """And its answer stands where it says."""
    texts = {row["title"]: row["text"] for row in read_set(DOCUMENTS)}
    rows = read_set(UNNAMED)
    for row in rows:
        assert row["source"] == DOCUMENTS.stem
        if (answer := row["answer"]) is None:
            assert texts[row["title"]]
        else:
            assert texts[row["title"]].startswith(answer, row["start"])
    assert len({(row["title"], row["question"]) for row in rows}) == len(rows) > 5_000
